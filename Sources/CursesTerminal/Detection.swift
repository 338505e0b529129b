internal import CNcurses
internal import Canvas
internal import Glibc

/// What the terminal can show, from what the environment tells.
enum Detection {
  /// The depth of a terminal with so many colours.
  static func depth(colors: Int) -> ColorDepth {
    switch colors {
    case 257...: .trueColor
    case 256: .ansi256
    case 8...: .ansi16
    default: .mono
    }
  }

  /// The depth that the user prefers everywhere: none where `NO_COLOR` is set and not empty.
  static var preferred: ColorDepth? { variable("NO_COLOR").isEmpty ? nil : .mono }

  /// Box lines and block elements where the locale writes UTF-8.
  static var glyphLevel: GlyphLevel { rv_is_utf8() ? .block : .ascii }

  /// What the environment tells of the ground.
  static var ground: Ground? { Ground(colorFGBG: variable("COLORFGBG")) }

  /// Whether the terminal may know what its ground is, and what it does not understand does no harm.
  static var mayAnswer: Bool {
    let mute = ["", "linux", "dumb", "ansi", "vt", "cons", "sun", "screen"]
    return isTmux || !mute.contains { $0.isEmpty ? term.isEmpty : term.hasPrefix($0) }
  }

  /// The entry that says red, green and blue, where the terminal has them and they are wanted.
  static func directEntry(wanted: ColorDepth?) -> DirectEntry? {
    let entry: DirectEntry = term.hasPrefix("screen") || term.hasPrefix("tmux") ? .tmux : .xterm
    // Such an entry of the system differs from ours in which numbers are named colours.
    let isDirect = term.hasSuffix("-direct") || rv_has_direct_color()
    let saysSo = mayAnswer && ["truecolor", "24bit"].contains(variable("COLORTERM"))
    switch wanted ?? preferred {
    case .trueColor: return entry
    case nil where saysSo: return entry
    default: return isDirect ? entry : nil
    }
  }

  private static var term: String { variable("TERM") }

  /// GNU screen takes over the variables of the terminal around it, and cannot do what they say.
  private static var isTmux: Bool { !variable("TMUX").isEmpty }

  private static func variable(_ name: String) -> String {
    guard let value = unsafe getenv(name) else { return "" }
    return unsafe String(cString: value)
  }
}
