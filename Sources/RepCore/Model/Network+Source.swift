public import Words

extension Network {
  /// Where the weights came from; nil if unknown.
  ///
  /// Files keep the source in English. What this library writes there is told in both languages, and words of
  /// others as they are.
  public var sourceWords: Text? { source.map { Text(en: $0, vi: Self.vietnamese($0)) } }

  /// The source of weights that `seed` decides.
  static func randomSource(seed: UInt64) -> String { "\(random)\(seed)" }

  /// The source of weights that were recognised by the names of `naming`.
  static func recognizedSource(naming: String) -> String { naming + names }

  /// The source of weights that were folded from those of `source`.
  static func foldedSource(_ source: String) -> String { folded + source }

  private static let random = "random weights, seed "
  private static let names = " names"
  private static let folded = "folded from "
  private static let separator = ", "

  private static func vietnamese(_ source: String) -> String {
    if source.hasPrefix(folded) {
      return "gộp từ " + vietnamese(String(source.dropFirst(folded.count)))
    }
    if let range = source.firstRange(of: random),
      source[range.upperBound...].allSatisfy(\.isWholeNumber)
    {
      return source[..<range.lowerBound] + "trọng số ngẫu nhiên, seed "
        + source[range.upperBound...]
    }
    guard source.hasSuffix(names) else { return source }
    // A file may stand in front of the names.
    let bare = source.dropLast(names.count)
    let start = bare.ranges(of: separator).last?.upperBound ?? bare.startIndex
    // Only one word, or several with "and" between them, is what this library calls names by.
    let words = bare[start...].split(separator: " ")
    let isOurs = words.enumerated().allSatisfy { $0.isMultiple(of: 2) == ($1 != "and") }
    guard isOurs, !words.count.isMultiple(of: 2) else { return source }
    return bare[..<start] + "tên theo " + bare[start...].replacing(" and ", with: " và ")
  }
}
