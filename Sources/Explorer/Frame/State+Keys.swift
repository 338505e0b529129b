internal import Canvas
internal import Words

extension State {
  /// Handles one key: the topmost layer takes it, else the key tables of the screen and of the frame.
  mutating func press(_ key: Key) -> [Effect] {
    // Whoever types gives up the line, and leaves by the next one.
    if key == .control("c") { return isTyping ? press(.escape) : [.quit] }
    if let effects = actOnLayer({ $0.type(key, &$1) }) {
      settle()
      return effects
    }
    guard let binding = bindings.first(where: { $0.keys.contains(key.name) }) else {
      let hint =
        layers.last?.hint(self)
        ?? Text(en: "? shows the keys", vi: "? hiện các phím")[shared.language]
      shared.notice =
        Text(
          en: "\(key.name.keyCap) does nothing here; ",
          vi: "\(key.name.keyCap) không làm gì ở đây; "
        ) + Text(name: hint)
      return []
    }
    return perform(line: binding.command)
  }

  /// Handles text that was pasted: the topmost layer takes it, else a line is offered that opens the file of that
  /// name; it never acts as keys.
  mutating func paste(_ text: String) -> [Effect] {
    if let effects = actOnLayer({ $0.paste(text, &$1) }) {
      settle()
      return effects
    }
    if layers.isEmpty, let path = PastedPath(text) {
      layers.append(PaletteLayer(line: "\(Command.Name.open.rawValue) \(path.name.quotedIfNeeded)"))
      return []
    }
    shared.notice = Text(
      en: "pasted text does nothing here; : begins a line that takes it",
      vi: "văn bản dán không làm gì ở đây; : mở một dòng nhận nó"
    )
    return []
  }

  /// Whether every key is text.
  var isTyping: Bool { layers.last.map { Swift.type(of: $0).keys.isEmpty } ?? false }

  /// The keys that work now.
  var bindings: [KeyBinding] {
    layers.last.map(\.bindings) ?? shared.bindings + KeyMap.bindings(on: screen)
  }
}
