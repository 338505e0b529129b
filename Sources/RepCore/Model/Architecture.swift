/// The shape of the pictures that a network takes, and how they were normalised in training.
public struct InputShape: Hashable, Sendable {
  /// Planes of a picture: 3 for RGB, 1 for grey.
  public var channels: Int
  /// Rows of pixels.
  public var height: Int
  /// Pixels of a row.
  public var width: Int
  /// Mean per channel, of values in 0...1; empty if unknown.
  public var mean: [Double]
  /// Standard deviation per channel, of values in 0...1; empty if unknown.
  public var deviation: [Double]
  /// How a picture of another size is brought to this one; nil if unknown.
  public var preprocessing: Preprocessing?

  /// An input; by default ImageNet's size without its normalisation.
  public init(
    channels: Int = 3,
    height: Int = 224,
    width: Int = 224,
    mean: [Double] = [],
    deviation: [Double] = [],
    preprocessing: Preprocessing? = nil
  ) {
    self.channels = channels
    self.height = height
    self.width = width
    self.mean = mean
    self.deviation = deviation
    self.preprocessing = preprocessing
  }

  /// ImageNet's mean and deviation, RGB.
  public static func imageNet(size: Int) -> InputShape {
    InputShape(
      height: size,
      width: size,
      mean: [0.485, 0.456, 0.406],
      deviation: [0.229, 0.224, 0.225]
    )
  }
}

/// A run of blocks of the same width; the first may have a stride.
public struct StageShape: Hashable, Sendable {
  /// In order of execution.
  public var blocks: [BlockShape]

  /// A stage of `blocks`.
  public init(blocks: [BlockShape]) { self.blocks = blocks }
}

/// How the blocks of a network are connected.
public enum Wiring: Hashable, Sendable {
  /// One after the other, then global average pooling and a linear classifier of so many outputs.
  case chain(classes: Int)
  /// Unknown: the blocks were found in a larger graph, and each stands alone before its own input.
  case separate
}

/// A network without its weights: stages of blocks, global average pooling, a linear classifier.
///
///     Architecture(variant: .a0).parameters    // 9_108_968, training form
///     Architecture(variant: .a0).deployed.macs() // 1_361_451_008
public struct Architecture: Hashable, Sendable {
  /// `RepVGG-A0`, or any name of the user's.
  public var name: String
  /// Whose design it is.
  public var family: Family
  /// The pictures it takes; where blocks stand alone, the height and width that each is tried on.
  public var input: InputShape
  /// In order of execution.
  public var stages: [StageShape]
  /// How the blocks are connected.
  public var wiring: Wiring

  /// A network of `stages` in this wiring.
  public init(
    name: String,
    input: InputShape,
    stages: [StageShape],
    family: Family = .repVGG,
    wiring: Wiring
  ) {
    self.name = name
    self.family = family
    self.input = input
    self.stages = stages
    self.wiring = wiring
  }

  /// A chain of `stages` with a classifier of `classes` outputs.
  public init(
    name: String,
    input: InputShape,
    stages: [StageShape],
    family: Family = .repVGG,
    classes: Int
  ) {
    self.init(
      name: name,
      input: input,
      stages: stages,
      family: family,
      wiring: .chain(classes: classes)
    )
  }

  /// Outputs of the classifier; 0 without one.
  public var classes: Int {
    guard case .chain(let classes) = wiring else { return 0 }
    return classes
  }

  /// All blocks in order of execution.
  public var blocks: [BlockShape] { stages.flatMap(\.blocks) }

  /// Channels that reach the classifier.
  public var features: Int { stages.last?.blocks.last?.outputChannels ?? input.channels }

  /// The form that all blocks share; nil when they differ.
  public var form: Form? {
    let forms = Set(blocks.map(\.form))
    return forms.count == 1 ? forms.first : nil
  }

  /// The same network with every block folded.
  public var deployed: Architecture {
    var folded = self
    folded.stages = stages.map { StageShape(blocks: $0.blocks.map(\.deployed)) }
    return folded
  }
}
