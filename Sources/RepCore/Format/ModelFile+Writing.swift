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
        en: "a .rvg describes a whole network, and the graph around these blocks is not known; "
          + "fold writes the checkpoint with its blocks folded",
        vi: "tệp .rvg mô tả trọn một mạng, mà chưa biết đồ thị quanh các khối này; "
          + "fold ghi checkpoint với các khối đã gộp"
      )
    }
    // What would be refused when it is read is not written.
    try network.architecture.validate()
    let tensors = network.namedTensors
    let document = RvgDocument(network, source: source ?? network.source, tensors: tensors)
    try SafetensorsWriter(tensors: tensors, metadata: document.metadata)
      .write(to: path) { progress($0, tensors.count) }
  }

  /// Writes `network`, what `opened` holds with its blocks folded: as a `.rvg`, or as the same tensors with
  /// the blocks replaced where `path` ends in `.safetensors` or the graph around them is not known.
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
    guard let graph = opened.graph, opened.keepsCheckpoint(writing: path) else {
      try write(
        network,
        to: path,
        source: Network.foldedSource(opened.network.source ?? opened.network.name),
        progress: progress
      )
      return
    }
    let tensors = graph.folded(network)
    try SafetensorsWriter(tensors: tensors, metadata: graph.metadata(of: opened.network))
      .write(to: path) { progress($0, tensors.count) }
  }
}

extension ModelFile.Opened {
  /// Whether folding into `path` writes the same checkpoint again, and not a `.rvg`.
  func keepsCheckpoint(writing path: String) -> Bool {
    graph != nil && (network.head == nil || path.hasSuffix(".safetensors"))
  }

  /// Tensors that folding into `path` leaves out: those that no safetensors file can carry, and in a `.rvg`
  /// all that belong to no block, but for the counters of norms.
  public func leftOut(writing path: String) -> [String] {
    if keepsCheckpoint(writing: path) { return graph?.checkpoint.opaque.keys.sorted() ?? [] }
    // What stood in the place of a folded convolution is written, as what it is now.
    let isWritten = (graph?.blocks ?? []).testOfFoldedPlaces()
    return coverage.ignored.filter { name in
      !name.hasSuffix(".num_batches_tracked") && !isWritten(name)
    }
  }
}
