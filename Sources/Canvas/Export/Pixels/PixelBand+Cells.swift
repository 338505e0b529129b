extension PixelBand {
  /// Draws a row of cells that fills the band.
  mutating func draw(_ cells: ArraySlice<Cell>, palette: Palette, _ scale: PictureScale) {
    let faces = (
      plain: GlyphFace(scale, isBold: false), bold: GlyphFace(scale, isBold: true)
    )
    for (column, cell) in cells.enumerated() {
      let inked = InkedCell(cell, palette)
      let left = column * PictureCell.width * scale.rawValue
      // The right half of a wide character is drawn with the left one, which is before it.
      let columns = inked.part == .left ? 2 : 1
      if inked.part != .right {
        fillCell(left, columns, inked.paper, scale)
        if let shape = inked.shape {
          draw(shape, left, inked.ink, scale)
        } else {
          draw(
            inked,
            columns,
            left,
            inked.attributes.contains(.bold) ? faces.bold : faces.plain,
            scale
          )
        }
      }
      if inked.attributes.contains(.underline) {
        let line = CellShape.Part(
          x: 0,
          y: PictureCell.height - 2,
          width: PictureCell.width,
          height: 1
        )
        fill(line, left, inked.ink, scale)
      }
    }
  }

  private mutating func fillCell(_ left: Int, _ columns: Int, _ paper: Color, _ scale: PictureScale)
  {
    let width = columns * PictureCell.width * scale.rawValue
    fill(x: left, y: 0, width: width, height: height, paper)
  }

  /// A rectangle in units, `left` pixels from the band's edge.
  mutating func fill(
    _ part: CellShape.Part,
    _ left: Int,
    _ ink: Color,
    _ scale: PictureScale,
    opacity: Double = 1
  ) {
    fill(
      x: left + part.x * scale.rawValue,
      y: part.y * scale.rawValue,
      width: part.width * scale.rawValue,
      height: part.height * scale.rawValue,
      ink,
      opacity: opacity
    )
  }

  private mutating func draw(
    _ shape: CellShape,
    _ left: Int,
    _ ink: Color,
    _ scale: PictureScale
  ) {
    for part in shape.parts { fill(part, left, ink, scale, opacity: shape.opacity) }
  }

  private mutating func draw(
    _ cell: InkedCell,
    _ columns: Int,
    _ left: Int,
    _ face: GlyphFace,
    _ scale: PictureScale
  ) {
    guard let bitmaps = face.bitmaps(of: cell.character), columns == 1 else {
      if !cell.character.isWhitespace {
        draw(CellShape.missing(columns: columns), left, cell.ink, scale)
      }
      return
    }
    let isSlanted = cell.attributes.contains(.italic)
    for bitmap in bitmaps {
      draw(
        bitmap,
        left,
        0..<PictureCell.width * scale.rawValue,
        cell.ink,
        scale,
        isSlanted: isSlanted
      )
    }
  }

  /// A bitmap whose cell begins `left` pixels from the band's edge, where it lies within `columns` of it.
  mutating func draw(
    _ bitmap: GlyphBitmap,
    _ left: Int,
    _ columns: Range<Int>,
    _ ink: Color,
    _ scale: PictureScale,
    isSlanted: Bool = false
  ) {
    for row in 0..<bitmap.height {
      let y = bitmap.top + row
      // One pixel to the right for each four above the line on which letters stand.
      let slant = isSlanted ? (PictureCell.baseline * scale.rawValue - y) / 4 : 0
      for column in 0..<bitmap.width {
        let x = bitmap.left + column + slant
        guard columns.contains(x) else { continue }
        blend(left + x, y, ink, level: bitmap.level(column, row) * (PixelBand.full / 15))
      }
    }
  }
}
