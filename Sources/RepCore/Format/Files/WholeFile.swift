/// Files that are made in memory and written as a whole.
public enum WholeFile {
  /// Puts `bytes` into the file at `path`, in the place of what was there.
  ///
  /// They are there whole or not at all.
  ///
  /// - Throws: `FormatError` of the kind `unwritable`.
  public static func write(_ bytes: [UInt8], to path: String) throws(FormatError) {
    let file = try ReplacingFile(path)
    unsafe try file.write(bytes.span.bytes)
    try file.commit()
  }

  /// Puts `bytes` into a new file, `NAME-001.ENDING` or the first number behind that is free.
  ///
  /// What is there stays as it is, also if others write at the same time.
  ///
  /// - Returns: the file's path.
  /// - Throws: `FormatError` of the kind `unwritable`.
  public static func write(
    _ bytes: [UInt8],
    numbered name: String,
    ending: String
  ) throws(FormatError) -> String {
    for number in 1...mostNumbers {
      let digits = String(number)
      let path =
        "\(name)-" + String(repeating: "0", count: max(0, 3 - digits.count)) + "\(digits).\(ending)"
      guard let file = try ReplacingFile(creating: path) else { continue }
      unsafe try file.write(bytes.span.bytes)
      try file.commit()
      return path
    }
    throw FormatError(
      .unwritable,
      en: "all numbers up to \(mostNumbers) are taken; move the files elsewhere",
      vi: "mọi số đến \(mostNumbers) đều đã dùng; hãy chuyển các tệp đi chỗ khác",
      path: "\(name)-001.\(ending)"
    )
  }

  /// As many files of one name as anybody looks through.
  private static var mostNumbers: Int { 9999 }
}
