// The ramps, chosen by hand from the 256-colour table and tested for lightness and distinctness.

extension ColorScale {
  /// Blue below zero, neutral, orange above, for a theme of light or dark paper.
  ///
  /// On light paper the middle is white, on dark paper near black, so that the largest magnitudes always
  /// stand out most.
  public static func diverging(isLight: Bool) -> ColorScale {
    isLight ? .divergingOnLight : .divergingOnDark
  }

  /// From little to much: dark blue, purple, red, orange, yellow.
  public static let sequential = ColorScale(
    isSigned: false,
    table: [17, 54, 91, 127, 163, 168, 204, 209, 215, 221, 227],
    named: [4, 5, 6, 7]
  )

  private static let divergingOnLight = ColorScale(
    isSigned: true,
    table: [17, 19, 25, 32, 75, 153, 231, 223, 209, 166, 124, 88, 52],
    named: [4, 6, nil, 3, 1]
  )

  private static let divergingOnDark = ColorScale(
    isSigned: true,
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
}
