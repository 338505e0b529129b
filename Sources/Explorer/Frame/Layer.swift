internal import Canvas

/// Something that lies over the screen and takes its keys: the help, a line being typed, a choice.
///
/// While a layer acts it is off the stack, so that it may change all of the state.
protocol Layer: Sendable {
  /// The keys that work on it, in place of all others.
  static var keys: [KeyBinding] { get }

  /// The same as they are labelled now.
  var bindings: [KeyBinding] { get }

  /// Takes a key as text; nil where the key table decides.
  mutating func type(_ key: Key, _ state: inout State) -> LayerOutcome?

  /// Takes text that was pasted; nil where it takes none.
  mutating func paste(_ text: String, _ state: inout State) -> LayerOutcome?

  /// Carries out a command; nil where it is for what lies below.
  mutating func perform(_ command: Command, _ state: inout State) -> LayerOutcome?

  /// Whether it still makes sense; another model may be shown by now.
  func fits(_ state: State) -> Bool

  /// Brings its cursor back into its range.
  mutating func settle(_ state: State)

  /// What it shows and has to be found out.
  func needs(_ state: State) -> [any Need]

  /// Draws it over `body`, the cells between the title and the status line.
  func draw(into grid: inout Grid, in body: Rect, over state: State)

  /// The parts of `body` that can be pressed.
  func regions(in body: Rect, over state: State) -> [Region]

  /// What it shows, in sentences.
  func read(_ state: State, into reading: inout Reading)

  /// What stands in the status line; nil where the screen decides.
  func status(_ state: State) -> StatusLine?

  /// What a key that does nothing is answered with.
  func hint(_ state: State) -> String
}

extension Layer {
  /// As they always are.
  var bindings: [KeyBinding] { Self.keys }

  /// No text is typed.
  mutating func type(_ key: Key, _ state: inout State) -> LayerOutcome? { nil }

  /// No text is taken.
  mutating func paste(_ text: String, _ state: inout State) -> LayerOutcome? { nil }

  /// Always.
  func fits(_ state: State) -> Bool { true }

  /// Nothing to bring back.
  mutating func settle(_ state: State) {}

  /// Nothing.
  func needs(_ state: State) -> [any Need] { [] }

  /// There is no such key where all are text.
  func hint(_ state: State) -> String { "" }

  /// None.
  func regions(in body: Rect, over state: State) -> [Region] { [] }

  /// The screen decides.
  func status(_ state: State) -> StatusLine? { nil }
}

/// What becomes of a layer that has acted.
enum LayerOutcome: Sendable {
  /// It stays.
  case stays([Effect])
  /// It is gone.
  case closes([Effect])
}
