/// A cell's place on the screen: column `x` from the left, row `y` from the top, both from zero.
public struct Point: Hashable, Sendable {
  /// The column.
  public var x: Int
  /// The row.
  public var y: Int

  /// The top left cell of every screen.
  public static let zero = Point(x: 0, y: 0)

  /// A place on the screen; it may lie outside, drawing clips.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// The place `dx` columns to the right and `dy` rows below.
  public func moved(dx: Int = 0, dy: Int = 0) -> Point { Point(x: x + dx, y: y + dy) }
}
