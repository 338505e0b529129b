/// A graph with what a reader must know to run it.
struct OnnxModel {
  /// The largest file that readers of Protocol Buffers take, in bytes.
  static let largestFile = Int(Int32.max)

  let producer: ProducerName
  let operators: OnnxOperators
  let graph: OnnxGraph
  /// For people and programs that use the network; strings as in `metadata_props`.
  let metadata: [(key: String, value: String)]

  /// Writes a file that appears under `path` whole or not at all.
  ///
  /// `progress` is told after each weight how many are written.
  ///
  /// - Throws: `FormatError.Kind.unwritable`.
  func write(to path: String, progress: (Int) -> Void) throws(FormatError) {
    let message = message
    guard message.byteCount <= Self.largestFile else {
      throw FormatError(
        .unwritable,
        en: "\(message.byteCount) bytes are more than an ONNX file may have (2 GiB); export with "
          + "--float16 or as .safetensors",
        vi: "\(message.byteCount) byte là hơn mức của một tệp ONNX (2 GiB); hãy xuất với --float16 "
          + "hoặc thành .safetensors",
        path: path
      )
    }
    let file = try ReplacingFile(path)
    try message.write(to: file, progress: progress)
    try file.commit()
  }

  /// The model as a `ModelProto`; field numbers are those of onnx.proto.
  var message: ProtobufMessage {
    var message = ProtobufMessage()
    message.put(1, operators.representation)
    message.put(2, producer.name)
    message.put(3, producer.version)
    message.put(7, graph.message)
    var set = ProtobufMessage()
    set.put(1, "")
    set.put(2, operators.set)
    message.put(8, set)
    for (key, value) in metadata {
      var entry = ProtobufMessage()
      entry.put(1, key)
      entry.put(2, value)
      message.put(14, entry)
    }
    return message
  }
}

/// The version of the operator set that a graph is written in, and of the format that came with it.
enum OnnxOperators {
  /// What every tool reads.
  case usual
  /// The first set whose norms may have float32 vectors in a float16 graph.
  case mixedNorms

  /// Version of the default domain's operator set.
  var set: Int {
    switch self {
    case .usual: 13
    case .mixedNorms: 15
    }
  }

  /// Version of the format, `ir_version`.
  var representation: Int {
    switch self {
    case .usual: 7
    case .mixedNorms: 8
    }
  }
}
