internal import Words

/// What a file says of each of its pictures: a class, and whether it was held out.
struct PictureNumbers {
  /// What holds the classes, a tensor or a word of the metadata.
  private static let labels = "labels"
  /// The tensor that marks what was held out.
  private static let heldOut = "held_out"

  private let checkpoint: Checkpoint
  /// How many pictures there are.
  private let count: Int

  /// The numbers of `count` pictures.
  init(_ checkpoint: Checkpoint, count: Int) {
    (self.checkpoint, self.count) = (checkpoint, count)
  }

  /// The class of each picture, of a tensor, else of the metadata; nil where neither has them.
  ///
  /// - Throws: `FormatError` where they are not as many as the pictures, or no whole numbers from 0.
  func labels() throws(FormatError) -> [Int]? {
    let stored = try tensor(Self.labels)
    guard let labels = try stored == nil ? text(Self.labels) : stored else { return nil }
    if let place = labels.firstIndex(where: { $0 < 0 }) {
      throw fault(
        en: "\(Self.labels): [\(place)] is \(labels[place]); classes count from 0",
        vi: "\(Self.labels): [\(place)] là \(labels[place]); các lớp đếm từ 0"
      )
    }
    return labels
  }

  /// Whether each picture was kept from training; nil where nobody says.
  ///
  /// - Throws: `FormatError` where they are not as many as the pictures, or others than 0 and 1.
  func heldOut() throws(FormatError) -> [Bool]? {
    guard let marks = try tensor(Self.heldOut) else { return nil }
    if let place = marks.firstIndex(where: { !(0...1).contains($0) }) {
      throw fault(
        en: "\(Self.heldOut): [\(place)] is \(marks[place]); write 1 where held out, else 0",
        vi: "\(Self.heldOut): [\(place)] là \(marks[place]); hãy ghi 1 nếu giữ lại, nếu không thì 0"
      )
    }
    return marks.map { $0 == 1 }
  }

  /// The whole numbers of a tensor; nil where there is no such tensor.
  private func tensor(_ name: String) throws(FormatError) -> [Int]? {
    guard let tensor = checkpoint.tensors[name] else { return nil }
    guard tensor.shape == [count] else {
      throw fault(
        en: "\(name): has the shape \(tensor.shape); the pictures need [\(count)]",
        vi: "\(name): có hình dạng \(tensor.shape); các ảnh cần [\(count)]"
      )
    }
    try FormatError.requireMemory(count * MemoryLayout<Int>.stride, for: .input)
    switch tensor.elementType {
    case .uint8, .bool: return elements(tensor, as: UInt8.self)
    case .int32: return elements(tensor, as: Int32.self)
    case .int64: return elements(tensor, as: Int64.self)
    default:
      throw FormatError(
        .unsupported,
        en: "\(name): holds \(tensor.elementType.rawValue); write U8, I32 or I64",
        vi: "\(name): chứa \(tensor.elementType.rawValue); hãy ghi U8, I32 hoặc I64"
      )
    }
  }

  private func elements<Number: FixedWidthInteger & BitwiseCopyable>(
    _ tensor: Tensor,
    as type: Number.Type
  ) -> [Int] {
    let bytes = ByteWindow(tensor.storage)
    return (0..<count).compactMap { index in
      let offset = tensor.byteOffset + index * MemoryLayout<Number>.size
      return bytes.integer(at: offset, as: type).map { Int($0) }
    }
  }

  /// The whole numbers of the metadata, with blanks between them; nil where there are none.
  private func text(_ name: String) throws(FormatError) -> [Int]? {
    guard let text = checkpoint.metadata[name] else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    let numbers = words.compactMap { Int($0) }
    guard words.count == count, numbers.count == count else {
      throw fault(
        en: "\(name): the metadata hold \(numbers.count) whole numbers for \(count) pictures",
        vi: "\(name): metadata có \(numbers.count) số nguyên cho \(count) ảnh"
      )
    }
    return numbers
  }

  private func fault(en: String, vi: String) -> FormatError {
    FormatError(.damaged, en: en, vi: vi)
  }
}
