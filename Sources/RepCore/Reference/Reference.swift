/// The naive oracle: every operation as its definition says, in float or double.
///
/// It judges the engine and the fold, and therefore shares no code with them. It is written to be read:
/// plain loops, no tiles, no tricks. `Reference<Double>` is the truth that errors are measured against. Operators are
/// specialised by name, since a debug build compiles file by file and would ask for the type at every multiply-add.
///
///     let logits = Reference<Double>.run(network, input: FeatureMap(picture))
public enum Reference<Scalar: BinaryFloatingPoint & Sendable> {
  /// A map in this precision.
  public typealias Map = FeatureMap<Scalar>

  /// Logits `N x classes` of `network`, a chain, in whatever form its blocks are.
  public static func run(_ network: Network, input: Map) -> [[Scalar]] {
    guard let head = network.head else {
      preconditionFailure("blocks that stand alone have no logits")
    }
    var map = input
    for block in network.blocks { map = run(block, input: map) }
    return globalMeans(map).map { linear($0, kernel: head.kernel, bias: head.bias) }
  }

  /// Output of one block, which runs or but for its padding would: the branches summed, then norm,
  /// squeeze-excite and activation.
  public static func run(_ block: Block, input: Map) -> Map {
    precondition(
      block.shape.unknownLayers.isEmpty,
      "\(block.path) has layers that are not understood: \(block.shape.unknownLayers)"
    )
    return finish(block, sum: sum(block, input: input))
  }

  /// Output of a block whose branches add up to `sum`: the norm behind it, squeeze-excite and activation.
  static func finish(_ block: Block, sum: Map) -> Map {
    var map = block.postNorm.map { normalize(sum, $0) } ?? sum
    let placement = block.shape.squeezeExcite?.placement
    if let excite = block.squeezeExcite, placement == .beforeActivation {
      map = squeezeExcite(map, excite)
    }
    map = activate(map, block.shape.activation)
    if let excite = block.squeezeExcite, placement == .afterActivation {
      map = squeezeExcite(map, excite)
    }
    return map
  }

  /// The sum of a block's branches, before anything that is not linear.
  public static func sum(_ block: Block, input: Map) -> Map {
    let outputs = block.branches.map { run($0, in: block.shape, input: input) }
    guard var total = outputs.first else {
      preconditionFailure("the block \(block.path) has no branches")
    }
    for output in outputs.dropFirst() { total = add(total, output) }
    return total
  }

  /// Output of one linear branch.
  public static func run(_ branch: Branch, in block: BlockShape, input: Map) -> Map {
    var map = input
    if let kernel = branch.kernel {
      map = convolve(
        map,
        kernel: kernel,
        bias: branch.bias,
        stride: block.stride,
        groups: block.groups,
        dilation: block.dilation,
        padding: block.padding
      )
    } else if branch.role == .average {
      map = average(map, size: block.kernelSize, stride: block.stride)
    }
    return branch.norm.map { normalize(map, $0) } ?? map
  }
}
