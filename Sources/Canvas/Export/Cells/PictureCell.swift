/// How large a cell is in pictures, in their own units.
enum PictureCell {
  static let width = 9
  static let height = 18
  /// Units above the line on which letters stand.
  static let baseline = 14
}

/// How many pixels a unit of a picture has; a cell has 9 x 18 units.
public enum PictureScale: Int, Hashable, Sendable, CaseIterable {
  /// Cells of 9 x 18 pixels.
  case small = 1
  /// Cells of 18 x 36 pixels, for slides and screens of many pixels.
  case large = 2
}
