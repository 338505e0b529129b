/// One use of an operator.
struct OnnxNode {
  /// The value of an attribute.
  enum Attribute {
    case integer(Int)
    case integers([Int])
    case float(Float)
  }

  /// Name of the operator, as `Conv`.
  let operation: String
  /// Unique in the graph; the node's only output bears it too unless `output` says otherwise.
  let name: String
  let inputs: [String]
  let output: String
  let attributes: [(name: String, value: Attribute)]

  /// A node with one output.
  init(
    _ operation: String,
    _ name: String,
    _ inputs: [String],
    output: String? = nil,
    attributes: [(name: String, value: Attribute)] = []
  ) {
    self.operation = operation
    self.name = name
    self.inputs = inputs
    self.output = output ?? name
    self.attributes = attributes
  }
}

// Field numbers are those of onnx.proto.

extension OnnxNode {
  /// The node as a `NodeProto`.
  var message: ProtobufMessage {
    var message = ProtobufMessage()
    for input in inputs { message.put(1, input) }
    message.put(2, output)
    message.put(3, name)
    message.put(4, operation)
    for (name, value) in attributes { message.put(5, value.message(named: name)) }
    return message
  }
}

extension OnnxNode.Attribute {
  /// The attribute as an `AttributeProto`, whose last field is the number of its type.
  fileprivate func message(named name: String) -> ProtobufMessage {
    var message = ProtobufMessage()
    message.put(1, name)
    switch self {
    case .float(let value):
      message.put(2, value)
      message.put(20, 1)
    case .integer(let value):
      message.put(3, value)
      message.put(20, 2)
    case .integers(let values):
      for value in values { message.put(8, value) }
      message.put(20, 7)
    }
    return message
  }
}
