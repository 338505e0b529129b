import Foundation

/// The texts that sources spell as literals behind `en:` and `vi:`, with a mark for what is put into them.
struct SpelledTexts {
  /// One text, with the file that it is spelled in.
  struct Spelled {
    let file: String
    let en: String
    let vi: String
  }

  /// All texts of the room `name` of Sources.
  let all: [Spelled]

  init(room name: String, file: String = #filePath) throws {
    let root = (0..<4).reduce(URL(fileURLWithPath: file)) { url, _ in
      url.deletingLastPathComponent()
    }
    let room = root.appendingPathComponent("Sources/\(name)")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: room.path)
    all = try paths.filter { $0.hasSuffix(".swift") }.sorted().flatMap { path in
      let source = try String(contentsOf: room.appendingPathComponent(path), encoding: .utf8)
      return SpelledTexts.texts(in: source).map { Spelled(file: path, en: $0.en, vi: $0.vi) }
    }
  }

  private static func texts(in source: String) -> [(en: String, vi: String)] {
    source.ranges(of: "en: ").compactMap { label in
      var reader = LiteralReader(source[label.upperBound...])
      guard let en = reader.literals(), reader.take(","), reader.take("vi:"),
        let vi = reader.literals()
      else { return nil }
      return (en, vi)
    }
  }
}

/// Reads literals of strings, one behind the other with a plus between them.
private struct LiteralReader {
  private var rest: Substring

  init(_ rest: Substring) { self.rest = rest }

  /// Steps over `word`, and the blanks before it; false where something else stands there.
  mutating func take(_ word: String) -> Bool {
    let next = rest.drop(while: \.isWhitespace)
    guard next.hasPrefix(word) else { return false }
    rest = next.dropFirst(word.count)
    return true
  }

  /// The joined literals; nil where there is none.
  mutating func literals() -> String? {
    guard var text = literal() else { return nil }
    while take("+") {
      guard let more = literal() else { return nil }
      text += more
    }
    return text
  }

  private mutating func literal() -> String? {
    guard take("\"") else { return nil }
    var text = ""
    while let letter = rest.popFirst(), letter != "\"" {
      guard letter == "\\" else {
        text.append(letter)
        continue
      }
      switch rest.popFirst() {
      case "(":
        skipInterpolation()
        text += "◦"
      case let letter?: text.append(letter)
      case nil: return nil
      }
    }
    return text
  }

  private mutating func skipInterpolation() {
    var depth = 1
    while depth > 0, let letter = rest.popFirst() {
      depth += letter == "(" ? 1 : letter == ")" ? -1 : 0
    }
  }
}
