internal import Words

/// The command language: what the frame and every screen declare.
public enum CommandTable {
  /// All commands, in the order of the help.
  public static var all: [CommandSpecification] {
    ScreenRegistry.added.isEmpty ? usual : make()
  }

  /// The entry of a name; nil where there is none.
  static func specification(of name: Command.Name) -> CommandSpecification? {
    ScreenRegistry.added.isEmpty ? byName[name] : all.first { $0.name == name }
  }

  /// The screen that declares a command; nil for those of the frame.
  static func owner(of name: Command.Name) -> ScreenID? {
    ScreenRegistry.all.first { screen in screen.commands.contains { $0.name == name } }?.id
  }

  private static func make() -> [CommandSpecification] {
    FrameCommands.all + ScreenRegistry.all.flatMap { $0.commands }
  }

  private static let usual = make()
  private static let byName = Dictionary(uniqueKeysWithValues: usual.map { ($0.name, $0) })
}
