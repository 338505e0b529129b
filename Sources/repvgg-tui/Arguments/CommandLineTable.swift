/// Every command, declared once.
enum CommandLineTable {
  /// In the order of the help.
  static let commands = [
    infoEntry, verifyEntry, foldEntry, runEntry, benchEntry, importEntry, exportEntry, newEntry,
    shotEntry,
  ]

  /// The command called `name`; `tables` is for our scripts, and so in no help.
  static func command(_ name: String) -> CommandLineEntry? {
    (commands + [tablesEntry]).first { $0.name == name }
  }

  /// The command that `word` was perhaps meant for.
  static func command(like word: String) -> CommandLineEntry? {
    commands.map { (entry: $0, slips: Spelling.slips(from: word, to: $0.name)) }
      .filter { $0.slips <= ($0.entry.name.count > 4 ? 2 : 1) }
      .min { $0.slips < $1.slips }?
      .entry
  }
}
