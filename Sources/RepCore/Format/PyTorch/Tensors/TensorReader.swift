/// Makes tensors of the calls in a pickle, over the bytes of its container.
///
/// A contiguous tensor points into the file. Any other is gathered into memory of its own, once,
/// however many names it has.
struct TensorReader {
  /// What a call makes.
  enum Result {
    case tensor(Tensor)
    /// A tensor that RepCore does not carry, with the name of its type.
    case opaque(String)
  }

  private let heap: PickleHeap
  private let source: any StorageSource
  /// The work that may still be done on the file by whoever asks for tensors.
  var budget = WorkBudget()
  private var made: [PickleReference: Result] = [:]
  /// Bytes that tensors may still be gathered into.
  private var room: Int

  /// Bytes that a file's gathered tensors may take beyond its own size.
  ///
  /// A whole file of transposed tensors can be gathered; expanded ones, which repeat a few elements,
  /// can be as large as a file likes to say.
  static let roomBeyondFile = 1 << 26

  init(_ heap: PickleHeap, _ source: any StorageSource) {
    self.heap = heap
    self.source = source
    room = heap.source.storage.count + Self.roomBeyondFile
  }

  /// The tensor at `reference`, called `name` in messages; nil when it is none.
  mutating func tensor(
    _ reference: PickleReference,
    named name: String
  ) throws(FormatError) -> Result? {
    if let result = made[reference] { return result }
    let result: Result
    switch TensorCall(reference, in: heap) {
    case nil: return nil
    case .other(let kind): result = .opaque(kind)
    case .strided(let call): result = try read(call, named: name)
    }
    made[reference] = result
    return result
  }

  private mutating func read(
    _ call: TensorCall.Strided,
    named name: String
  ) throws(FormatError) -> Result {
    func failure(_ kind: FormatError.Kind = .damaged, en: String, vi: String) -> FormatError {
      FormatError(kind, en: en, vi: vi).of(tensor: name)
    }
    guard case .persistent(let identity) = heap[call.storage] else {
      throw failure(en: "it has no storage", vi: "nó không có storage")
    }
    if let unknown = StorageIdentity.unknownClass(identity, in: heap) { return .opaque(unknown) }
    guard let storage = StorageIdentity(identity, in: heap) else {
      throw failure(
        en: "what it says of its storage makes no sense",
        vi: "điều nó nói về storage của nó là vô lý"
      )
    }
    let dtype = call.type.flatMap { heap.global($0) }
    guard let type = dtype.map({ TorchType(dtype: $0) }) ?? storage.type else {
      return .opaque(dtype ?? "?")
    }
    guard let elementType = type.elementType else { return .opaque(type.name) }
    if call.isLazy { return .opaque("\(type.name), negated when used") }
    guard let offset = heap.integer(call.offset), let extents = heap.integers(call.extents),
      let strides = heap.integers(call.strides),
      let layout = StridedLayout(
        offset: offset,
        extents: extents,
        strides: strides,
        elementSize: type.size
      )
    else {
      throw failure(
        en: "its offset, shape and strides make no sense",
        vi: "offset, hình dạng và stride của nó là vô lý"
      )
    }
    let bytes: ByteWindow
    do throws(FormatError) { bytes = try source.bytes(of: storage) } catch {
      throw error.of(tensor: name)
    }
    guard layout.end <= bytes.count / type.size else {
      let count = bytes.count / type.size
      throw failure(
        en: "it reaches to element \(layout.end) of a storage that has \(count)",
        vi: "nó vươn tới phần tử \(layout.end) của một storage chỉ có \(count)"
      )
    }
    guard !layout.isContiguous else {
      let start = bytes.range.lowerBound + (layout.count > 0 ? offset * type.size : 0)
      return .tensor(
        Tensor(storage: bytes.storage, byteOffset: start, elementType: elementType, shape: extents)
      )
    }
    let size = layout.count * type.size
    guard size <= room else {
      throw failure(
        .unsupported,
        en: "its \(layout.count) elements, which do not lie one behind the other, take more memory "
          + "than the file allows for; save it as contiguous()",
        vi: "\(layout.count) phần tử không nằm liền nhau của nó cần nhiều bộ nhớ hơn mức tệp cho "
          + "phép; hãy lưu nó dạng contiguous()"
      )
    }
    try FormatError.requireMemory(size, for: .gatheredTensors)
    room -= size
    return .tensor(
      Tensor(
        storage: Self.gathered(layout, bytes, size: type.size),
        byteOffset: 0,
        elementType: elementType,
        shape: extents
      )
    )
  }

  private static func gathered(_ layout: StridedLayout, _ bytes: ByteWindow, size: Int) -> Storage {
    let source = unsafe UnsafeRawBufferPointer(rebasing: bytes.storage.bytes[bytes.range])
    return unsafe Storage(count: layout.count * size) { target in
      switch size {
      case 1: unsafe layout.gather(UInt8.self, from: source, to: target)
      case 2: unsafe layout.gather(UInt16.self, from: source, to: target)
      case 4: unsafe layout.gather(UInt32.self, from: source, to: target)
      case 8: unsafe layout.gather(UInt64.self, from: source, to: target)
      default: preconditionFailure("no carried element has \(size) bytes")
      }
    }
  }
}
