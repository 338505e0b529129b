import Testing

@testable import Explorer

/// docs/KEYS.md and docs/COMMANDS.md say what the tables of the explorer say.
struct KeyDocumentTests {
  @Test func `docs/KEYS.md lists every key and what it does`() throws {
    let general = KeyMap.all.filter { $0.screens == nil }
    var page = """
      # Keys

      Made from the key table of the explorer; do not edit. A key runs a command of
      [COMMANDS.md](COMMANDS.md). The keys of a screen come before those of all screens.

      ## On every screen

      \(table(general))
      """
    for screen in ScreenName.allCases {
      let own = KeyMap.all.filter { $0.screens?.contains(screen) ?? false }
      page += "\n## \(screen.title)\n\n\(table(own))"
    }
    page += "\n## While a set of tensors is chosen\n\n\(table(KeyMap.choosing))"
    try expectDocument("KEYS.md", says: page)
  }

  @Test func `docs/COMMANDS.md lists every command and its arguments`() throws {
    let rows = CommandTable.all.map { entry in
      let usage = entry.arguments.isEmpty ? entry.name : "\(entry.name) \(entry.arguments)"
      return ["`\(usage)`", entry.summary]
    }
    let page = """
      # Commands of the explorer

      Made from the command table of the explorer; do not edit. Keys, `:` in the explorer, `--script` and
      tests all use these. A script is commands with `;` or a new line between them; `#` begins a comment.
      Brackets mark what may be left out, a bar stands between choices.

      \(markdownTable(["command", "does"], rows))
      """
    try expectDocument("COMMANDS.md", says: page)
  }

  private func table(_ bindings: [KeyBinding]) -> String {
    let rows = bindings.map { binding in
      let keys = binding.keys.map { "`\($0.keyCap)`" }.joined(separator: " ")
      return [keys, "`\(binding.command)`", binding.summary]
    }
    return markdownTable(["keys", "command", "does"], rows)
  }
}
