/// A RepVGG in a few numbers, for the published variants and for networks of one's own.
///
///     let recipe = Recipe(
///       name: "digits", widths: [16, 32, 64], depths: [1, 2, 2], strides: [1, 2, 2],
///       classes: 10, input: InputShape(channels: 1, height: 16, width: 16))
///     Architecture(recipe).blocks.count   // 5
public struct Recipe: Hashable, Sendable {
  /// Squeeze-excite in every block.
  public struct SqueezeExcite: Hashable, Sendable {
    /// Output channels divided by hidden channels.
    public var reduction: Int
    /// Before or after the activation.
    public var placement: SqueezeExciteShape.Placement

    /// Squeeze-excite with a fixed reduction.
    public init(reduction: Int, placement: SqueezeExciteShape.Placement) {
      self.reduction = reduction
      self.placement = placement
    }
  }

  /// Name of the network.
  public var name: String
  /// Channels of each stage.
  public var widths: [Int]
  /// Blocks of each stage.
  public var depths: [Int]
  /// Stride of the first block of each stage.
  public var strides: [Int]
  /// Groups of every second layer, counted from stage 0's first block as layer 0; 1 for none.
  public var groups: Int
  /// Squeeze-excite in every block, or none.
  public var squeezeExcite: SqueezeExcite?
  /// Outputs of the classifier.
  public var classes: Int
  /// The pictures it takes.
  public var input: InputShape
  /// Epsilon of every norm.
  public var epsilon: Double

  /// A recipe; widths, depths and strides have one entry for each stage.
  public init(
    name: String,
    widths: [Int],
    depths: [Int],
    strides: [Int],
    groups: Int = 1,
    squeezeExcite: SqueezeExcite? = nil,
    classes: Int,
    input: InputShape,
    epsilon: Double = 1e-5
  ) {
    precondition(
      widths.count == depths.count && depths.count == strides.count,
      "a recipe has a width, a depth and a stride for each stage"
    )
    self.name = name
    self.widths = widths
    self.depths = depths
    self.strides = strides
    self.groups = groups
    self.squeezeExcite = squeezeExcite
    self.classes = classes
    self.input = input
    self.epsilon = epsilon
  }
}

extension Architecture {
  /// The network of `recipe` in its training form.
  ///
  /// A block has an identity branch exactly when its output has its input's shape (paper, section 3.2).
  /// Layers 2, 4, 6, … counted across stages are the grouped ones, so that no two in a row are.
  public init(_ recipe: Recipe) {
    let norm = NormShape(epsilon: recipe.epsilon)
    var layer = 0
    var channels = recipe.input.channels
    let stages = recipe.depths.indices.map { stage in
      StageShape(
        blocks: (0..<recipe.depths[stage]).map { index in
          var block = BlockShape(
            path: BlockPath(stage: stage, block: index),
            inputChannels: channels,
            outputChannels: recipe.widths[stage],
            stride: index == 0 ? recipe.strides[stage] : 1,
            groups: layer > 0 && layer.isMultiple(of: 2) ? recipe.groups : 1,
            branches: [
              BranchShape(role: .dense, norm: norm), BranchShape(role: .pointwise, norm: norm),
            ],
            squeezeExcite: recipe.squeezeExcite.map {
              SqueezeExciteShape(
                hidden: recipe.widths[stage] / $0.reduction,
                placement: $0.placement
              )
            }
          )
          if block.admitsIdentity {
            block.branches.append(BranchShape(role: .identity, norm: norm))
          }
          layer += 1
          channels = block.outputChannels
          return block
        }
      )
    }
    self.init(name: recipe.name, input: recipe.input, stages: stages, classes: recipe.classes)
  }
}
