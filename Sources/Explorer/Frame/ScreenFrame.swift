internal import Canvas

/// What a screen shows: its cells, and what there is to say about them.
struct ScreenFrame: Sendable {
  /// The cells between the title and the status line.
  var grid: Grid
  /// The selection in words.
  var status: String

  /// A frame of `size` cells, filled by `draw`.
  init(
    _ size: Size,
    _ pen: Pen,
    status: String,
    draw: (inout Grid, Rect) -> Void
  ) {
    grid = Grid(size: size, style: pen.palette.text)
    self.status = status
    draw(&grid, grid.bounds)
  }
}
