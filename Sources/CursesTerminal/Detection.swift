internal import CNcurses
internal import Canvas
internal import Glibc

/// What the terminal can show, from what the environment tells.
enum Detection {
  /// Colour depth: none where `NO_COLOR` is set and not empty, else what terminfo says.
  ///
  /// ncurses paints at most the 256-colour table here: direct colour needs an entry that Debian does
  /// not ship, and every terminal with direct colour also has that table.
  static func depth(colors: Int) -> ColorDepth {
    if let value = environment("NO_COLOR"), !value.isEmpty { return .mono }
    return switch colors {
    case 256...: .ansi256
    case 8...: .ansi16
    default: .mono
    }
  }

  /// Box lines and block elements where the locale writes UTF-8.
  static var glyphLevel: GlyphLevel { rv_is_utf8() ? .block : .ascii }

  private static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
