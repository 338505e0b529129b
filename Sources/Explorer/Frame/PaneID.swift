internal import Words

/// Which pane of a screen; no two panes of the program are called alike.
struct PaneID: Sendable, RawRepresentable, CustomStringConvertible {
  /// As commands name it.
  let rawValue: String
  /// What sentences in Vietnamese call it, where a screen declares it.
  private let vietnamese: String?

  /// A pane as commands name it.
  init(rawValue: String) { (self.rawValue, vietnamese) = (rawValue, nil) }

  /// A pane as its screen declares it: what commands call it in every language, and sentences in Vietnamese.
  init(_ name: String, vi: String) { (rawValue, vietnamese) = (name, vi) }

  /// As commands name it.
  var description: String { rawValue }

  /// What sentences call it.
  var words: Text {
    let declared = ScreenRegistry.all.lazy.flatMap { $0.panes }.first { $0 == self }
    return Text(en: rawValue, vi: declared?.vietnamese ?? rawValue)
  }
}

extension PaneID: Hashable {
  /// The name alone tells panes apart: who types one knows no translation.
  static func == (left: PaneID, right: PaneID) -> Bool { left.rawValue == right.rawValue }

  func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
