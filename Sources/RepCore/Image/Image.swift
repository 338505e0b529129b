/// A picture of 8-bit samples.
///
/// Rows come from the top, pixels of a row from the left, samples of a pixel together: `H x W x C`.
public struct Image: Hashable, Sendable {
  /// What the samples of a pixel are.
  public enum Color: Int, Hashable, Sendable {
    /// One sample, black at 0.
    case grey = 1
    /// Red, green and blue.
    case rgb = 3
  }

  /// Pixels of a row.
  public let width: Int
  /// Number of rows.
  public let height: Int
  /// What the samples of a pixel are.
  public let color: Color
  /// `H x W x C` values.
  public let samples: [UInt8]

  /// A picture with at least one pixel.
  public init(width: Int, height: Int, color: Color, samples: [UInt8]) {
    precondition(width > 0 && height > 0, "a picture of \(width)x\(height) has no pixels")
    precondition(
      samples.count == width * height * color.rawValue,
      "\(samples.count) samples do not fill \(width)x\(height) pixels of \(color)"
    )
    self.width = width
    self.height = height
    self.color = color
    self.samples = samples
  }

  /// The most samples that a picture may have, 2^28: 89 million pixels in colour.
  public static let mostSamples = 1 << 28
  /// The most pixels of a side.
  public static let largestSide = 65_535
}
