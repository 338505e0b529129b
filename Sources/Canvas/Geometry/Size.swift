/// How many columns and rows something takes.
public struct Size: Hashable, Sendable {
  /// Columns, never negative.
  public let width: Int
  /// Rows, never negative.
  public let height: Int

  /// Nothing at all.
  public static let zero = Size(width: 0, height: 0)

  /// A size; negative extents count as zero, so that layouts stay total on small screens.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The same size, but no wider and no higher than `most`.
  public func clamped(to most: Size) -> Size {
    Size(width: min(width, most.width), height: min(height, most.height))
  }

  /// Columns times rows.
  public var area: Int { width * height }
}
