/// Shares of a whole, side by side in one bar.
public struct StackedBar: Widget {
  /// The shares from left to right.
  public let parts: [Part]
  /// What the whole width stands for; the sum of the parts where nil.
  public let total: Double?

  /// One share.
  public struct Part: Hashable, Sendable {
    /// How much; below zero counts as zero.
    public let value: Double
    /// Its ink.
    public let style: Style
    /// The sign that tells it from its neighbours without colour.
    public let sign: Character

    /// A share of `value`.
    public init(_ value: Double, style: Style, sign: Character) {
      self.value = value
      self.style = style
      self.sign = sign
    }
  }

  /// A bar of `parts`.
  public init(_ parts: [Part], total: Double? = nil) {
    self.parts = parts
    self.total = total
  }

  /// Draws the bar in every row of `area`; what is left of the total stays a track.
  public func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let values = parts.map { $0.value.isFinite ? max(0, $0.value) : 0 }
    let whole = max(total ?? 0, values.reduce(0, +))
    grid.fill(area, with: pen.glyphs.track, style: pen.palette.muted)
    guard whole > 0 else { return }
    var before = 0.0
    for (part, value) in zip(parts, values) {
      let start = Int((before / whole * Double(area.width)).rounded())
      before += value
      let end = Int((before / whole * Double(area.width)).rounded())
      let share = Rect(x: area.x + start, y: area.y, width: end - start, height: area.height)
      grid.fill(area.intersection(share), with: part.sign, style: part.style)
    }
  }
}
