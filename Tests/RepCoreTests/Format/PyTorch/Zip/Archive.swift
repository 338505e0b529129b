@testable import RepCore

/// Writes zip archives for the tests; every field can be made to lie.
struct Archive {
  struct Record {
    var name: String
    var data: [UInt8]
    var method = 0
    var flags = 0
    /// What the directory says where it differs from the truth.
    var size: Int?
    var packedSize: Int?
    var header: Int?
    var checksum: UInt32?
    /// What the local header says.
    var localName: String?
    /// Whether sizes and offset stand in the 64-bit field.
    var isWide = false
  }

  var records: [Record]
  var comment = ""
  /// Whether there is a 64-bit end record, and whether the narrow one leaves everything to it.
  var isWide = false
  var isFull = false
  /// What the end records say where it differs from the truth.
  var count: Int?
  var directorySize: Int?
  var directoryOffset: Int?
  var wideCount: Int?
  var wideOffset: Int?
  var locatorOffset: Int?

  /// A sound checkpoint: a pickle and its storages.
  static func checkpoint(
    _ pickle: [UInt8],
    storages: [String: [UInt8]] = ["0": [UInt8](repeating: 1, count: 16)]
  ) -> [UInt8] {
    Archive(pickle: pickle, storages: storages).bytes
  }

  init(pickle: [UInt8], storages: [String: [UInt8]] = [:], root: String = "any/") {
    records =
      [Record(name: "\(root)data.pkl", data: pickle)]
      + storages.sorted { $0.key < $1.key }.map {
        Record(name: "\(root)data/\($0.key)", data: $0.value)
      }
  }

  private func short(_ value: Int) -> [UInt8] { Pickle.little(value, bytes: 2) }
  private func word(_ value: Int) -> [UInt8] { Pickle.little(value, bytes: 4) }
  private func long(_ value: Int) -> [UInt8] { Pickle.little(value, bytes: 8) }

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for record in records {
      let start = record.header ?? file.count
      let localName = record.localName ?? record.name
      file += Pickle.ascii("PK\u{3}\u{4}") + short(45) + short(record.flags) + short(record.method)
      file += word(0) + word(0) + word(record.data.count) + word(record.data.count)
      file += short(localName.utf8.count) + short(3) + Array(localName.utf8) + [1, 2, 3]
      file += record.data
      let checksum = record.checksum ?? CRC32.checksum(record.data)
      let fields = [
        record.size ?? record.data.count, record.packedSize ?? record.data.count, start,
      ]
      let narrow = record.isWide ? [0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF] : fields
      let extra = record.isWide ? short(1) + short(24) + fields.flatMap { long($0) } : []
      directory += Pickle.ascii("PK\u{1}\u{2}") + short(45) + short(45) + short(record.flags)
      directory += short(record.method) + word(0) + word(Int(checksum))
      directory += word(narrow[1]) + word(narrow[0])
      directory += short(record.name.utf8.count) + short(extra.count) + short(0) + short(0)
      directory += short(0) + word(0) + word(narrow[2]) + Array(record.name.utf8) + extra
    }
    let offset = file.count
    file += directory
    if isWide {
      let end = file.count
      file += Pickle.ascii("PK\u{6}\u{6}") + long(44) + short(45) + short(45) + word(0) + word(0)
      file += long(wideCount ?? records.count) + long(wideCount ?? records.count)
      file += long(directory.count) + long(wideOffset ?? offset)
      file += Pickle.ascii("PK\u{6}\u{7}") + word(0) + long(locatorOffset ?? end) + word(1)
    }
    let count = isFull ? 0xFFFF : count ?? records.count
    file += Pickle.ascii("PK\u{5}\u{6}") + word(0) + short(count) + short(count)
    file += word(isFull ? 0xFFFF_FFFF : directorySize ?? directory.count)
    file += word(isFull ? 0xFFFF_FFFF : directoryOffset ?? offset)
    file += short(comment.utf8.count) + Array(comment.utf8)
    return file
  }
}
