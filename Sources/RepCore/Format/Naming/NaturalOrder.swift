/// A name by its words, those of digits as numbers, so that `model.9` comes before `model.10`.
public struct NaturalOrder: Comparable, Sendable {
  private let words: [Word]

  /// Where `name`, whose words stand between points, belongs.
  public init(_ name: String) {
    words = name.split(separator: ".", omittingEmptySubsequences: false).map { word in
      Int(word).map { .number($0) } ?? .text(String(word))
    }
  }

  /// What comes first.
  public static func < (left: NaturalOrder, right: NaturalOrder) -> Bool {
    left.words.lexicographicallyPrecedes(right.words)
  }

  private enum Word: Comparable, Sendable {
    case number(Int)
    case text(String)
  }
}
