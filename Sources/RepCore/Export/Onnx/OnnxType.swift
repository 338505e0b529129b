/// The element types of ONNX that are written, by their numbers in `TensorProto.DataType`.
enum OnnxType: Int {
  case float32 = 1
  case float16 = 10

  /// The type of a weight.
  init(_ type: ElementType) {
    switch type {
    case .float32: self = .float32
    case .float16: self = .float16
    default: preconditionFailure("weights are written as float32 or float16, not \(type.rawValue)")
    }
  }
}
