/// A message of the Protocol Buffers wire format, built from the inside out.
///
///     var message = ProtobufMessage()
///     message.put(1, 150)      // 08 96 01
///     message.put(2, "testing") // 12 07 74 65 73 74 69 6e 67
///
/// Numbers are varints, floats fixed32, everything else is length-delimited. Lengths stand in front, so
/// a message knows its size before it is written; tensors are only made while writing, one after another.
/// Specification: protobuf.dev, "Encoding".
struct ProtobufMessage {
  private enum Piece {
    case bytes([UInt8])
    case tensor(LazyTensor)
  }

  private enum WireType: Int {
    case varint = 0
    case lengthDelimited = 2
    case fixed32 = 5
  }

  private var pieces: [Piece] = []

  /// Size of the message as written.
  private(set) var byteCount = 0

  /// A whole number; negative ones take ten bytes, as int64 does.
  mutating func put(_ field: Int, _ value: Int) {
    key(field, .varint)
    varint(UInt64(bitPattern: Int64(value)))
  }

  /// A float32.
  mutating func put(_ field: Int, _ value: Float) {
    key(field, .fixed32)
    append((0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) })
  }

  /// A string in UTF-8.
  mutating func put(_ field: Int, _ text: String) {
    delimited(field, count: text.utf8.count)
    append(Array(text.utf8))
  }

  /// The bytes of a tensor, little-endian, row-major.
  mutating func put(_ field: Int, _ tensor: LazyTensor) {
    delimited(field, count: tensor.byteCount)
    pieces.append(.tensor(tensor))
    byteCount += tensor.byteCount
  }

  /// A message inside this one.
  mutating func put(_ field: Int, _ message: ProtobufMessage) {
    delimited(field, count: message.byteCount)
    for piece in message.pieces {
      switch piece {
      case .bytes(let bytes): append(bytes)
      case .tensor(let tensor):
        pieces.append(piece)
        byteCount += tensor.byteCount
      }
    }
  }

  /// Writes the message; `progress` is told after each tensor how many are written.
  func write(
    to file: borrowing ReplacingFile,
    progress: (Int) -> Void
  ) throws(FormatError) {
    var written = 0
    for piece in pieces {
      switch piece {
      case .bytes(let bytes): try unsafe file.write(bytes.span.bytes)
      case .tensor(let tensor):
        try tensor.made().withBytes { (bytes) throws(FormatError) in try file.write(bytes) }
        written += 1
        progress(written)
      }
    }
  }
}

extension ProtobufMessage {
  private mutating func delimited(_ field: Int, count: Int) {
    key(field, .lengthDelimited)
    varint(UInt64(count))
  }

  private mutating func key(_ field: Int, _ type: WireType) {
    varint(UInt64(field << 3 | type.rawValue))
  }

  /// Seven bits a byte, the lowest first; the top bit says that more follow.
  private mutating func varint(_ value: UInt64) {
    var (rest, bytes) = (value, [UInt8]())
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(bytes + [UInt8(rest)])
  }

  /// Adds to the last piece if that is bytes too, so that few pieces are written.
  private mutating func append(_ bytes: [UInt8]) {
    byteCount += bytes.count
    guard case .bytes(var last)? = pieces.last else {
      pieces.append(.bytes(bytes))
      return
    }
    pieces.removeLast()
    last += bytes
    pieces.append(.bytes(last))
  }
}
