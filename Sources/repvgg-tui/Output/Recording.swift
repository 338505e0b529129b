internal import Canvas
internal import Explorer

/// A script as it is played: a screen a second, each under the command that leads to it; `wait` lets one stand
/// longer.
struct Recording {
  private let commands: [Command]
  private let annotations: Annotations
  private let title: String
  private var screens: [(grid: Grid, second: Int)] = []
  private var palette = Palette.dark
  private var depth = ColorDepth.trueColor
  /// When the next screen comes.
  private var second = 0

  /// A recording of `commands` without screens yet.
  init(_ commands: [Command], _ annotations: Annotations, title: String) {
    self.commands = commands
    self.annotations = annotations
    self.title = title
  }

  /// Adds the screen of `state`: the first one before all commands, then one behind each.
  mutating func show(_ state: State) {
    let look = state.shared.look
    let said = annotations.joined(to: state)
    screens.append((AnnotatedGrid(state.render(), said, palette: look.palette).marked, second))
    if screens.count == 1 { (palette, depth) = (look.palette, look.depth) }
    let next = commands.indices.contains(screens.count - 1) ? commands[screens.count - 1] : nil
    // A wait is a command that changes nothing: the screen before it stands so much longer.
    second += next?.waitedSeconds ?? 1
  }

  /// The file, whose last screen stands for a second.
  var bytes: [UInt8] {
    let size = Size(
      width: screens.map(\.grid.size.width).max() ?? 0,
      height: screens.map(\.grid.size.height).max() ?? 0
    )
    var cast = Asciicast(size: size, title: title, palette: palette, depth: depth)
    for (place, screen) in screens.enumerated() {
      if place > 0 { cast.mark("\(commands[place - 1])", second: screen.second) }
      // Screens with a caption are taller than those without.
      var grid = Grid(size: size, style: palette.text)
      grid.copy(screen.grid, screen.grid.bounds, to: .zero)
      cast.show(grid, second: screen.second)
    }
    return Array(cast.text(until: second).utf8)
  }
}
