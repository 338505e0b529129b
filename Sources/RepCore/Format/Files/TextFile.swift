/// Small text files, read and written as a whole.
public enum TextFile {
  /// Most bytes of a text that is read: a million labels of 64 letters.
  static let longest = 64 << 20

  /// The bytes of the file at `path`, not too many for a text.
  static func open(_ path: String) throws(FormatError) -> Storage {
    let file = try MappedFile.open(path)
    guard file.count <= longest else {
      throw FormatError(
        .unsupported,
        en: "has \(file.count) bytes, more than the \(longest) of a text; name a text file",
        vi: "có \(file.count) byte, hơn \(longest) byte của một văn bản; hãy nêu một tệp văn bản",
        path: path
      )
    }
    return file
  }

  /// The UTF-8 text in the file at `path`.
  ///
  /// - Throws: `FormatError` of the kind `unreadable` as `MappedFile.open(_:)`, `unsupported` where they
  ///   are too many, or `damaged` where they are no UTF-8.
  public static func read(_ path: String) throws(FormatError) -> String {
    let file = try open(path)
    guard let text = unsafe String(validating: file.bytes, as: UTF8.self) else {
      throw FormatError(
        .damaged,
        en: "is not UTF-8 text; name a text file",
        vi: "không phải văn bản UTF-8; hãy nêu một tệp văn bản",
        path: path
      )
    }
    return text
  }

  /// Puts `text` into the file at `path`, in UTF-8, in the place of what was there.
  ///
  /// It is there whole or not at all.
  ///
  /// - Throws: `FormatError` of the kind `unwritable`.
  public static func write(_ text: String, to path: String) throws(FormatError) {
    try WholeFile.write(Array(text.utf8), to: path)
  }
}
