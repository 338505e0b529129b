/// A graph of operators with one input and one output.
struct OnnxGraph {
  /// Extent of an axis of the input or output.
  enum Extent {
    case fixed(Int)
    /// Any; the same wherever the name is the same.
    case named(String)
  }

  /// A float32 tensor that comes in or goes out.
  struct Port {
    let name: String
    let shape: [Extent]
  }

  let name: String
  let input: Port
  let output: Port
  /// In an order in which they can run.
  var nodes: [OnnxNode] = []
  /// Weights in the order of their use.
  var weights: [NamedWeight] = []
}

// Field numbers are those of onnx.proto.

extension OnnxGraph {
  /// The graph as a `GraphProto`.
  var message: ProtobufMessage {
    var message = ProtobufMessage()
    for node in nodes { message.put(1, node.message) }
    message.put(2, name)
    for weight in weights { message.put(5, weight.message) }
    message.put(11, input.message)
    message.put(12, output.message)
    return message
  }
}

extension NamedWeight {
  /// The weight as a `TensorProto`.
  fileprivate var message: ProtobufMessage {
    var message = ProtobufMessage()
    for extent in tensor.shape { message.put(1, extent) }
    message.put(2, OnnxType(tensor.elementType).rawValue)
    message.put(8, name)
    message.put(9, tensor)
    return message
  }
}

extension OnnxGraph.Port {
  /// The port as a `ValueInfoProto`.
  fileprivate var message: ProtobufMessage {
    var dimensions = ProtobufMessage()
    for extent in shape { dimensions.put(1, extent.message) }
    var tensor = ProtobufMessage()
    tensor.put(1, OnnxType.float32.rawValue)
    tensor.put(2, dimensions)
    var type = ProtobufMessage()
    type.put(1, tensor)
    var message = ProtobufMessage()
    message.put(1, name)
    message.put(2, type)
    return message
  }
}

extension OnnxGraph.Extent {
  /// The extent as a `TensorShapeProto.Dimension`.
  fileprivate var message: ProtobufMessage {
    var message = ProtobufMessage()
    switch self {
    case .fixed(let value): message.put(1, value)
    case .named(let name): message.put(2, name)
    }
    return message
  }
}
