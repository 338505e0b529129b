import Testing
import Words

@testable import Explorer

/// docs/KEYS.md and docs/COMMANDS.md say what the tables of the explorer say.
struct KeyDocumentTests {
  @Test func `docs/KEYS.md lists every key and what it does`() throws {
    var page = """
      # Keys

      Made from the key table of the explorer; do not edit. A key runs a command of
      [COMMANDS.md](COMMANDS.md). The keys of a screen come before those of all screens.

      """
    for keys in KeyTable.all {
      page += "\n## \(keys.title.en)\n\n\(table(keys.rows))"
    }
    try expectDocument("KEYS.md", says: page)
  }

  @Test func `docs/COMMANDS.md lists every command and its arguments`() throws {
    let rows = CommandTable.all.map { entry in
      let usage =
        entry.arguments.isEmpty ? entry.name.rawValue : "\(entry.name.rawValue) \(entry.arguments)"
      return ["`\(usage)`", entry.summary.en]
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

  private func table(_ rows: [KeyTable.Row]) -> String {
    let rows = rows.map { row in
      [row.keys.map { "`\($0)`" }.joined(separator: " "), "`\(row.command)`", row.summary.en]
    }
    return markdownTable(["keys", "command", "does"], rows)
  }
}
