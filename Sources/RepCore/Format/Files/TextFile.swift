/// Small text files, read and written as a whole.
public enum TextFile {
  /// The UTF-8 text in the file at `path`.
  ///
  /// - Throws: `FormatError` of the kind `unreadable` as `MappedFile.open(_:)`, or `damaged` where the bytes
  ///   are no UTF-8.
  public static func read(_ path: String) throws(FormatError) -> String {
    let file = try MappedFile.open(path)
    guard let text = unsafe String(validating: file.bytes, as: UTF8.self) else {
      throw FormatError(.damaged, "is not UTF-8 text; name a text file", path: path)
    }
    return text
  }

  /// Puts `text` into the file at `path`, in UTF-8, in the place of what was there.
  ///
  /// It is there whole or not at all.
  ///
  /// - Throws: `FormatError` of the kind `unwritable`.
  public static func write(_ text: String, to path: String) throws(FormatError) {
    let file = try ReplacingFile(path)
    let bytes = Array(text.utf8)
    unsafe try file.write(bytes.span.bytes)
    try file.commit()
  }
}
