/// A history as columns, newest at the right; over several rows it grows finer.
public struct Sparkline: Widget {
  /// The values, oldest first; the newest that fit are shown.
  public let values: [Double]
  /// The value at the lower edge.
  public let floor: Double
  /// The value at the upper edge; the largest shown where nil.
  public let ceiling: Double?
  /// The ink; the palette's bar where nil.
  public let style: Style?

  /// A history of `values`.
  public init(
    _ values: [Double],
    floor: Double = 0,
    ceiling: Double? = nil,
    style: Style? = nil
  ) {
    self.values = values
    self.floor = floor
    self.ceiling = ceiling
    self.style = style
  }

  /// Draws one column per value; the lowest still shows the lowest sign, what is not a number none.
  public func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard !area.isEmpty else { return }
    let shown = values.suffix(area.width)
    let top = ceiling ?? shown.filter(\.isFinite).max() ?? 1
    let span = top > floor ? top - floor : 1
    let sparks = pen.glyphs.sparks
    for (index, value) in shown.enumerated() where value.isFinite {
      let place = min(1, max(0, (value - floor) / span))
      let units = max(1, Int((place * Double(area.height * sparks.count)).rounded()))
      let x = area.maxX - shown.count + index
      for row in 0..<area.height {
        let level = min(sparks.count, units - row * sparks.count)
        guard level > 0 else { break }
        let point = Point(x: x, y: area.maxY - 1 - row)
        grid.put(sign: sparks[level - 1], at: point, style: style ?? pen.palette.bar, clip: area)
      }
    }
  }
}
