/// Names of classes, one a line in the order of the classes.
public enum LabelFile {
  /// Reads the labels of the file at `path`.
  ///
  /// Where every line begins with a WordNet synset, as in `n01440764 tench, Tinca tinca`, the synsets are
  /// left out. Blank lines at the end count for nothing.
  ///
  /// - Throws: `FormatError` when the file cannot be read or is no text.
  public static func read(_ path: String) throws(FormatError) -> [String] {
    let storage = try TextFile.open(path)
    let bytes = storage.withSpan { bytes in unsafe bytes.withUnsafeBytes { unsafe Array($0) } }
    guard let text = text(of: bytes) else {
      throw FormatError(
        .damaged,
        en: "is not text in UTF-8; write one label a line",
        vi: "không phải văn bản UTF-8; hãy ghi mỗi dòng một nhãn",
        path: path
      )
    }
    return labels(text)
  }

  /// The labels that the lines of `text` are.
  static func labels(_ text: String) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(trimmed)
    while lines.last?.isEmpty == true { lines.removeLast() }
    let names = lines.compactMap(name(behindSynset:))
    return names.count == lines.count ? names : lines
  }

  /// Text in UTF-8, without the mark that some editors put at its beginning.
  private static func text(of bytes: [UInt8]) -> String? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return String(
      validating: bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...],
      as: UTF8.self
    )
  }

  /// `tench, Tinca tinca` of `n01440764 tench, Tinca tinca`; nil for a line of another kind.
  private static func name(behindSynset line: String) -> String? {
    let parts = line.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard parts.count == 2, parts[0].utf8.count == 9, parts[0].hasPrefix("n"),
      parts[0].dropFirst().allSatisfy(\.isWholeNumber)
    else { return nil }
    return trimmed(parts[1])
  }

  private static func trimmed(_ line: Substring) -> String {
    var line = line
    while line.first?.isWhitespace == true { line.removeFirst() }
    while line.last?.isWhitespace == true { line.removeLast() }
    return String(line)
  }
}
