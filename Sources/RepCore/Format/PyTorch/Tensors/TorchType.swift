/// An element type of PyTorch: one that RepCore carries, or only its name and size.
struct TorchType: Hashable {
  /// The name in messages: that of a safetensors header where there is one, else torch's.
  let name: String
  /// Bytes of one element.
  let size: Int

  /// The type as RepCore carries it; nil for those that it does not.
  var elementType: ElementType? { ElementType(rawValue: name) }

  private init(_ name: String, size: Int) {
    self.name = name
    self.size = size
  }

  private init(_ type: ElementType) { self.init(type.rawValue, size: type.bits / 8) }

  /// The type of the elements of a storage class such as `torch.FloatStorage`; nil for other names.
  ///
  /// An untyped storage counts bytes.
  init?(storageClass: String) {
    let parts = storageClass.split(separator: ".")
    guard parts.first == "torch", let last = parts.last, last.hasSuffix("Storage"),
      let type = Self.storages[last.dropLast("Storage".count)]
    else { return nil }
    self = type
  }

  /// The type that a `torch.dtype` such as `torch.uint16` names; nil for other names.
  init?(dtype: String) {
    guard dtype.hasPrefix("torch."), let type = Self.dtypes[dtype.dropFirst("torch.".count)]
    else { return nil }
    self = type
  }

  private static let storages: [Substring: TorchType] = [
    "Double": TorchType(.float64),
    "Float": TorchType(.float32),
    "Half": TorchType(.float16),
    "BFloat16": TorchType(.bfloat16),
    "Long": TorchType(.int64),
    "Int": TorchType(.int32),
    "Short": TorchType(.int16),
    "Char": TorchType(.int8),
    "Byte": TorchType(.uint8),
    "Bool": TorchType(.bool),
    "Untyped": TorchType(.uint8),
    "ComplexDouble": TorchType("C128", size: 16),
    "ComplexFloat": TorchType(.complex64),
    "QInt8": TorchType("qint8", size: 1),
    "QUInt8": TorchType("quint8", size: 1),
    "QInt32": TorchType("qint32", size: 4),
    "QUInt4x2": TorchType("quint4x2", size: 1),
    "QUInt2x4": TorchType("quint2x4", size: 1),
  ]

  private static let dtypes: [Substring: TorchType] = [
    "float64": TorchType(.float64),
    "float32": TorchType(.float32),
    "float16": TorchType(.float16),
    "bfloat16": TorchType(.bfloat16),
    "int64": TorchType(.int64),
    "int32": TorchType(.int32),
    "int16": TorchType(.int16),
    "int8": TorchType(.int8),
    "uint64": TorchType(.uint64),
    "uint32": TorchType(.uint32),
    "uint16": TorchType(.uint16),
    "uint8": TorchType(.uint8),
    "bool": TorchType(.bool),
    "float8_e4m3fn": TorchType(.float8e4m3),
    "float8_e4m3fnuz": TorchType(.float8e4m3fnuz),
    "float8_e5m2": TorchType(.float8e5m2),
    "float8_e5m2fnuz": TorchType(.float8e5m2fnuz),
    "float8_e8m0fnu": TorchType(.float8e8m0),
    "float4_e2m1fn_x2": TorchType("float4_e2m1fn_x2", size: 1),
    "complex32": TorchType("C32", size: 4),
    "complex64": TorchType(.complex64),
    "complex128": TorchType("C128", size: 16),
    "bits8": TorchType("bits8", size: 1),
    "bits16": TorchType("bits16", size: 2),
    "bits1x8": TorchType("bits1x8", size: 1),
    "bits2x4": TorchType("bits2x4", size: 1),
    "bits4x2": TorchType("bits4x2", size: 1),
  ]
}
