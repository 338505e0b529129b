// The ramps, chosen by hand from the 256-colour table and tested for lightness and distinctness.

/// The colours of values below and above zero.
public enum Colormap: String, Hashable, Sendable, CaseIterable {
  /// Blue below zero, orange above.
  case blueOrange = "blue-orange"
  /// Purple below zero, green above.
  case purpleGreen = "purple-green"
}

extension Colormap {
  /// The scale for a theme of light or dark paper.
  ///
  /// On light paper the middle is white, on dark paper near black, so that the largest magnitudes always
  /// stand out most.
  public func diverging(isLight: Bool) -> ColorScale {
    switch self {
    case .blueOrange: isLight ? .blueOrangeOnLight : .blueOrangeOnDark
    case .purpleGreen: isLight ? .purpleGreenOnLight : .purpleGreenOnDark
    }
  }
}

extension ColorScale {
  fileprivate static let blueOrangeOnLight = ColorScale(
    table: [17, 19, 25, 32, 75, 153, 231, 223, 209, 166, 124, 88, 52],
    named: [4, 6, nil, 3, 1]
  )

  fileprivate static let blueOrangeOnDark = ColorScale(
    table: [153, 75, 32, 25, 18, 234, 52, 124, 166, 209, 223],
    // The dark entries of the table are too far apart to go between them.
    points: [
      .rgb(205, 230, 255), .rgb(140, 196, 255), .rgb(80, 152, 255), .rgb(30, 108, 214),
      .rgb(14, 72, 156),
      .rgb(14, 44, 98), .rgb(28, 28, 28), .rgb(92, 24, 8), .rgb(146, 40, 8), .rgb(202, 76, 20),
      .rgb(240, 126, 52), .rgb(255, 176, 112), .rgb(255, 226, 192),
    ],
    named: [6, 4, nil, 1, 3]
  )

  fileprivate static let purpleGreenOnLight = ColorScale(
    table: [54, 129, 171, 177, 225, 231, 193, 113, 34, 28, 22],
    named: [5, nil, 2]
  )

  fileprivate static let purpleGreenOnDark = ColorScale(
    table: [225, 183, 141, 98, 55, 234, 22, 65, 71, 114, 194],
    points: [
      .rgb(242, 224, 255), .rgb(218, 184, 252), .rgb(188, 140, 240), .rgb(152, 92, 216),
      .rgb(114, 58, 172), .rgb(66, 34, 100), .rgb(28, 28, 28), .rgb(10, 62, 30),
      .rgb(18, 100, 46), .rgb(40, 142, 68), .rgb(88, 184, 102), .rgb(150, 222, 150),
      .rgb(212, 248, 204),
    ],
    named: [5, nil, 2]
  )
}
