/// How a picture of any size is brought to the size that a network takes.
public struct Preprocessing: Hashable, Sendable {
  /// What happens to the shape of the picture.
  public enum Fit: Hashable, Sendable {
    /// Scaled with its proportions kept until the network's input is `share` of it, then cut out of the
    /// middle: 224 pixels at a share of 0.875 come out of 256.
    case cropped(share: Double)
    /// Scaled to the very size, whatever its proportions.
    case stretched
  }

  /// How values between pixels are found.
  ///
  /// Where a picture shrinks, the filter widens, so that every pixel counts.
  public enum Interpolation: String, Hashable, Sendable, CaseIterable {
    /// A triangle of one pixel to each side.
    case bilinear
    /// Keys' cubic with `a` = -0.5, two pixels to each side.
    case bicubic
  }

  /// What happens to the shape of the picture.
  public var fit: Fit
  /// How values between pixels are found.
  public var interpolation: Interpolation

  /// A way to bring pictures to size.
  public init(fit: Fit, interpolation: Interpolation = .bilinear) {
    self.fit = fit
    self.interpolation = interpolation
  }
}

extension InputShape {
  /// What is done to a picture: what the network says, else the convention for its size.
  ///
  /// For 128 pixels and more this is ImageNet's: bilinear, and the middle 0.875 of the shorter side.
  /// Smaller networks see whole pictures in their data sets, so theirs are stretched.
  public var effectivePreprocessing: Preprocessing {
    let isLarge = min(height, width) >= 128
    return preprocessing ?? Preprocessing(fit: isLarge ? .cropped(share: 0.875) : .stretched)
  }
}
