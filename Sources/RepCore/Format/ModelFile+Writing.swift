extension ModelFile {
  /// Writes `network` as a `.rvg` that appears under `path` whole or not at all.
  ///
  /// Tensors keep the element type that they have.
  ///
  /// - Parameters:
  ///   - network: The network, in either form.
  ///   - path: Where it goes; a file there is replaced.
  ///   - source: Where the weights came from, in words; by default what the network says.
  ///   - progress: Told after each tensor how many of how many are written.
  /// - Throws: `FormatError.Kind.unwritable`, `unsupported` for blocks that stand alone, or `damaged` for a
  ///   network that a reader would refuse.
  public static func write(
    _ network: Network,
    to path: String,
    source: String? = nil,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(FormatError) {
    guard network.head != nil else {
      throw FormatError(
        .unsupported,
        "a .rvg describes a whole network, and the graph around these blocks is not known; "
          + "fold writes the checkpoint with its blocks folded"
      )
    }
    // What would be refused when it is read is not written.
    try network.architecture.validate()
    let tensors = network.namedTensors
    let document = RvgDocument(network, source: source ?? network.source, tensors: tensors)
    try SafetensorsWriter(tensors: tensors, metadata: document.metadata)
      .write(to: path) { progress($0, tensors.count) }
  }

  /// Writes `network`, what `opened` holds with its blocks folded, in the form of its source: a `.rvg`, or,
  /// where the graph around the blocks is not known, the same tensors with those blocks replaced.
  ///
  /// - Parameters:
  ///   - network: The network with every block folded.
  ///   - opened: What it was folded from.
  ///   - path: Where it goes; a file there is replaced.
  ///   - progress: Told after each tensor how many of how many are written.
  /// - Throws: `FormatError.Kind.unwritable`.
  public static func write(
    folded network: Network,
    of opened: Opened,
    to path: String,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(FormatError) {
    guard let graph = opened.graph else {
      try write(
        network,
        to: path,
        source: "folded from \(opened.network.source ?? opened.network.name)",
        progress: progress
      )
      return
    }
    let tensors = graph.folded(network)
    try SafetensorsWriter(tensors: tensors, metadata: graph.checkpoint.metadata)
      .write(to: path) { progress($0, tensors.count) }
  }
}
