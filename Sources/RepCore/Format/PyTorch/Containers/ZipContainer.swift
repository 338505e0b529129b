internal import Words

/// What torch.save has written since 1.6: a zip archive with one folder of any name, in it `data.pkl`
/// and a record `data/KEY` per storage.
struct ZipContainer: StorageSource {
  /// The first bytes of a zip archive, also as a little-endian number.
  static let firstBytes: [UInt8] = Array("PK\u{3}\u{4}".utf8)
  static let signature = 0x0403_4B50

  private static let pickleName = "data.pkl"

  private let archive: ZipArchive
  /// The folder with its slash; empty for an archive without one.
  private let folder: String
  /// The record `data.pkl`.
  let pickle: ByteWindow

  /// Finds the folder and checks that the archive is a checkpoint of this byte order.
  init(_ file: ByteWindow) throws(FormatError) {
    archive = try ZipArchive(file)
    folder = try Self.folder(of: archive)
    if archive.names.contains(where: { [folder] in
      $0 == folder + "constants.pkl" || $0.hasPrefix(folder + "code/")
    }) {
      throw FormatError(
        .unsupported,
        en: "is a TorchScript archive; load it with torch.jit.load and torch.save its state_dict()",
        vi: "là tệp TorchScript; hãy nạp nó bằng torch.jit.load rồi torch.save state_dict() của nó"
      )
    }
    if archive.contains(folder + "byteorder") {
      let order = try archive.verifiedRecord(folder + "byteorder").text
      guard order == "little" else {
        throw FormatError(
          .unsupported,
          en: "has the byte order \(FormatError.clipped(order)); save it again on a little-endian "
            + "machine",
          vi: "có thứ tự byte \(FormatError.clipped(order)); hãy lưu lại trên máy little-endian"
        )
      }
    }
    pickle = try archive.verifiedRecord(folder + Self.pickleName)
  }

  func bytes(of key: String, size: Int) throws(FormatError) -> ByteWindow {
    let record = try archive.record("\(folder)data/\(key)")
    guard record.count >= size else {
      throw FormatError.shortStorage(key, record.count, expected: size)
    }
    return record
  }

  /// The folder of the outermost `data.pkl`.
  private static func folder(of archive: ZipArchive) throws(FormatError) -> String {
    let pickles = archive.names.filter { $0 == pickleName || $0.hasSuffix("/" + pickleName) }
    guard let shortest = pickles.min(by: { depth($0) < depth($1) }) else {
      let names = FormatError.listing(of: archive.names)
      throw FormatError(
        .unsupported,
        en: "is a zip archive of \(names.en) and no checkpoint of torch.save; unpack it",
        vi: "là tệp zip gồm \(names.vi), không phải checkpoint của torch.save; hãy giải nén nó"
      )
    }
    return String(shortest.dropLast(pickleName.count))
  }

  private static func depth(_ name: String) -> Int { name.utf8.count { $0 == UInt8(ascii: "/") } }
}
