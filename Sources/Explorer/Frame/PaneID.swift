/// Which pane of a screen; no two panes of the program are called alike.
struct PaneID: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
  /// As commands name it.
  let rawValue: String

  /// A pane as commands name it.
  init(rawValue: String) { self.rawValue = rawValue }

  /// As commands name it.
  init(_ name: String) { rawValue = name }

  /// As commands name it.
  var description: String { rawValue }
}
