/// One line across the screen: what is selected at the left, the state at the right.
public struct StatusLine: Widget {
  /// Starts at the left edge.
  public let left: StyledLine
  /// Ends at the right edge; goes first where both do not fit.
  public let right: StyledLine

  /// A line of two texts; what has the plain style takes that of the band.
  public init(_ left: StyledLine, right: StyledLine = StyledLine()) {
    self.left = left
    self.right = right
  }

  /// Draws into the first row of `area`.
  public func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let line = area.row(0)
    grid.fill(line, style: pen.palette.band)
    let used = put(left, from: line.x + 1, into: &grid, in: line, with: pen)
    let start = line.maxX - right.columns - 1
    if start > line.x + used + 1 {
      _ = put(right, from: start, into: &grid, in: line, with: pen)
    }
  }

  private func put(
    _ text: StyledLine,
    from x: Int,
    into grid: inout Grid,
    in line: Rect,
    with pen: Pen
  ) -> Int {
    text.pieces.reduce(0) { used, piece in
      let point = Point(x: x + used, y: line.y)
      let style = piece.style == .plain ? pen.palette.band : piece.style.on(band: pen.palette.band)
      return used + grid.put(piece.text, at: point, style: style, clip: line)
    }
  }
}
