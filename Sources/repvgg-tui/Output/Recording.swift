internal import Canvas
internal import Explorer

/// A script as it is played: a screen a second, each under the command that leads to it.
struct Recording {
  private let commands: [Command]
  private let annotations: Annotations
  private let title: String
  private var cast: Asciicast?
  private var seconds = 0

  /// A recording of `commands` without screens yet.
  init(_ commands: [Command], _ annotations: Annotations, title: String) {
    self.commands = commands
    self.annotations = annotations
    self.title = title
  }

  /// Adds the screen of `state`: the first one before all commands, then one behind each.
  mutating func show(_ state: State) {
    let palette = state.shared.look.palette
    let grid = AnnotatedGrid(state.render(), annotations, palette: palette).marked
    var cast =
      cast
      ?? Asciicast(size: grid.size, title: title, palette: palette, depth: state.shared.look.depth)
    if seconds > 0 { cast.mark("\(commands[seconds - 1])", second: seconds) }
    cast.show(grid, second: seconds)
    seconds += 1
    self.cast = cast
  }

  /// The file, whose last screen stands for a second.
  var bytes: [UInt8] { Array((cast?.text(until: seconds) ?? "").utf8) }
}
