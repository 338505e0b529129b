internal import RepCore
internal import Words

/// Which picture the maps are of.
enum MapsPicture: Hashable, Sendable {
  /// What the user gave the network to look at.
  case given(GivenPicture)
  /// The picture at this place of the model's data.
  case data(Int)
  /// What the user draws.
  case drawn(Sketch)
  /// Seeded normal values, where there is no picture.
  case seeded
}

extension MapsPicture {
  /// The picture as `document` takes it, `1 x C x H x W`.
  ///
  /// - Throws: `MemoryError`.
  func input(of document: Document) throws -> Tensor {
    let shape = document.stored.input
    switch self {
    case .given(let picture): return picture.tensor
    case .drawn(let sketch): return sketch.input(for: shape)
    case .data(let place):
      if let data = document.data { return data.input([place], for: shape) }
      fallthrough
    case .seeded:
      let size = [1, document.network.inputChannels, shape.height, shape.width]
      return try .normalInput(shape: size, seed: FormRunner.seed)
    }
  }
}

/// The first picture of what the user gave, told from others by its name and shape: a model has one at a time.
struct GivenPicture: Hashable, Sendable {
  /// `1 x C x H x W`, as the network takes it.
  let tensor: Tensor
  private let name: String

  init(_ input: ShownInput) {
    (tensor, name) = (input.tensor.slice(0..<1), input.name)
  }

  static func == (left: Self, right: Self) -> Bool {
    left.name == right.name && left.tensor.shape == right.tensor.shape
  }

  func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Which maps are meant: of a block, of a picture, and with which kernels.
struct MapsSubject: Need {
  let block: BlockPath
  let picture: MapsPicture
  let threads: Int
  /// The kernels; nil for the fastest of this machine.
  let kernels: InstructionSet?
}

extension MapsSubject {
  /// The most bytes that an answer may hold; of maps beyond that nothing could be seen on a screen.
  private static let mostBytes = 256 << 20

  static var isLarge: Bool { true }

  func find(in document: Document, _ context: JobContext) throws -> BlockMaps? {
    let input = try picture.input(of: document)
    var options = EngineSettings(threads: threads).options(for: input)
    options.instructionSet = kernels
    let bytes = bytes(in: document, of: input.shape)
    guard bytes <= MapsSubject.mostBytes else { throw Refusal(MapsWords.tooLarge(bytes)) }
    return try BlockMaps(of: block, in: document, on: input, options, context)
  }

  /// Bytes of all maps of the answer: what enters, both forms, their difference, the branches and their sum.
  private func bytes(in document: Document, of input: [Int]) -> Int {
    let extents = document.stored.extents(height: input[2], width: input[3])
    guard let place = document.paths.firstIndex(of: block),
      let shape = document.shape(of: block, in: .train)
    else { return 0 }
    let (height, width) = (
      shape.outputExtent(extents[place].height), shape.outputExtent(extents[place].width)
    )
    let map = shape.outputChannels * height * width * MemoryLayout<Float>.stride
    let entering = shape.inputChannels * extents[place].height * extents[place].width
    return map * (shape.branches.count + 4) + entering * MemoryLayout<Float>.stride
  }
}
