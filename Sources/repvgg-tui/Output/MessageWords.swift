internal import Canvas
internal import RepCore
internal import Words

// What stands before messages and in several of them.

extension Text {
  /// What the command had to assume.
  static func assumed(_ assumption: Assumption) -> Text {
    Text(en: "assumed: ", vi: "giả định: ") + assumption.words
  }

  /// What may be wrong though the command goes on.
  static func warning(_ words: Text) -> Text { Text(en: "warning: ", vi: "cảnh báo: ") + words }

  /// What the user should know.
  static func note(_ words: Text) -> Text { Text(en: "note: ", vi: "ghi chú: ") + words }

  /// A block that is known by its names but left as it is.
  static func notFolded(_ block: OpaqueBlock) -> Text {
    Text(en: "not folded: ", vi: "không gộp: ") + block.words
  }

  /// The text in exactly `width` columns, in each language.
  func fitted(to width: Int, _ alignment: Alignment = .left) -> Text {
    Text(en: en.fitted(to: width, alignment), vi: vi.fitted(to: width, alignment))
  }

  /// Without blanks at the end.
  var trimmingEnd: Text { Text(en: en.trimmingEnd, vi: vi.trimmingEnd) }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension BlockShape {
  /// That the block does not run, and why.
  var stopWords: Text {
    Text(en: "\(title) does not run: ", vi: "\(title) không chạy được: ") + obstacle
  }

  /// Why the block does not run, in a few words; empty for one that runs.
  var obstacle: Text { obstacleWords ?? .none }
}
