internal import Canvas

/// What a screen shows: its cells, and what there is to say about them.
struct ScreenFrame: Sendable {
  /// The cells between the title and the status line.
  var grid: Grid
  /// The selection in words.
  var status: String

  /// A frame of `size` cells that `view` fills.
  init(_ view: some Widget, status: String, in size: Size, with pen: Pen) {
    grid = Grid(size: size, style: pen.palette.text)
    self.status = status
    grid.draw(view, in: grid.bounds, with: pen)
  }
}
