/// The bytes of a pickle, taken from front to back; a length is believed only as far as bytes follow.
struct PickleInput {
  let source: ByteWindow
  /// The next byte.
  private(set) var position = 0

  init(_ source: ByteWindow) { self.source = source }

  /// The next `count` bytes' place in the pickle.
  mutating func take(_ count: Int) throws(FormatError) -> Range<Int> {
    guard count >= 0, count <= source.count - position else {
      let left = source.count - position
      throw failure(
        en: "\(count) bytes are announced but only \(left) follow",
        vi: "được báo có \(count) byte nhưng chỉ còn \(left)"
      )
    }
    defer { position += count }
    return position..<position + count
  }

  /// The next little-endian number.
  mutating func next<Value: FixedWidthInteger & BitwiseCopyable>(
    _: Value.Type
  ) throws(FormatError) -> Value {
    guard let value = source.integer(at: position, as: Value.self) else {
      throw failure(en: "it ends inside a number", vi: "nó kết thúc giữa một số")
    }
    position += MemoryLayout<Value>.size
    return value
  }

  /// The next length of 64 bits.
  mutating func nextLength() throws(FormatError) -> Int {
    let length = try next(UInt64.self)
    guard let length = Int(exactly: length) else {
      throw failure(en: "\(length) bytes are announced", vi: "được báo có \(length) byte")
    }
    return length
  }

  /// The place of the bytes up to the next end of line, which is passed over.
  mutating func line() throws(FormatError) -> Range<Int> {
    guard let end = source.first(UInt8(ascii: "\n"), from: position) else {
      throw failure(en: "a line has no end", vi: "một dòng không kết thúc")
    }
    defer { position = end + 1 }
    return position..<end
  }

  /// The bytes at a place that was taken, as UTF-8.
  func text(_ range: Range<Int>) -> String { window(range).text }

  /// The bytes at a place that was taken.
  func bytes(_ range: Range<Int>) -> [UInt8] { window(range).bytes }

  /// A fault here.
  func failure(en: String, vi: String) -> FormatError {
    FormatError(
      .damaged,
      en: "the pickle is damaged at byte \(position): \(en)",
      vi: "pickle bị hỏng ở byte \(position): \(vi)"
    )
  }

  private func window(_ range: Range<Int>) -> ByteWindow {
    guard let window = source.part(at: range.lowerBound, count: range.count) else {
      preconditionFailure("\(range) was not taken from this pickle")
    }
    return window
  }
}
