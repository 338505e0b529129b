import Canvas
import Words

/// What a key does.
struct KeyBinding: Hashable, Sendable {
  /// The keys, by their names: `j`, `down`, `ctrl-l`.
  let keys: [String]
  /// The command's text.
  let command: String
  /// The word in the key bar; empty if the key is not shown there.
  let label: Text
  /// Whether it stays in the key bar when space is short.
  let isEssential: Bool

  /// Binds `keys` to a command; `label` shows them in the key bar.
  init(_ keys: String..., runs command: String, label: Text = .none, isEssential: Bool = false) {
    (self.keys, self.command, self.label) = (keys, command, label)
    self.isEssential = isEssential
  }
}

/// The keys that work on every screen; a screen and a layer declare their own.
///
/// Both families of cursor keys always work. Nothing needs Alt, Ctrl-S, Ctrl-Q or a function key.
enum KeyMap {
  /// The keys that work on every screen.
  static var common: [KeyBinding] { ScreenRegistry.added.isEmpty ? usual : make() }

  private static let usual = make()

  private static func make() -> [KeyBinding] {
    [.init("t", runs: "form", label: Text(en: "train/deploy", vi: "đổi dạng"))]
      + digits + moving
      + [
        .init("]", runs: "next-block", label: Text(en: "block", vi: "khối")),
        .init("[", runs: "previous-block"),
        .init("tab", runs: "next-screen"),
        .init("backtab", runs: "previous-screen"),
        .init("z", runs: "zoom"),
        .init("J", runs: "scroll +1"),
        .init("K", runs: "scroll -1"),
        .init("p", runs: "run"),
        .init("x", runs: "cancel"),
        .init("/", runs: "search-prompt", label: Text(en: "find", vi: "tìm")),
        .init("n", runs: "search-next"),
        .init("N", runs: "search-previous"),
        .init(":", "ctrl-p", runs: "command-prompt"),
        .init("S", runs: "set"),
        .init("r", runs: "reload"),
        .init("M", runs: "models"),
        .init("y", runs: "copy"),
        .init("w", runs: "why", label: Text(en: "why", vi: "vì sao")),
        .init("'", runs: "other-model"),
        .init("T", runs: "theme"),
        .init("L", runs: "lang"),
        .init("0", runs: "screens"),
        .init("ctrl-o", runs: "jump-back"),
        .init("ctrl-n", runs: "jump-forward"),
        .init("A", runs: "glyphs"),
        .init("s", runs: "shot"),
        .init("escape", "backspace", runs: "back"),
      ] + leaving
  }

  /// The keys that move between rows.
  static let rows: [KeyBinding] = [.init("j", "down", runs: "down"), .init("k", "up", runs: "up")]

  /// The keys that move by pages.
  static let pages: [KeyBinding] = [
    .init("pagedown", "ctrl-f", "ctrl-d", runs: "page-down"),
    .init("pageup", "ctrl-b", "ctrl-u", runs: "page-up"),
  ]

  /// The keys that move to the ends.
  static let ends: [KeyBinding] = [
    .init("g", "home", runs: "first"), .init("G", "end", runs: "last"),
  ]

  /// The keys that are about the terminal, whatever lies over the screen.
  static let terminal: [KeyBinding] = [
    .init("ctrl-l", "R", runs: "redraw"), .init("ctrl-z", runs: "suspend"),
  ]

  private static let moving: [KeyBinding] =
    rows + [.init("h", "left", runs: "left"), .init("l", "right", runs: "right")] + pages + ends

  private static let leaving: [KeyBinding] =
    terminal + [
      .init("?", "f1", runs: "help", label: Text(en: "help", vi: "trợ giúp"), isEssential: true),
      .init("q", "ctrl-c", runs: "quit", label: Text(en: "quit", vi: "thoát"), isEssential: true),
    ]

  static var digits: [KeyBinding] {
    ScreenRegistry.numbered.map { .init(ScreenRegistry.key(of: $0.id), runs: "screen \($0.id)") }
  }

  /// The letters that open the other screens from their list.
  static var letters: [KeyBinding] {
    ScreenRegistry.all.filter { $0.letter != nil }
      .map { .init(ScreenRegistry.key(of: $0.id), runs: "screen \($0.id)") }
  }

  /// Every binding of every screen and layer.
  static var everything: [KeyBinding] {
    common + ScreenRegistry.all.flatMap { $0.keys } + LayerRegistry.all.flatMap { $0.keys }
  }

  /// The bindings that work on a screen, its own first; an earlier one wins where two fit.
  static func bindings(on screen: ScreenID) -> [KeyBinding] {
    let own = ScreenRegistry.type(of: screen).keys
    let taken = Set(own.flatMap(\.keys))
    return own + common.filter { !taken.isSuperset(of: $0.keys) }
  }
}

extension KeyBinding {
  /// What the bound command does, from the command table.
  var summary: Text {
    let words = command.split(separator: " ", maxSplits: 1).map(String.init)
    guard let entry = CommandTable.specification(of: Command.Name(words[0])) else {
      return Text(name: command)
    }
    return words.count == 1 ? entry.summary : entry.summary + Text(name: ": \(words[1])")
  }
}

extension Key {
  /// The key of a name in the key table; nil where no key is called so, or the key always leaves.
  init?(named name: String) {
    if let key = Key.special.first(where: { $0.name == name }) {
      self = key
    } else if name.hasPrefix("ctrl-"), name.count == 6, let letter = name.last,
      letter.isASCII, letter.isLowercase, letter != "c"
    {
      self = .control(letter)
    } else if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...20).contains(number) {
      self = .function(number)
    } else if name.count == 1, let character = name.first, !character.isWhitespace {
      self = .character(character)
    } else {
      return nil
    }
  }

  private static let special: [Key] = [
    .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .tab, .backTab,
    .enter, .escape, .backspace, .character(" "),
  ]

  /// The key's name in the key table.
  var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(let character): "ctrl-\(character)"
    case .function(let number): "f\(number)"
    default: "\(self)".lowercased()
    }
  }
}
