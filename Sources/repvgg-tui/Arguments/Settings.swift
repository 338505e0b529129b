internal import Explorer
internal import RepCore
internal import Words

/// What the user has configured, and what the program remembers of the last time.
struct Settings {
  /// The file that the user writes, in the language of commands; nil where there is no place for it.
  let configuration: String?
  /// The file of the last theme.
  let memory: String?

  /// The user's.
  static var user: Settings {
    Settings(
      configuration: UserFolder.configuration.path.map { "\($0)/config" },
      memory: UserFolder.state.path.map { "\($0)/theme" }
    )
  }

  /// Begins as the user wants it: what is remembered, then what is configured, then what the command line says.
  func apply(to state: inout State, theme: ThemeName?, language: Language?) {
    if let memory, let text = try? TextFile.read(memory),
      let last = ThemeName(rawValue: text.filter { !$0.isWhitespace })
    {
      state.take(theme: last)
    }
    if let configuration, let text = try? TextFile.read(configuration) {
      state.configure(text, from: configuration)
    }
    state.take(theme: theme, language: language)
  }

  /// Keeps the theme for the next time; where that cannot be written, it is forgotten.
  func remember(_ theme: ThemeName) {
    guard let memory else { return }
    UserFolder.make(SystemPath.split(memory).folder)
    try? TextFile.write(theme.rawValue + "\n", to: memory)
  }
}
