/// A horizontal bar, finer than a cell where the glyphs allow it, with an optional mark.
public struct Bar: Widget {
  /// How much is filled, 0...1; clamped.
  public let fraction: Double
  /// Where the mark stands, 0...1, such as a 95th percentile.
  public let tick: Double?
  /// The style of the filled part; the palette's bar where nil.
  public let style: Style?

  /// A bar that fills `fraction` of its area.
  public init(_ fraction: Double, tick: Double? = nil, style: Style? = nil) {
    self.fraction = fraction
    self.tick = tick
    self.style = style
  }

  /// Draws the bar in every row of `area`.
  public func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard !area.isEmpty else { return }
    let parts = pen.glyphs.barParts
    let full = String(repeating: String(parts[parts.count - 1]), count: area.width)
    let units = Int((clamped(fraction) * Double(area.width * parts.count)).rounded())
    let whole = units / parts.count
    let rest = units % parts.count
    let filled = full.prefix(whole) + (rest > 0 ? String(parts[rest - 1]) : "")
    let track = String(repeating: String(pen.glyphs.track), count: area.width - filled.count)
    for y in area.y..<area.maxY {
      let start = Point(x: area.x, y: y)
      grid.put(filled, at: start, style: style ?? pen.palette.bar, clip: area)
      grid.put(track, at: start.moved(dx: filled.count), style: pen.palette.muted, clip: area)
      if let tick {
        let column = min(area.width - 1, Int(clamped(tick) * Double(area.width)))
        let mark = pen.glyphs.tick
        grid.put(sign: mark, at: start.moved(dx: column), style: pen.palette.warning, clip: area)
      }
    }
  }

  private func clamped(_ value: Double) -> Double { value.isNaN ? 0 : min(1, max(0, value)) }
}
