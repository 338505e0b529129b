public import Words

extension NetworkExport {
  /// Writes an ONNX model that appears under `path` whole or not at all.
  ///
  /// The input `input` is float32, `N x C x H x W` with any `N`, `H` and `W`; the output `logits` is float32,
  /// `N x classes`. Weights of other types than float32 are rounded to it, or to float16 if so asked.
  ///
  /// - Parameters:
  ///   - path: Where it goes; a file there is replaced.
  ///   - producer: The program that the file names.
  ///   - progress: Told after each weight how many of how many are written.
  /// - Returns: What the file cannot keep, a sentence each.
  /// - Throws: `FormatError`: `unsupported` for values beyond float16 and blocks that do not run, `unwritable` for a file that
  ///   cannot be written or would be too large.
  public func writeOnnx(
    to path: String,
    producer: ProducerName,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(FormatError) -> [Text] {
    try requireRunning()
    let weights = onnxWeights
    let note = try rangeNote(of: weights)
    let graph = onnxGraph(weights)
    let model = OnnxModel(
      producer: producer,
      operators: isHalf && form == .train ? .mixedNorms : .usual,
      graph: graph,
      metadata: facts.sorted { $0.key < $1.key }
    )
    try model.write(to: path) { progress($0, graph.weights.count) }
    return [note].compactMap(\.self)
  }

  /// The network as a graph, with its weights in the types in which they are written.
  var onnxGraph: OnnxGraph { onnxGraph(onnxWeights) }

  private func onnxGraph(_ weights: [NamedWeight]) -> OnnxGraph {
    let architecture = architecture
    var lowering = OnnxLowering()
    if isHalf { lowering.cast(to: .float16, "input/cast") }
    for block in architecture.blocks { lowering.block(block, block.slots(network.family)) }
    lowering.head(architecture.headSlots, output: isHalf ? "linear" : OnnxLowering.output)
    if isHalf { lowering.cast(to: .float32, "logits/cast", output: OnnxLowering.output) }
    return OnnxGraph(
      name: network.name,
      input: OnnxGraph.Port(
        name: OnnxLowering.input,
        shape: [.named("batch"), .fixed(network.input.channels), .named("height"), .named("width")]
      ),
      output: OnnxGraph.Port(
        name: OnnxLowering.output,
        shape: [.named("batch"), .fixed(architecture.classes)]
      ),
      nodes: lowering.nodes,
      weights: (weights + lowering.constants.map(NamedWeight.init(constant:)))
        .map { $0.converted(to: isHalf && $0.part == .map ? .float16 : .float32) }
    )
  }

  /// Throws `FormatError.Kind.unsupported` for the first block that a graph cannot tell.
  private func requireRunning() throws(FormatError) {
    for block in architecture.blocks {
      guard let reason = block.obstacleWords else { continue }
      throw FormatError(
        .unsupported,
        "\(block.path) cannot be written as ONNX: \(reason); .safetensors holds the weights alone"
      )
    }
  }

  /// All weights under their names in a `.rvg`, as the network has them.
  private var onnxWeights: [NamedWeight] {
    blocks.flatMap { weights(of: $0, in: shape(of: $0).slots(network.family)) }
      + head.weights(in: network.architecture.headSlots)
  }
}

extension NamedWeight {
  /// A number that a graph reads beside its weights.
  fileprivate init(constant: (name: String, value: Float)) {
    let slot = TensorSlot(name: constant.name, shape: [])
    self.init(slot, .map, LazyTensor(Tensor([constant.value], shape: [])))
  }
}
