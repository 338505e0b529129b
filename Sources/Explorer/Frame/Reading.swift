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
    // What a title says, the frame's own sentence may have said.
    if !prose.isEmpty, prose != sentences.last { sentences.append(prose) }
  }

  /// Adds the lines of a text, each as a sentence.
  mutating func add(_ lines: [StyledLine]) {
    sentences += lines.map(\.prose).filter { !$0.isEmpty }
  }

  /// Adds every row of a table.
  mutating func add(_ table: Table) {
    for row in 0..<table.rowCount { add(table.prose(ofRow: row, spoken: spoken)) }
  }

  /// Signs that stand for a verdict, as words.
  private func spoken(_ text: String) -> String {
    for (sign, word) in [
      (glyphs.pass, Text(en: "passes", vi: "đạt")), (glyphs.fail, Text(en: "fails", vi: "hỏng")),
    ] where text.hasPrefix("\(sign) ") {
      return word[language] + text.dropFirst()
    }
    return text
  }
}
