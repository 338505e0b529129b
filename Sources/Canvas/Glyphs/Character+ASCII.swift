extension Character {
  /// The nearest character that every terminal has: a Latin letter without its marks, `>` for an arrow; itself
  /// where there is none.
  public var nearestASCII: Character {
    guard let base = unicodeScalars.first, !isASCII else { return self }
    if base.isASCII { return Character(base) }
    return base.latinLetter ?? Character.signs[self] ?? self
  }

  private static let signs: [Character: Character] = [
    "→": ">", "←": "<", "›": ">", "‹": "<", "×": "x", "…": ".", "·": ".", "•": "*", "–": "-",
    "—": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "µ": "u", "γ": "g", "β": "b",
  ]
}

extension Unicode.Scalar {
  /// The letter of `LATIN SMALL LETTER A WITH CIRCUMFLEX AND ACUTE`: `a`; nil where the name is another.
  fileprivate var latinLetter: Character? {
    let words = properties.name?.split(separator: " ") ?? []
    guard words.count > 4, words[0] == "LATIN", words[2] == "LETTER", words[4] == "WITH",
      words[3].count == 1
    else { return nil }
    return words[1] == "CAPITAL" ? words[3].first : words[3].lowercased().first
  }
}

extension Grid {
  /// Spells what stands in the cells with the signs of `level`.
  public mutating func spell(at level: GlyphLevel) {
    guard level == .ascii else { return }
    for (index, cell) in cells.enumerated() where cell.part == .whole && !cell.character.isASCII {
      let row = index / size.width
      let place = Point(x: index % size.width, y: row)
      put(sign: cell.character.nearestASCII, at: place, style: cell.style)
    }
  }
}
