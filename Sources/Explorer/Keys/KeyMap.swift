public import Canvas

/// What a key does, and where.
public struct KeyBinding: Sendable {
  /// The keys, by their names: `j`, `down`, `ctrl-l`.
  public let keys: [String]
  /// The command's text.
  public let command: String
  /// The word in the key bar; empty if the key is not shown there.
  public let label: String
  /// The screens where the key works; nil for all.
  public let screens: Set<ScreenName>?
}

/// The keys, declared once; dispatch, the key bar, the help and the documents follow from it.
///
/// Both families of cursor keys always work. Nothing needs Alt, Ctrl-S, Ctrl-Q or a function key.
public enum KeyMap {
  /// All bindings; an earlier one wins where two fit.
  public static let all: [KeyBinding] = perScreen + common

  private static let perScreen: [KeyBinding] = [
    bind(["enter"], "enter", "open", .tree),
    bind(["space"], "enter", "", .tree),
    bind(["*"], "expand-all", "unfold all", .tree),
    bind(["-"], "collapse-all", "fold all", .tree),
    bind(["o"], "sort", "sort", .tree, .live),
    bind(["b"], "next-branch", "branch", .block, .kernels),
    bind(["enter"], "screen kernels", "kernels", .block),
    bind(["h", "left"], "left", "in-channel", .kernels),
    bind(["l", "right"], "right", "", .kernels),
    bind(["k", "up"], "up", "out-channel", .kernels),
    bind(["j", "down"], "down", "", .kernels),
    bind(["i"], "diagonal", "identity", .kernels),
    bind(["v"], "detail", "pane", .kernels),
    bind(["p", "space"], "run", "run/pause", .live),
    bind(["+", "="], "threads +1", "threads", .live),
    bind(["-"], "threads -1", "", .live),
    bind(["b"], "branches", "branches", .live),
    bind(["c"], "clear", "clear", .live),
    bind(["enter"], "screen block", "block", .live),
    bind(["enter"], "screen tree", "tree", .file),
  ]

  private static let common: [KeyBinding] = [
    bind(["t"], "form", "train/deploy"),
    bind(["1"], "screen tree", ""),
    bind(["2"], "screen block", ""),
    bind(["3"], "screen kernels", ""),
    bind(["4"], "screen live", ""),
    bind(["5"], "screen file", ""),
    bind(["j", "down"], "down", ""),
    bind(["k", "up"], "up", ""),
    bind(["h", "left"], "left", ""),
    bind(["l", "right"], "right", ""),
    bind(["pagedown", "ctrl-f", "ctrl-d"], "page-down", ""),
    bind(["pageup", "ctrl-b", "ctrl-u"], "page-up", ""),
    bind(["g", "home"], "first", ""),
    bind(["G", "end"], "last", ""),
    bind(["]"], "next-block", "block"),
    bind(["["], "previous-block", ""),
    bind(["tab"], "next-screen", ""),
    bind(["backtab"], "previous-screen", ""),
    bind(["p"], "run", ""),
    bind(["/"], "search-prompt", "find"),
    bind(["n"], "search-next", ""),
    bind(["N"], "search-previous", ""),
    bind([":", "ctrl-p"], "command-prompt", ""),
    bind(["S"], "set", ""),
    bind(["r"], "reload", ""),
    bind(["T"], "theme", ""),
    bind(["A"], "glyphs", ""),
    bind(["s"], "shot repvgg-tui.svg", ""),
    bind(["escape", "backspace"], "back", ""),
    bind(["ctrl-l", "R"], "redraw", ""),
    bind(["ctrl-z"], "suspend", ""),
    bind(["?", "f1"], "help", "help"),
    bind(["q", "ctrl-c"], "quit", "quit"),
  ]

  /// What works while a set of tensors is chosen, in place of all other keys.
  public static let choosing: [KeyBinding] = [
    bind(["enter", "space"], "enter", "open"),
    bind(["j", "down"], "down", ""),
    bind(["k", "up"], "up", ""),
    bind(["g", "home"], "first", ""),
    bind(["G", "end"], "last", ""),
    bind(["escape", "backspace"], "back", "close"),
    bind(["ctrl-l", "R"], "redraw", ""),
    bind(["ctrl-z"], "suspend", ""),
    bind(["q", "ctrl-c"], "quit", "quit"),
  ]

  private static func bind(
    _ keys: [String],
    _ command: String,
    _ label: String,
    _ screens: ScreenName...
  ) -> KeyBinding {
    KeyBinding(
      keys: keys,
      command: command,
      label: label,
      screens: screens.isEmpty ? nil : Set(screens)
    )
  }

  /// The bindings that work on `screen`, its own first.
  public static func bindings(on screen: ScreenName) -> [KeyBinding] {
    all.filter { $0.screens?.contains(screen) ?? true }
  }

  /// The binding of `key` on `screen`.
  public static func binding(for key: Key, on screen: ScreenName) -> KeyBinding? {
    let name = key.name
    return bindings(on: screen).first { $0.keys.contains(name) }
  }
}

extension Key {
  /// The key's name in the key table.
  public var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(let character): "ctrl-\(character)"
    case .function(let number): "f\(number)"
    default: "\(self)".lowercased()
    }
  }
}
