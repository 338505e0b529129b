/// The records of a zip archive by name, as places in the mapped file.
///
/// Records must be stored, as torch.save writes them; nothing is ever unpacked. Every record is placed
/// and checked against the others, so a record cannot reach into another or into the directory.
struct ZipArchive {
  /// Longest record whose checksum is verified, in bytes.
  ///
  /// Larger ones are weights: reading them all just to open a file would cost what mapping saves.
  static let longestVerified = 1 << 24

  private let file: ByteWindow
  private var places: [String: (record: ZipRecord, data: ByteWindow)] = [:]
  /// Names of all records, in the order of the directory.
  private(set) var names: [String] = []

  /// Reads the directory of `file`, which is the whole archive.
  init(_ file: ByteWindow) throws(FormatError) {
    self.file = file
    let directory = try ZipDirectory(file)
    guard let entries = file.part(at: directory.offset, count: directory.size),
      let records = file.part(at: 0, count: directory.offset)
    else { preconditionFailure("a directory lies inside its file") }
    var position = 0
    for _ in 0..<directory.count {
      guard let rest = entries.part(at: position, count: entries.count - position) else {
        throw FormatError(
          .damaged,
          en: "the zip directory ends inside an entry",
          vi: "danh mục zip kết thúc giữa một mục"
        )
      }
      let record = try ZipRecord(entry: rest)
      position += record.entrySize
      let place = (record, try record.data(in: records))
      guard places.updateValue(place, forKey: record.name) == nil else {
        throw FormatError(
          .damaged,
          en: "the zip archive has two records \(FormatError.clipped(record.name))",
          vi: "tệp zip có hai bản ghi \(FormatError.clipped(record.name))"
        )
      }
      names.append(record.name)
    }
    try checkOverlap()
  }

  /// Whether there is a record of that name.
  func contains(_ name: String) -> Bool { places[name] != nil }

  /// The bytes of a record that is stored as it is.
  func record(_ name: String) throws(FormatError) -> ByteWindow {
    func failure(_ kind: FormatError.Kind, en: String, vi: String) -> FormatError {
      let name = FormatError.clipped(name)
      return FormatError(kind, en: "the record \(name) \(en)", vi: "bản ghi \(name) \(vi)")
    }
    guard let (record, data) = places[name] else {
      throw failure(.damaged, en: "is missing", vi: "bị thiếu")
    }
    guard !record.isEncrypted else {
      throw failure(.unsupported, en: "is encrypted", vi: "bị mã hóa")
    }
    guard record.method == 0 else {
      throw failure(
        .unsupported,
        en: "is compressed, which torch.save never does; load the file with torch.load and save it "
          + "again",
        vi: "bị nén, điều torch.save không bao giờ làm; hãy nạp tệp bằng torch.load rồi lưu lại"
      )
    }
    guard record.size == record.packedSize else {
      throw failure(
        .damaged,
        en: "is stored but has two sizes, \(record.size) and \(record.packedSize)",
        vi: "không nén mà có hai kích thước, \(record.size) và \(record.packedSize)"
      )
    }
    return data
  }

  /// The bytes of a short record, checked against its checksum where torch wrote one.
  ///
  /// With `set_crc32_options(False)` torch writes 0 instead.
  func verifiedRecord(_ name: String) throws(FormatError) -> ByteWindow {
    let data = try record(name)
    let expected = places[name]?.record.checksum ?? 0
    guard
      expected == 0 || data.count > Self.longestVerified
        || CRC32.checksum(data.bytes) == expected
    else {
      throw FormatError(
        .damaged,
        en: "the record \(FormatError.clipped(name)) does not match its checksum; fetch the file "
          + "again",
        vi: "bản ghi \(FormatError.clipped(name)) không khớp mã kiểm của nó; hãy tải lại tệp"
      )
    }
    return data
  }

  private func checkOverlap() throws(FormatError) {
    let ordered = places.values.sorted { $0.record.header < $1.record.header }
    for (first, second) in zip(ordered, ordered.dropFirst())
    where first.data.range.upperBound > second.record.header + file.range.lowerBound {
      let names = [first, second].map { FormatError.clipped($0.record.name) }
      throw FormatError(
        .damaged,
        en: "the zip records \(names[0]) and \(names[1]) overlap",
        vi: "các bản ghi zip \(names[0]) và \(names[1]) đè lên nhau"
      )
    }
  }
}
