internal import Words

/// The header of a safetensors file: 8 bytes with the length of the JSON text, then that text.
struct SafetensorsHeader {
  /// Longest JSON text that the reference implementation reads, in bytes.
  static let longestText = 100_000_000
  /// Bytes of the length in front.
  static let lengthBytes = 8
  /// The key of the metadata, which is no tensor.
  static let metadataKey = "__metadata__"

  /// What the header says of one tensor; offsets count from the start of the data.
  struct Entry {
    let name: String
    let type: ElementType
    let shape: [Int]
    let range: Range<Int>
  }

  /// The tensors, by their place in the data.
  let entries: [Entry]
  let metadata: [String: String]
  /// Where the data starts in the file.
  let dataStart: Int

  /// Reads and checks the header of `bytes`, which is the whole file.
  init(_ bytes: RawSpan) throws(FormatError) {
    let text = try Self.text(of: bytes)
    let json: JSON
    do {
      json = try JSON(parsing: text)
    } catch {
      throw FormatError(
        .damaged,
        en: "the safetensors header is not JSON",
        vi: "phần đầu safetensors không phải JSON",
        because: error.words
      )
    }
    var entries: [Entry] = []
    var metadata: [String: String] = [:]
    for member in json.members ?? [] {
      if member.key == Self.metadataKey {
        metadata = try Self.strings(member.value)
      } else {
        entries.append(try Entry(name: member.key, json: member.value))
      }
    }
    // Several empty tensors may share an offset; the end keeps them before the one that follows.
    entries.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    self.entries = entries
    self.metadata = metadata
    dataStart = Self.lengthBytes + text.count
    try checkLayout(fileSize: bytes.byteCount)
  }

  /// The JSON text; its length is checked against the file before anything is copied.
  private static func text(of bytes: RawSpan) throws(FormatError) -> [UInt8] {
    guard bytes.byteCount > lengthBytes else {
      throw FormatError(
        .damaged,
        en: "\(bytes.byteCount) bytes are too few for a safetensors header",
        vi: "\(bytes.byteCount) byte là quá ít cho phần đầu safetensors"
      )
    }
    let raw = unsafe bytes.unsafeLoadUnaligned(as: UInt64.self)
    let length = UInt64(littleEndian: raw)
    guard length <= UInt64(longestText) else {
      throw FormatError(
        .damaged,
        en: "a safetensors header of \(length) bytes is announced; \(longestText) are the most "
          + "allowed",
        vi: "phần đầu safetensors được báo dài \(length) byte; nhiều nhất là \(longestText)"
      )
    }
    let room = bytes.byteCount - lengthBytes
    guard length <= UInt64(room) else {
      throw FormatError(
        .damaged,
        en: "the safetensors header is said to have \(length) bytes but only \(room) follow; "
          + "the file may be cut short",
        vi: "phần đầu safetensors được báo dài \(length) byte nhưng chỉ còn \(room); "
          + "tệp có thể bị cụt"
      )
    }
    let text = unsafe bytes.extracting(lengthBytes..<lengthBytes + Int(length)).withUnsafeBytes {
      unsafe Array($0)
    }
    guard text.first == UInt8(ascii: "{") else {
      throw FormatError(
        .damaged,
        en: "the safetensors header does not begin with {",
        vi: "phần đầu safetensors không bắt đầu bằng {"
      )
    }
    return text
  }

  private static func strings(_ json: JSON) throws(FormatError) -> [String: String] {
    guard let members = json.members else {
      throw FormatError(
        .damaged,
        en: "\(metadataKey) is not an object of strings",
        vi: "\(metadataKey) không phải một đối tượng gồm các chuỗi"
      )
    }
    var strings: [String: String] = [:]
    for member in members {
      guard let text = member.value.text else {
        let key = FormatError.clipped(member.key)
        throw FormatError(
          .damaged,
          en: "\(metadataKey): \(key) is not a string",
          vi: "\(metadataKey): \(key) không phải một chuỗi"
        )
      }
      strings[member.key] = text
    }
    return strings
  }

  /// The tensors fill the data without holes and overlaps, to the last byte of the file.
  private func checkLayout(fileSize: Int) throws(FormatError) {
    var end = 0
    for entry in entries {
      guard entry.range.lowerBound == end else {
        let fault =
          entry.range.lowerBound < end
          ? Text(en: "overlaps the tensor before it", vi: "đè lên tensor trước nó")
          : Text(en: "leaves a hole", vi: "để lại một khoảng trống")
        let (name, start) = (FormatError.clipped(entry.name), entry.range.lowerBound)
        throw FormatError(
          .damaged,
          en: "tensor \(name) \(fault.en): it begins at \(start) where \(end) is expected",
          vi: "tensor \(name) \(fault.vi): nó bắt đầu ở \(start), lẽ ra ở \(end)"
        )
      }
      end = entry.range.upperBound
    }
    let room = fileSize - dataStart
    guard end == room else {
      let guess =
        end > room
        ? Text(en: "it may be cut short", vi: "tệp có thể bị cụt")
        : Text(en: "it has bytes too many", vi: "tệp thừa byte")
      throw FormatError(
        .damaged,
        en:
          "the tensors take \(end) bytes but the file holds \(room) behind its header; \(guess.en)",
        vi: "các tensor cần \(end) byte nhưng sau phần đầu tệp có \(room); \(guess.vi)"
      )
    }
  }
}
