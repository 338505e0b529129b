/// The type of a stored tensor's elements, named as in a safetensors header, in the order of the
/// reference writer.
///
/// RepCore computes on the floating point types from 16 bits on; the others are carried unread.
public enum ElementType: String, Hashable, Sendable, CaseIterable {
  case bool = "BOOL"
  case float4 = "F4"
  case float6e2m3 = "F6_E2M3"
  case float6e3m2 = "F6_E3M2"
  case uint8 = "U8"
  case int8 = "I8"
  case float8e5m2 = "F8_E5M2"
  case float8e4m3 = "F8_E4M3"
  case float8e8m0 = "F8_E8M0"
  case float8e4m3fnuz = "F8_E4M3FNUZ"
  case float8e5m2fnuz = "F8_E5M2FNUZ"
  case int16 = "I16"
  case uint16 = "U16"
  case float16 = "F16"
  case bfloat16 = "BF16"
  case int32 = "I32"
  case uint32 = "U32"
  case float32 = "F32"
  case complex64 = "C64"
  case float64 = "F64"
  case int64 = "I64"
  case uint64 = "U64"

  /// What PyTorch calls it: `complex64`, `float8_e4m3fn`.
  public var title: String {
    switch self {
    case .bool: "bool"
    case .float4: "float4_e2m1"
    case .float6e2m3: "float6_e2m3"
    case .float6e3m2: "float6_e3m2"
    case .uint8: "uint8"
    case .int8: "int8"
    case .float8e5m2: "float8_e5m2"
    case .float8e4m3: "float8_e4m3fn"
    case .float8e8m0: "float8_e8m0fnu"
    case .float8e4m3fnuz: "float8_e4m3fnuz"
    case .float8e5m2fnuz: "float8_e5m2fnuz"
    case .int16: "int16"
    case .uint16: "uint16"
    case .float16: "float16"
    case .bfloat16: "bfloat16"
    case .int32: "int32"
    case .uint32: "uint32"
    case .float32: "float32"
    case .complex64: "complex64"
    case .float64: "float64"
    case .int64: "int64"
    case .uint64: "uint64"
    }
  }

  /// Bits of one element.
  public var bits: Int {
    switch self {
    case .float4: 4
    case .float6e2m3, .float6e3m2: 6
    case .bool, .uint8, .int8, .float8e5m2, .float8e4m3, .float8e8m0, .float8e4m3fnuz,
      .float8e5m2fnuz:
      8
    case .int16, .uint16, .float16, .bfloat16: 16
    case .int32, .uint32, .float32: 32
    case .complex64, .float64, .int64, .uint64: 64
    }
  }

  /// Bytes of a tensor of `shape`, whose elements lie without gaps.
  public func byteCount(of shape: [Int]) -> Int { shape.reduce(bits, *) / 8 }

  /// Whether the elements are whole numbers, or true and false.
  public var isInteger: Bool {
    switch self {
    case .bool, .uint8, .int8, .int16, .uint16, .int32, .uint32, .int64, .uint64: true
    default: false
    }
  }

  /// Whether RepCore can read the elements as numbers to compute with.
  public var isFloatingPoint: Bool {
    switch self {
    case .float16, .bfloat16, .float32, .float64: true
    default: false
    }
  }
}
