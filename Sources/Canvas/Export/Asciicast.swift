internal import Words

/// Screens one after the other as an asciicast of version 2, which asciinema and its players show.
///
/// The same screens give the same bytes everywhere: times are counted, not measured, and neither the date nor
/// the machine is noted. Source: the format's page, asciicast v2.
public struct Asciicast: Sendable {
  private let depth: ColorDepth
  private let header: String
  private var events: [String] = []
  private var shown: Grid?
  private var last = 0

  /// A recording of a terminal of `size` in the colours of `palette`.
  ///
  /// - Parameters:
  ///   - size: Columns and rows; every screen has them.
  ///   - title: Names the recording.
  ///   - palette: What the terminal's own ink and paper are.
  ///   - depth: How many colours the player has.
  public init(size: Size, title: String, palette: Palette, depth: ColorDepth) {
    self.depth = depth
    let named = (0..<16).map { Color.indexed($0).hex }.joined(separator: ":")
    header = """
      {"version":2,"width":\(size.width),"height":\(size.height),"title":\(title.visible.quotedForJSON),\
      "theme":{"fg":"\(palette.ink.hex)","bg":"\(palette.paper.hex)","palette":"\(named)"}}
      """
  }

  /// Shows `grid` from `second` on, which is not before the last one.
  ///
  /// The first screen begins with an empty terminal; of the others only the cells that changed are written.
  public mutating func show(_ grid: Grid, second: Int) {
    let start = shown == nil ? "\u{1B}[?25l\u{1B}[0m\u{1B}[2J" : ""
    let runs = grid.changes(from: shown).map { run in
      let begin = run.start.y * grid.size.width + run.start.x
      return "\u{1B}[\(run.start.y + 1);\(run.start.x + 1)H"
        + grid.cells[begin..<begin + run.count].ansi(depth: depth)
    }
    write(start + runs.joined(), second: second)
    shown = grid
  }

  /// Names what is shown from `second` on; a player can stop there.
  public mutating func mark(_ label: String, second: Int) {
    add("m", label.visible, second: second)
  }

  /// The whole recording, whose last screen stands until `second`: a line for the header, one for each event.
  public func text(until second: Int) -> String {
    var whole = self
    // The cursor comes back below the screen, for who plays it in a terminal.
    let rows = shown?.size.height ?? 1
    whole.write("\u{1B}[\(rows);1H\u{1B}[?25h", second: second)
    return ([header] + whole.events).map { $0 + "\n" }.joined()
  }

  private mutating func write(_ output: String, second: Int) { add("o", output, second: second) }

  private mutating func add(_ kind: String, _ data: String, second: Int) {
    precondition(
      second >= last,
      "screens follow each other in time, \(second) s not behind \(last) s"
    )
    last = second
    events.append("[\(second).0,\"\(kind)\",\(data.quotedForJSON)]")
  }
}
