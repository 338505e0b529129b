internal import Canvas
internal import Words

/// A screen in sentences, one behind the other, for people who do not see it.
struct Reading {
  /// The sentences, each whole.
  private(set) var sentences: [String] = []
  private let language: Language
  private let glyphs: Glyphs

  /// Columns that no line of a screen needs, so that none is cut or wrapped.
  static let width = 2000

  /// Nothing yet, in the language and with the signs of `shared`.
  init(_ shared: Shared) { (language, glyphs) = (shared.language, shared.pen.glyphs) }

  /// Adds a sentence.
  mutating func add(_ text: Text) { add(text[language]) }

  /// Adds a sentence.
  mutating func add(_ sentence: String) {
    let prose = sentence.prose(separator: ", ")
    if !prose.isEmpty { sentences.append(prose) }
  }

  /// Adds a title, unless that is what was said last.
  mutating func add(title: Text) {
    if title[language].prose(separator: ", ") != sentences.last { add(title) }
  }

  /// Adds the lines of a text, each as a sentence.
  mutating func add(_ lines: [StyledLine]) {
    sentences += lines.map(\.prose).filter { !$0.isEmpty }
  }

  /// Adds every row of a table.
  mutating func add(_ table: Table) {
    for row in 0..<table.rowCount { add(table.prose(ofRow: row, spoken: spoken)) }
  }

  /// Signs as words: those of a verdict, and the arrow from one number to another.
  private func spoken(_ text: String) -> String {
    let text = text.replacing(
      glyphs.arrow,
      with: Text(en: " to ", vi: " đến ")[language]
    )
    for (sign, word) in [
      (glyphs.pass, Text(en: "passes", vi: "đạt")),
      (glyphs.fail, Text(en: "fails", vi: "không đạt")),
    ] where text.hasPrefix("\(sign) ") {
      return word[language] + text.dropFirst()
    }
    return text
  }
}
