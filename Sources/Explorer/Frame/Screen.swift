internal import Canvas
internal import Words

/// One screen of the explorer: a value that knows where it stands, and draws what it is told.
///
/// A screen is one folder of Screens and one line in `ScreenRegistry`; keys, commands, help, tabs and
/// documents follow from that.
protocol Screen: Sendable {
  /// Which screen it is.
  static var id: ScreenID { get }
  /// The word on its tab.
  static var title: Text { get }
  /// The letter that opens it from the list of screens; nil for one that has a digit.
  static var letter: Character? { get }
  /// What it is for.
  static var group: ScreenGroup { get }
  /// The commands that it adds to the language.
  static var commands: [CommandSpecification] { get }
  /// The keys that work on it, before those that work everywhere.
  static var keys: [KeyBinding] { get }
  /// Whether the engine runs while the screen is shown.
  static var runsEngine: Bool { get }
  /// Whether it is about the selected block, and not the whole network or file.
  static var isAboutBlock: Bool { get }
  /// The terms that its help explains.
  static var glossary: [Term] { get }
  /// Its panes, in the order in which each of them can fill the screen.
  static var panes: [PaneID] { get }

  /// The screen as it first looks at a document.
  init(_ shared: Shared)

  /// Carries out a command.
  ///
  /// - Returns: what it asks of the world; nil where the command is not this screen's.
  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]?

  /// Brings every cursor back into its range: after each command, each answer, each new size.
  mutating func settle(_ shared: Shared)

  /// What its frame shows and has to be found out, besides the check of the selected block.
  func needs(_ shared: Shared) -> [any Need]

  /// What is under the cursor, as text to be used elsewhere: a name, a number, a kernel; nil for nothing.
  func copied(_ shared: Shared) -> String?

  /// How the number under the cursor was made; nil where there is none to explain.
  func explained(_ shared: Shared) -> Explanation?

  /// What it shows in `size` cells: total for every size.
  func frame(_ shared: Shared, in size: Size) -> ScreenFrame

  /// The panes that there is something to show in.
  func panes(_ shared: Shared) -> [PaneID]

  /// Where the panes stand in `size` cells.
  func layout(_ shared: Shared, in size: Size) -> PaneLayout

  /// The pane of text, which scrolls, with its place in `size` cells; nil where none is shown.
  func textPane(_ shared: Shared, in size: Size) -> (pane: TextPane, area: Rect)?

  /// All that it shows, in sight or not, in sentences; the frame's own sentence comes before them.
  func read(_ shared: Shared, into reading: inout Reading)

  /// The parts of `size` cells that can be pressed; of two that overlap the later one counts.
  func regions(_ shared: Shared, in size: Size) -> [Region]
}

extension Screen {
  /// The screen as it first looks at a document, whichever screen it is.
  static func first(_ shared: Shared) -> any Screen { Self(shared) }

  /// It has a digit.
  static var letter: Character? { nil }

  /// None of its own.
  static var commands: [CommandSpecification] { [] }

  /// Nothing.
  func needs(_ shared: Shared) -> [any Need] { [] }

  /// The selected block's name.
  func copied(_ shared: Shared) -> String? { shared.document.title(of: shared.selection.block) }

  /// No number is under the cursor.
  func explained(_ shared: Shared) -> Explanation? { nil }

  /// Nothing apart from the whole.
  static var panes: [PaneID] { [] }

  /// All of its panes.
  func panes(_ shared: Shared) -> [PaneID] { Self.panes }

  /// No pane.
  func layout(_ shared: Shared, in size: Size) -> PaneLayout { PaneLayout() }

  /// No text.
  func textPane(_ shared: Shared, in size: Size) -> (pane: TextPane, area: Rect)? { nil }

  /// Nothing beyond the frame's own sentence.
  func read(_ shared: Shared, into reading: inout Reading) {}

  /// None.
  func regions(_ shared: Shared, in size: Size) -> [Region] { [] }

  /// What it shows does not change by itself.
  static var runsEngine: Bool { false }

  /// It is about the whole.
  static var isAboutBlock: Bool { false }

  /// Nothing to bring back.
  mutating func settle(_ shared: Shared) {}
}
