/// A part of a storage, read with every offset checked; nothing is copied.
struct ByteWindow: Sendable {
  /// The bytes that it is a part of.
  let storage: Storage
  /// Where it lies in the storage.
  let range: Range<Int>

  /// All of `storage`.
  init(_ storage: Storage) { self.init(storage, 0..<storage.count) }

  private init(_ storage: Storage, _ range: Range<Int>) {
    self.storage = storage
    self.range = range
  }

  /// Number of bytes.
  var count: Int { range.count }

  /// The bytes `offset ..< offset + count` of this window; nil when they are not all there.
  func part(at offset: Int, count: Int) -> ByteWindow? {
    guard offset >= 0, count >= 0, offset <= self.count, count <= self.count - offset else {
      return nil
    }
    let start = range.lowerBound + offset
    return ByteWindow(storage, start..<start + count)
  }

  /// The little-endian number at `offset`; nil when it is not all there.
  func integer<Value: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as: Value.Type) -> Value?
  {
    guard let part = part(at: offset, count: MemoryLayout<Value>.size) else { return nil }
    let start = part.range.lowerBound
    return Value(
      littleEndian: unsafe storage.bytes.loadUnaligned(fromByteOffset: start, as: Value.self)
    )
  }

  /// The little-endian number of 16 bits at `offset`, widened; nil when it is not all there.
  func short(at offset: Int) -> Int? { integer(at: offset, as: UInt16.self).map { Int($0) } }

  /// The little-endian number of 32 bits at `offset`, widened; nil when it is not all there.
  func word(at offset: Int) -> Int? { integer(at: offset, as: UInt32.self).map { Int($0) } }

  /// The little-endian number of 64 bits at `offset`; nil when it is not all there or above `Int.max`.
  func long(at offset: Int) -> Int? {
    integer(at: offset, as: UInt64.self).flatMap { Int(exactly: $0) }
  }

  /// The offset of the first `byte` from `offset` on; nil when there is none.
  func first(_ byte: UInt8, from offset: Int) -> Int? {
    guard let rest = part(at: offset, count: count - offset) else { return nil }
    return unsafe storage.bytes[rest.range].firstIndex(of: byte).map { $0 - range.lowerBound }
  }

  /// The bytes as UTF-8; what is none becomes U+FFFD.
  var text: String { unsafe String(decoding: storage.bytes[range], as: UTF8.self) }

  /// A copy of the bytes.
  var bytes: [UInt8] { unsafe Array(storage.bytes[range]) }
}
