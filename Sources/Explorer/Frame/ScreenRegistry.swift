/// The screens, declared once: those with digits in the order of these, then those with letters.
enum ScreenRegistry {
  /// The program's screens; a new one is a folder of Screens and a line here.
  private static let own: [any Screen.Type] = [
    TreeScreen.self,
    BlockScreen.self,
    KernelsScreen.self,
    FoldScreen.self,
    LiveScreen.self,
    CompareScreen.self,
    MemoryScreen.self,
    WinogradScreen.self,
    MapsScreen.self,
    BreakScreen.self,
    LesionsScreen.self,
    FileScreen.self,
    DistributionScreen.self,
    RooflineScreen.self,
  ]

  /// Screens that stand behind the program's own in tests of what follows from a line above.
  @TaskLocal static var added: [any Screen.Type] = []

  /// All screens.
  static var all: [any Screen.Type] { added.isEmpty ? own : own + added }

  /// The names of all screens.
  static var names: [String] { all.map { $0.id.rawValue } }

  /// The names of the panes of all screens.
  static var paneNames: [String] { all.flatMap { $0.panes.map(\.rawValue) } }

  /// The screen of a name.
  static func type(of id: ScreenID) -> any Screen.Type {
    guard let type = all.first(where: { $0.id == id }) else {
      preconditionFailure("no screen is called \(id)")
    }
    return type
  }

  /// Each screen as it first looks at what is shared.
  static func screens(for shared: Shared) -> [ScreenID: any Screen] {
    var screens: [ScreenID: any Screen] = [:]
    for type in all { screens[type.id] = type.first(shared) }
    return screens
  }

  /// The screens that a digit opens, `1` first.
  static var numbered: [any Screen.Type] { all.filter { $0.letter == nil } }

  /// The digit that opens a screen; nil for one that has a letter.
  static func digit(of id: ScreenID) -> Int? {
    numbered.firstIndex { $0.id == id }.map { $0 + 1 }
  }

  /// What opens a screen: its digit, or, behind `0`, its letter.
  static func key(of id: ScreenID) -> String {
    digit(of: id).map(String.init) ?? type(of: id).letter.map(String.init) ?? ""
  }

  /// The screen `step` places behind `id`, around the ends.
  static func neighbour(of id: ScreenID, step: Int) -> ScreenID {
    let place = all.firstIndex { $0.id == id } ?? 0
    let count = all.count
    return all[((place + step) % count + count) % count].id
  }
}
