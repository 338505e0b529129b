/// Where the central directory of a zip archive lies, as the records at the end of the file say.
///
/// Source: APPNOTE.TXT 6.3.10, parts 4.3.14 to 4.3.16.
struct ZipDirectory {
  /// Most records that are read; real checkpoints have a few per tensor.
  static let mostRecords = 1 << 17

  /// Number of records in the archive.
  let count: Int
  /// The directory's place in the file.
  let offset: Int
  let size: Int

  private static let endSize = 22
  private static let wideLocatorSize = 20
  private static let wideEndSize = 56
  private static let longestComment = 0xFFFF

  /// Finds the end record from the end of `file`, which is the whole archive.
  init(_ file: ByteWindow) throws(FormatError) {
    guard let end = Self.end(of: file) else {
      throw FormatError(
        .damaged,
        en: "the zip archive has no end record; the file may be cut short, fetch it again",
        vi: "tệp zip không có bản ghi kết thúc; tệp có thể bị cụt, hãy tải lại"
      )
    }
    var fields = Fields(
      count: file.short(at: end + 10) ?? 0,
      size: file.word(at: end + 12) ?? 0,
      offset: file.word(at: end + 16) ?? 0
    )
    var limit = end
    if file.word(at: end - Self.wideLocatorSize) == 0x0706_4B50 {
      (fields, limit) = try Self.wide(file, locator: end - Self.wideLocatorSize, narrow: fields)
    }
    guard fields.count <= Self.mostRecords else {
      throw FormatError(
        .unsupported,
        en: "a zip archive of \(fields.count) records; \(Self.mostRecords) are the most read",
        vi: "tệp zip có \(fields.count) bản ghi; chỉ đọc nhiều nhất \(Self.mostRecords)"
      )
    }
    guard fields.offset <= limit, fields.size <= limit - fields.offset else {
      throw FormatError(
        .damaged,
        en: "the zip directory is said to lie at \(fields.offset) with \(fields.size) bytes, "
          + "behind its own end; the file may be cut short",
        vi: "danh mục zip được báo nằm ở \(fields.offset) với \(fields.size) byte, quá chỗ kết "
          + "thúc của nó; tệp có thể bị cụt"
      )
    }
    (count, offset, size) = (fields.count, fields.offset, fields.size)
  }

  private struct Fields {
    var count: Int
    var size: Int
    var offset: Int
  }

  /// The offset of the end record, whose comment reaches to the end of the file.
  private static func end(of file: ByteWindow) -> Int? {
    let last = file.count - endSize
    guard last >= 0 else { return nil }
    return stride(from: last, through: max(0, last - longestComment), by: -1).first { offset in
      file.word(at: offset) == 0x0605_4B50 && file.short(at: offset + 20) == last - offset
    }
  }

  /// The fields of the 64-bit end record, which must agree with every narrow one that is not full.
  private static func wide(
    _ file: ByteWindow,
    locator: Int,
    narrow: Fields
  ) throws(FormatError) -> (Fields, limit: Int) {
    guard let end = file.long(at: locator + 8), end <= locator - wideEndSize,
      file.word(at: end) == 0x0606_4B50,
      let count = file.long(at: end + 32),
      let size = file.long(at: end + 40),
      let offset = file.long(at: end + 48)
    else {
      throw FormatError(
        .damaged,
        en: "the 64-bit end record of the zip archive is not where it should be",
        vi: "bản ghi kết thúc 64 bit của tệp zip không ở đúng chỗ"
      )
    }
    guard narrow.count == 0xFFFF || narrow.count == count,
      narrow.size == 0xFFFF_FFFF || narrow.size == size,
      narrow.offset == 0xFFFF_FFFF || narrow.offset == offset
    else {
      throw FormatError(
        .damaged,
        en: "the two end records of the zip archive contradict each other",
        vi: "hai bản ghi kết thúc của tệp zip mâu thuẫn nhau"
      )
    }
    return (Fields(count: count, size: size, offset: offset), end)
  }
}
