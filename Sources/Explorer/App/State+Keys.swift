public import Canvas

extension State {
  /// Handles one key: text while a line is being typed, else what the key table says.
  public mutating func press(_ key: Key) -> [Effect] {
    if key == .control("c") { return [.quit] }
    if prompt != nil { return type(key) }
    let bindings = chooser == nil ? KeyMap.bindings(on: screen) : KeyMap.choosing
    guard let binding = bindings.first(where: { $0.keys.contains(key.name) }) else {
      let hint = chooser == nil ? "? shows the keys" : "Enter opens the set under the cursor"
      notice = "\(key.name.keyCap) does nothing here; \(hint)"
      return []
    }
    return perform(line: binding.command)
  }

  /// Carries out one line of the command language; what is wrong with it goes to the status line.
  mutating func perform(line: String) -> [Effect] {
    do {
      return perform(try Command(parsing: line))
    } catch {
      notice = error.description
      return []
    }
  }

  private mutating func type(_ key: Key) -> [Effect] {
    guard var line = prompt else { return [] }
    switch key {
    case .character(let character): line.text.append(character)
    case .backspace where line.text.isEmpty:
      prompt = nil
      return []
    case .backspace: line.text.removeLast()
    case .control("u"): line.text = ""
    case .escape:
      prompt = nil
      place = line.origin
      return []
    case .enter:
      prompt = nil
      place = line.origin
      guard !line.text.isEmpty else { return [] }
      return perform(line: line.kind == .search ? "search \(line.text)" : line.text)
    default: return []
    }
    prompt = line
    place = line.origin
    if line.kind == .search, !line.text.isEmpty {
      // Find while typing, always from the row where the search began.
      search = line.text
      find(step: 1, includingCursor: true)
    }
    clamp()
    return missingCheck
  }

  /// Where the user is; setting it goes back there.
  var place: Place {
    get { Place(screen: screen, selection: selection, tree: tree, search: search) }
    set {
      (screen, selection, tree, search) =
        (newValue.screen, newValue.selection, newValue.tree, newValue.search)
      notice = nil
      clamp()
    }
  }
}
