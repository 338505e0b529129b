/// Why there is no screen to draw on.
public enum TerminalFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Input or output is a pipe or a file.
  case notATerminal
  /// ncurses can drive neither `$TERM` nor any common terminal.
  case unusable

  /// What is wrong and what to do, in one line.
  public var description: String {
    switch self {
    case .notATerminal:
      "standard input and output are not a terminal; use 'info' or 'shot' to write a file instead"
    case .unusable:
      "this terminal cannot be used; set TERM to a known type, such as xterm-256color"
    }
  }
}
