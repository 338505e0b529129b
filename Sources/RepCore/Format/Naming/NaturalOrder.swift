/// A name by its words, those of digits as numbers, so that `model.9` comes before `model.10`.
struct NaturalOrder: Comparable {
  private let words: [Word]

  init(_ name: String) {
    words = name.split(separator: ".", omittingEmptySubsequences: false).map { word in
      Int(word).map { .number($0) } ?? .text(String(word))
    }
  }

  static func < (left: NaturalOrder, right: NaturalOrder) -> Bool {
    left.words.lexicographicallyPrecedes(right.words)
  }

  private enum Word: Comparable {
    case number(Int)
    case text(String)
  }
}
