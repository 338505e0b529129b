/// One record of a zip archive, as its entry in the central directory describes it.
///
/// Source: APPNOTE.TXT 6.3.10, parts 4.3.7, 4.3.12 and 4.5.3.
struct ZipRecord {
  let name: String
  let isEncrypted: Bool
  /// How it is compressed; 0 is not at all.
  let method: Int
  let checksum: UInt32
  let packedSize: Int
  let size: Int
  /// Where its local header lies.
  let header: Int
  /// Bytes of its entry in the directory.
  let entrySize: Int

  private static let fixedEntrySize = 46
  private static let fixedHeaderSize = 30

  /// Reads the entry at the start of `directory`.
  init(entry directory: ByteWindow) throws(FormatError) {
    guard directory.word(at: 0) == 0x0201_4B50,
      let flags = directory.short(at: 8),
      let method = directory.short(at: 10),
      let checksum = directory.integer(at: 16, as: UInt32.self),
      let packedSize = directory.word(at: 20),
      let size = directory.word(at: 24),
      let nameSize = directory.short(at: 28),
      let extraSize = directory.short(at: 30),
      let commentSize = directory.short(at: 32),
      let header = directory.word(at: 42),
      let name = directory.part(at: Self.fixedEntrySize, count: nameSize),
      let extra = directory.part(at: Self.fixedEntrySize + nameSize, count: extraSize)
    else {
      throw FormatError(
        .damaged,
        en: "an entry of the zip directory is none",
        vi: "một mục của danh mục zip không hợp lệ"
      )
    }
    self.name = name.text
    isEncrypted = flags & 1 != 0
    self.method = method
    self.checksum = checksum
    var wide = WideFields(extra)
    let sizes = (size: try wide.next(size), packed: try wide.next(packedSize))
    (self.size, self.packedSize) = sizes
    self.header = try wide.next(header)
    entrySize = Self.fixedEntrySize + nameSize + extraSize + commentSize
  }

  /// The bytes behind the local header of the record in `file`, which must name it too.
  func data(in file: ByteWindow) throws(FormatError) -> ByteWindow {
    guard header <= file.count, file.word(at: header) == 0x0403_4B50,
      let nameSize = file.short(at: header + 26),
      let extraSize = file.short(at: header + 28),
      let name = file.part(at: header + Self.fixedHeaderSize, count: nameSize),
      let data = file.part(
        at: header + Self.fixedHeaderSize + nameSize + extraSize,
        count: packedSize
      )
    else {
      throw FormatError(
        .damaged,
        en: "the zip record \(FormatError.clipped(self.name)) is not where the directory says",
        vi: "bản ghi zip \(FormatError.clipped(self.name)) không ở chỗ danh mục nói"
      )
    }
    guard name.text == self.name else {
      let names = [self.name, name.text].map { FormatError.clipped($0) }
      throw FormatError(
        .damaged,
        en: "the zip record \(names[0]) calls itself \(names[1])",
        vi: "bản ghi zip \(names[0]) tự gọi mình là \(names[1])"
      )
    }
    return data
  }

  /// The 64-bit values that stand in for 32-bit fields which are full, in their order.
  private struct WideFields {
    private var values: ByteWindow?
    private var offset = 0

    init(_ extra: ByteWindow) {
      var position = 0
      while let kind = extra.short(at: position), let size = extra.short(at: position + 2) {
        if kind == 1 { values = extra.part(at: position + 4, count: size) }
        position += 4 + size
      }
    }

    mutating func next(_ narrow: Int) throws(FormatError) -> Int {
      guard narrow == 0xFFFF_FFFF else { return narrow }
      guard let wide = values?.long(at: offset) else {
        throw FormatError(
          .damaged,
          en: "a 64-bit size or offset is missing in the zip directory",
          vi: "danh mục zip thiếu một kích thước hoặc offset 64 bit"
        )
      }
      offset += 8
      return wide
    }
  }
}
