/// Boxes and the lines between them; where lines meet, the right crossing appears by itself.
///
/// Places are relative to the top left corner of the area that the diagram is drawn into.
public struct Diagram: Widget {
  private var boxes: [Box] = []
  private var routes: [Route] = []
  private var labels: [(line: StyledLine, at: Point)] = []

  private struct Box {
    let area: Rect
    let lines: [StyledLine]
    let isSelected: Bool
    let copies: Int
  }

  private struct Route {
    let points: [Point]
    let hasHead: Bool
  }

  /// An empty diagram.
  public init() {}

  /// Adds a box whose lines of text stand in its middle; the selected one has the focus style.
  ///
  /// - Parameters:
  ///   - area: The box with its border.
  ///   - lines: What stands in it.
  ///   - isSelected: Whether it is looked at.
  ///   - copies: How many such boxes lie one behind the other; the right edges of those behind show,
  ///     a column each beyond `area`.
  public mutating func addBox(
    _ area: Rect,
    _ lines: [StyledLine],
    isSelected: Bool = false,
    copies: Int = 1
  ) {
    boxes.append(Box(area: area, lines: lines, isSelected: isSelected, copies: copies))
  }

  /// Adds a line through `points`, each straight left, right, above or below the one before.
  ///
  /// - Parameters:
  ///   - points: the ends and corners.
  ///   - hasHead: whether the last cell is an arrow head.
  public mutating func addRoute(_ points: [Point], hasHead: Bool = false) {
    for (from, to) in zip(points, points.dropFirst()) {
      precondition(from.x == to.x || from.y == to.y, "a line from \(from) to \(to) is not straight")
    }
    routes.append(Route(points: points, hasHead: hasHead))
  }

  /// Adds text beside or upon lines.
  public mutating func addLabel(_ line: StyledLine, at point: Point) {
    labels.append((line, point))
  }

  /// Draws lines first, then boxes' text, heads and labels.
  public func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    var strokes = Strokes()
    for route in routes { strokes.add(route.points) }
    for box in boxes { strokes.add(border: box.area) }
    let focus = boxes.filter(\.isSelected).map(\.area)
    for (point, arms) in strokes.arms {
      let isFocus = focus.contains { $0.contains(point) }
      let style = isFocus ? pen.palette.focus : pen.palette.chrome
      let sign = pen.glyphs.lines.sign(of: arms)
      grid.put(sign: sign, at: moved(point, area), style: style, clip: area)
    }
    for box in boxes {
      drawCopies(of: box, into: &grid, in: area, with: pen)
      drawText(of: box, into: &grid, in: area, with: pen)
    }
    for route in routes where route.hasHead {
      drawHead(of: route, into: &grid, in: area, with: pen)
    }
    for label in labels { grid.put(label.line, at: moved(label.at, area), clip: area) }
  }

  /// The right edges of the boxes behind `box`.
  private func drawCopies(of box: Box, into grid: inout Grid, in area: Rect, with pen: Pen) {
    let style = box.isSelected ? pen.palette.focus : pen.palette.chrome
    let lines = pen.glyphs.lines
    for copy in 1..<max(box.copies, 1) {
      for y in 0..<box.area.height {
        let sign =
          y == 0
          ? lines.topRight : y == box.area.height - 1 ? lines.bottomRight : lines.vertical
        let edge = Point(x: box.area.maxX - 1 + copy, y: box.area.y + y)
        grid.put(sign: sign, at: moved(edge, area), style: style, clip: area)
      }
    }
  }

  private func drawText(of box: Box, into grid: inout Grid, in area: Rect, with pen: Pen) {
    let inner = Rect(origin: moved(box.area.origin, area), size: box.area.size).inset(by: 1)
    let top = max(0, (inner.height - box.lines.count) / 2)
    for (index, line) in box.lines.enumerated() {
      let indent = max(0, (inner.width - line.columns) / 2)
      let point = inner.origin.moved(dx: indent, dy: top + index)
      grid.put(line, at: point, clip: inner.intersection(area))
    }
    if box.isSelected {
      let corner = moved(box.area.origin, area)
      grid.put(sign: pen.glyphs.marker, at: corner, style: pen.palette.focus, clip: area)
    }
  }

  private func drawHead(of route: Route, into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard let tip = route.points.last,
      let before = route.points.dropLast().last(where: { $0 != tip })
    else { return }
    let heads = pen.glyphs.heads
    let sign =
      if tip.x != before.x {
        tip.x > before.x ? heads.right : heads.left
      } else {
        tip.y > before.y ? heads.down : heads.up
      }
    grid.put(sign: sign, at: moved(tip, area), style: pen.palette.chrome, clip: area)
  }

  private func moved(_ point: Point, _ area: Rect) -> Point {
    Point(x: area.x + point.x, y: area.y + point.y)
  }
}
