public import Canvas
internal import Words

extension State {
  /// Handles one key: the topmost layer takes it, else the key tables of the screen and of the frame.
  public mutating func press(_ key: Key) -> [Effect] {
    if key == .control("c") { return [.quit] }
    if let effects = type(key) {
      settle()
      return effects + askForCheck()
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

  /// The keys that work now.
  var bindings: [KeyBinding] {
    layers.last.map { Swift.type(of: $0).keys } ?? KeyMap.bindings(on: screen)
  }

  private mutating func type(_ key: Key) -> [Effect]? {
    guard var layer = layers.popLast() else { return nil }
    switch layer.type(key, &self) {
    case nil:
      layers.append(layer)
      return nil
    case .stays(let effects):
      layers.append(layer)
      return effects
    case .closes(let effects): return effects
    }
  }
}
