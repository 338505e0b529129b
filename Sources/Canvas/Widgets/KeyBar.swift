/// The keys that work now, each with a word.
public struct KeyBar: Widget {
  /// The keys from left to right.
  public let hints: [Hint]

  /// A key and what it does here.
  public struct Hint: Hashable, Sendable {
    /// The name of the key.
    public let key: String
    /// What it does.
    public let label: String
    /// Whether it stays when space is short.
    public let isEssential: Bool

    /// Says that `key` does `label`.
    public init(_ key: String, _ label: String, isEssential: Bool = false) {
      self.key = key
      self.label = label
      self.isEssential = isEssential
    }

    fileprivate var columns: Int { Canvas.columns(of: key) + Canvas.columns(of: label) + 3 }
  }

  /// A bar of `hints`.
  public init(_ hints: [Hint]) {
    self.hints = hints
  }

  /// Draws into the first row of `area`; what does not fit goes, the last first, essential ones last.
  public func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let line = area.row(0)
    var shown = hints
    while shown.reduce(0, { $0 + $1.columns }) > line.width,
      let victim = shown.lastIndex(where: { !$0.isEssential }) ?? shown.indices.last
    {
      shown.remove(at: victim)
    }
    var x = line.x + 1
    for hint in shown {
      x += grid.put(hint.key, at: Point(x: x, y: line.y), style: pen.palette.key, clip: line) + 1
      x += grid.put(hint.label, at: Point(x: x, y: line.y), style: pen.palette.text, clip: line) + 2
    }
  }
}
