internal import Words

/// A network on its way into another tool's file: in which form and precision it is written.
///
///     let export = try NetworkExport(network, form: .deploy)
///     try export.writeOnnx(to: "RepVGG-A0.onnx", producer: .init(name: "my tool", version: "1"))
///
/// Blocks are folded and values rounded one tensor at a time while the file is written, so that memory
/// holds a tensor more than the network, not a second network.
public struct NetworkExport: Sendable {
  /// The network as it is.
  public let network: Network
  /// Deploy folds every block; training leaves each as it is.
  public let form: Form
  /// Whether kernels and biases are rounded to float16.
  public let isHalf: Bool

  /// The network's classifier.
  let head: Head

  /// An export of `network`; in the training form blocks that are folded already stay so.
  ///
  /// - Throws: `FormatError.Kind.unsupported` for blocks that stand alone.
  public init(_ network: Network, form: Form, isHalf: Bool = false) throws(FormatError) {
    guard let head = network.head else {
      throw FormatError(
        .unsupported,
        en: "the graph around these blocks is not known, so it cannot be exported; fold writes the "
          + "checkpoint with its blocks folded",
        vi: "chưa biết đồ thị quanh các khối này nên không xuất được; fold ghi checkpoint với các "
          + "khối đã gộp"
      )
    }
    self.head = head
    self.network = network
    self.form = form
    self.isHalf = isHalf
  }

  /// Blocks as they are written, but for the fold, which happens later.
  var blocks: [Block] {
    form == .deploy ? network.blocks : network.blocks.map(\.withExplicitNorms)
  }

  /// The shape of `block` as it is written.
  func shape(of block: Block) -> BlockShape {
    form == .deploy ? block.shape.deployed : block.shape
  }

  /// The network without weights, as it is written.
  var architecture: Architecture {
    var architecture = network.architecture
    let shapes = blocks.map(shape(of:))
    architecture.stages = architecture.stages.indices.map { stage in
      StageShape(blocks: shapes.filter { $0.path.stage == stage })
    }
    return architecture
  }

  /// The weights of `block` in the order in which they are used.
  ///
  /// `slots` are those of `shape(of: block)`.
  func weights(of block: Block, in slots: BlockSlots) -> [NamedWeight] {
    guard form == .deploy, block.shape.form == .train else { return block.weights(in: slots) }
    let branch = slots.branches[0]
    guard let kernel = branch.kernel, let bias = branch.bias else {
      preconditionFailure("a folded branch has a kernel and a bias")
    }
    let folded = [
      NamedWeight(
        kernel,
        .map,
        LazyTensor(shape: kernel.shape) {
          BlockFold(block).roundedKernel(threads: processorCount())
        }
      ),
      NamedWeight(bias, .map, LazyTensor(shape: bias.shape) { BlockFold(block).roundedBias() }),
    ]
    return folded + (block.squeezeExcite?.weights(in: slots) ?? [])
  }

  /// `weight` with its values in float16, unless it is of a norm.
  func halved(_ weight: NamedWeight) -> NamedWeight {
    weight.part == .map ? weight.converted(to: .float16) : weight
  }

  /// What tensors do not tell, as strings by name; lists are JSON.
  var facts: [String: String] { ExportedFacts.metadata(of: network, form: architecture.form) }

  /// Looks at what float16 does to `weights`.
  ///
  /// Vectors of norms stay float32: a variance may be far below what float16 can tell from zero.
  ///
  /// - Throws: `FormatError.Kind.unsupported` when a value lies beyond its range.
  func rangeNote(of weights: [NamedWeight]) throws(FormatError) -> Text? {
    guard isHalf else { return nil }
    var range = HalfRange()
    for weight in weights where weight.part == .map { range.look(at: weight) }
    try range.check()
    return range.note
  }
}
