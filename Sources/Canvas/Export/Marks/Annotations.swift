/// What a picture says beyond the screen itself.
///
/// Columns and rows are those of the whole screen, from zero, also where a part of it is cut out.
public struct Annotations: Hashable, Sendable {
  /// The cells that are shown; nil for all.
  public var crop: Rect?
  /// A sentence below the screen.
  public var caption: String?
  /// Cells that get a number beside them, from 1, in this order.
  public var callouts: [Point]
  /// Cells that get a frame.
  public var highlights: [Rect]

  /// More call-outs than a picture explains.
  public static let mostCallouts = 99

  /// Nothing, unless said.
  public init(
    crop: Rect? = nil,
    caption: String? = nil,
    callouts: [Point] = [],
    highlights: [Rect] = []
  ) {
    self.crop = crop
    self.caption = caption
    self.callouts = callouts
    self.highlights = highlights
  }
}

/// A screen with its annotations, cut out, ready to be drawn as a picture of any kind.
public struct AnnotatedGrid: Sendable {
  /// The cells, with the caption below them.
  public let grid: Grid
  /// The cells of the screen itself.
  let screen: Rect
  /// The cells that get a number beside them.
  let callouts: [Point]
  /// The cells that get a frame.
  let highlights: [Rect]
  let palette: Palette

  /// What `annotations` make of `grid` in the colours of `palette`.
  public init(_ grid: Grid, _ annotations: Annotations = Annotations(), palette: Palette) {
    precondition(
      annotations.callouts.count <= Annotations.mostCallouts,
      "a picture has at most \(Annotations.mostCallouts) call-outs"
    )
    let part = grid.bounds.intersection(annotations.crop ?? grid.bounds)
    self.palette = palette
    screen = Rect(size: part.size)
    self.grid = grid.cropped(to: part)
      .captioned(annotations.caption.map { $0.wrapped(to: part.width - 2) } ?? [], palette.text)
    callouts = annotations.callouts.map { $0.moved(dx: -part.x, dy: -part.y) }
      .filter { [screen] in screen.contains($0) }
    highlights = annotations.highlights
      .map { Rect(origin: $0.origin.moved(dx: -part.x, dy: -part.y), size: $0.size) }
      .map { [screen] in screen.intersection($0) }.filter { !$0.isEmpty }
  }

  /// The cells for formats of text: a number in brackets beside each call-out, highlighted cells reversed.
  public var marked: Grid {
    var marked = grid
    for area in highlights { marked.restyle(area) { $0.adding(.reverse) } }
    for badge in Badge.placed(self, width: { "(\($0))".count }) {
      marked.put("(\(badge.number))", at: badge.area.origin, style: palette.warning)
    }
    return marked
  }

  /// The colour of frames and of the grounds of numbers.
  var markColor: Color {
    palette.warning.foreground == .default ? palette.ink : palette.warning.foreground
  }
}

extension Grid {
  /// The cells of `area`, which lies inside; half a wide character becomes a blank.
  fileprivate func cropped(to area: Rect) -> Grid {
    guard area != bounds else { return self }
    var part = Grid(size: area.size)
    part.copy(self, area, to: .zero)
    return part
  }

  /// The screen with `lines` below it, one row apart and one column in.
  fileprivate func captioned(_ lines: [String], _ style: Style) -> Grid {
    guard !lines.isEmpty else { return self }
    let first = size.height + 1
    var taller = Grid(
      size: Size(width: size.width, height: first + lines.count),
      style: style
    )
    taller.copy(self, bounds, to: .zero)
    for (row, line) in lines.enumerated() {
      taller.put(line, at: Point(x: 1, y: first + row), style: style)
    }
    return taller
  }
}
