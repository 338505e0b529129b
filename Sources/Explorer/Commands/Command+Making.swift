import RepCore

// Commands as the program itself makes them.

extension Command {
  /// Shows a screen.
  static func show(_ screen: ScreenID) -> Command {
    Command(.show, [.word(screen.rawValue)])
  }

  /// Shows a form, or the other one.
  static func form(_ form: Form? = nil) -> Command { choosing(.form, form) }

  /// Selects a block.
  static func select(_ path: BlockPath) -> Command { Command(.select, [.block(path)]) }

  /// Moves the cursor.
  static func move(_ direction: Direction, _ count: Int = 1) -> Command {
    Command(direction.command, [.number(count)])
  }

  /// Looks at a pair of channels.
  static func pair(output: Int, input: Int) -> Command {
    Command(.pair, [.number(output), .number(input)])
  }

  /// Looks at a branch.
  static func branch(_ branch: BranchID) -> Command { Command(.branch, [.text("\(branch)")]) }

  /// Looks at an output channel.
  static func channel(_ channel: Int) -> Command { Command(.channel, [.number(channel)]) }

  /// Orders the rows.
  static func order(_ order: RowOrder?) -> Command { choosing(.sort, order) }

  /// Finds a row.
  static func search(_ text: String) -> Command { Command(.search, [.text(text)]) }

  /// Runs or pauses the engine.
  static func run(_ isRunning: Bool?) -> Command {
    Command(.run, isRunning.map { [.word($0 ? "on" : "off")] } ?? [])
  }

  /// Changes how the engine executes branches.
  static func branches(_ execution: BranchExecution?) -> Command {
    choosing(.branches, execution)
  }

  /// Opens another model.
  static func open(_ source: String) -> Command { Command(.open, [.text(source)]) }

  /// Opens another model to compare with.
  static func beside(_ source: ModelSource) -> Command {
    Command(.beside, [.text(source.typed ?? "")])
  }

  /// Opens a set of tensors, or asks which.
  static func set(_ name: String?) -> Command {
    Command(.set, name.map { [.text($0)] } ?? [])
  }

  /// Changes the colours.
  static func theme(_ theme: ThemeName?) -> Command { choosing(.theme, theme) }

  /// Writes the screen to a file, or to a new one.
  static func shot(_ file: String?) -> Command { Command(.shot, file.map { [.text($0)] } ?? []) }

  /// A command that needs no argument.
  static func named(_ name: Name) -> Command { Command(name) }

  private static func choosing<Choice: RawRepresentable<String>>(
    _ name: Name,
    _ choice: Choice?
  ) -> Command {
    Command(name, choice.map { [.word($0.rawValue)] } ?? [])
  }
}

/// The four directions of the cursor.
enum Direction: Hashable, Sendable, CaseIterable {
  case up
  case down
  case left
  case right

  /// The command that moves there.
  var command: Command.Name {
    switch self {
    case .up: .up
    case .down: .down
    case .left: .left
    case .right: .right
    }
  }

  /// The direction that a command moves in; nil where it moves nothing.
  init?(_ name: Command.Name) {
    guard let direction = Direction.allCases.first(where: { $0.command == name }) else {
      return nil
    }
    self = direction
  }
}

extension Command {
  /// Where and how far the command moves the cursor; nil where it does not.
  var movement: (direction: Direction, count: Int)? {
    Direction(name).map { ($0, number() ?? 1) }
  }
}
