internal import Canvas

/// The texts of `--help`, made from the table.
enum Help {
  /// The help of the whole program.
  static var program: [String] {
    let explorer = CommandLineTable.explorer
    let width = 10
    let commands = CommandLineTable.commands.map { entry in
      "  \(entry.name.fitted(to: width, .left)) \(entry.summary)"
    }
    let text = """
      repvgg-tui: explore RepVGG networks, in both of their forms, in the terminal

      examples:
        repvgg-tui                               the built-in sample, trained on handwritten digits
        repvgg-tui model.rvg                     explore a network
        repvgg-tui verify model.safetensors      check that folding it changes nothing
        repvgg-tui fold model.rvg -o folded.rvg  write the deploy form

      usage: \(explorer.usage)
             repvgg-tui COMMAND … ; repvgg-tui COMMAND --help tells more

      commands:
      \(commands.joined(separator: "\n"))

      options of the explorer:
      \(lines(explorer.options))

      MODEL is a .rvg file or a .safetensors checkpoint; what it is, is decided by its content.
      exit status: 0 success, 1 a check failed, 2 wrong usage, 3 unreadable input, 4 could not write
      (standard output too); ended by a signal, 128 and its number in a shell
      """
    return text.lines
  }

  /// The help of one command.
  static func command(_ entry: CommandLineEntry) -> [String] {
    let text = """
      repvgg-tui \(entry.name): \(entry.summary)

      usage: \(entry.usage)

      options:
      \(lines(entry.options))
      """
    return text.lines
  }

  private static func lines(_ options: [Option]) -> String {
    let width = (options.map(\.usage.count).max() ?? 0) + 2
    return options.map { "  \($0.usage.fitted(to: width, .left)) \($0.summary)" }
      .joined(separator: "\n")
  }
}

extension String {
  /// The lines of a text of our own.
  fileprivate var lines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
