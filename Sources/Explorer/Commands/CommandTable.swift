internal import Words

/// The command language: what the frame and every screen declare.
public enum CommandTable {
  /// All commands, in the order of the help.
  public static let all: [CommandSpecification] =
    FrameCommands.all + ScreenRegistry.all.flatMap { $0.commands }

  /// The entry of a name; nil where there is none.
  static func specification(of name: Command.Name) -> CommandSpecification? { byName[name] }

  /// The screen that declares a command; nil for those of the frame.
  static func owner(of name: Command.Name) -> ScreenID? {
    ScreenRegistry.all.first { screen in screen.commands.contains { $0.name == name } }?.id
  }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
