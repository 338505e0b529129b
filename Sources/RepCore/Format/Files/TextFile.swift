/// Text files, written whole or not at all.
public enum TextFile {
  /// Puts `text` into the file at `path`, in UTF-8, in the place of what was there.
  ///
  /// - Throws: `FormatError` of the kind `unwritable`.
  public static func write(_ text: String, to path: String) throws(FormatError) {
    let file = try ReplacingFile(path)
    let bytes = Array(text.utf8)
    unsafe try file.write(bytes.span.bytes)
    try file.commit()
  }
}
