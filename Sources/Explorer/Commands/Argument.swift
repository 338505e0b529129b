public import RepCore

/// One argument of a command, as its parameter has read it.
public enum Argument: Hashable, Sendable {
  /// One word of a choice.
  case word(String)
  /// A number.
  case number(Int)
  /// A number behind a sign: by how much to change something.
  case change(Int)
  /// A block.
  case block(BlockPath)
  /// Any text: a name, a file, what to find.
  case text(String)
}
