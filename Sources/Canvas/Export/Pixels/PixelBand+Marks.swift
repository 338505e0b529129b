extension PixelBand {
  /// Draws what marks the band, which begins `top` units below the picture's upper edge.
  mutating func draw(
    _ shapes: MarkShapes,
    top: Int,
    ink: Color,
    paper: Color,
    _ scale: PictureScale
  ) {
    for part in shapes.frames {
      let moved = CellShape.Part(x: part.x, y: part.y - top, width: part.width, height: part.height)
      fill(moved, 0, ink, scale)
    }
    for pill in shapes.pills where pill.y >= top && pill.y < top + PictureCell.height {
      draw(pill, top: top, ink, scale)
      draw(number: pill, top: top, paper, scale)
    }
  }

  /// A pixel is inked by how many of its 4 x 4 points lie within the rounded rectangle.
  private mutating func draw(_ pill: MarkShapes.Pill, top: Int, _ ink: Color, _ scale: PictureScale)
  {
    let parts = 4
    // All in eighths of a pixel, so that the points are whole numbers.
    let eighths = 2 * parts
    let radius = pill.height * scale.rawValue * eighths / 2
    let (left, right) = (radius, pill.width * scale.rawValue * eighths - radius)
    for y in 0..<pill.height * scale.rawValue {
      for x in 0..<pill.width * scale.rawValue {
        let hits = (0..<parts * parts).count { point in
          let px = x * eighths + 2 * (point % parts) + 1
          let py = y * eighths + 2 * (point / parts) + 1
          let dx = px < left ? left - px : px > right ? px - right : 0
          let dy = py - radius
          return dx * dx + dy * dy <= radius * radius
        }
        let (column, row) = (pill.x * scale.rawValue + x, (pill.y - top) * scale.rawValue + y)
        guard column < width, row < height else { continue }
        blend(column, row, ink, level: hits * PixelBand.full / (parts * parts))
      }
    }
  }

  private mutating func draw(
    number pill: MarkShapes.Pill,
    top: Int,
    _ ink: Color,
    _ scale: PictureScale
  ) {
    let face = GlyphFace(scale, isBold: true)
    let digits = "\(pill.number)".compactMap { face.bitmaps(of: $0)?.first }
    let cell = PictureCell.width * scale.rawValue
    // The ink of the digits in the middle: their cells but for the gaps at both ends.
    let before = digits.first?.left ?? 0
    let after = digits.last.map { cell - $0.left - $0.width } ?? 0
    let inked = digits.count * cell - before - after
    let start = pill.x * scale.rawValue + (pill.width * scale.rawValue - inked) / 2 - before
    for (index, digit) in digits.enumerated() {
      let left = start + index * cell
      guard left >= 0, left + cell <= width else { continue }
      draw(digit, left, 0..<cell, ink, scale)
    }
  }
}
