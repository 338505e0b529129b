/// The elements of one row of an SVG picture.
struct SVGRow {
  /// Papers that are not the picture's own.
  private(set) var papers: [SVGPatch] = []
  /// Box lines, block elements and underlines.
  private(set) var shapes: [SVGPatch] = []
  /// Everything that needs a font.
  private(set) var texts = ""

  private let top: Int

  /// The elements of row `y`.
  init(_ cells: ArraySlice<Cell>, y: Int, palette: Palette) {
    top = y * PictureCell.height
    let inked = cells.map { InkedCell($0, palette) }
    for run in SVGRow.runs(of: inked, by: { $0.paper == $1.paper && $0.isTinted == $1.isTinted })
    where inked[run.lowerBound].isTinted {
      let paper = inked[run.lowerBound].paper
      papers.append(patch(run, y: 0, height: PictureCell.height, paper))
    }
    for run in SVGRow.runs(of: inked, by: { $0.joins($1) }) {
      if let shape = inked[run.lowerBound].shape {
        addShapes(shape, run, ink: inked[run.lowerBound].ink)
      } else {
        addText(inked[run], run)
      }
    }
  }

  private static func runs(
    of cells: [InkedCell],
    by belongs: (InkedCell, InkedCell) -> Bool
  ) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in cells.indices {
      let next = index + 1
      if next == cells.count || !belongs(cells[start], cells[next]) {
        runs.append(start..<next)
        start = next
      }
    }
    return runs
  }

  private mutating func addShapes(_ shape: CellShape, _ run: Range<Int>, ink: Color) {
    for part in shape.parts {
      if part.x == 0 && part.width == PictureCell.width {
        shapes.append(patch(run, y: part.y, height: part.height, ink, opacity: shape.opacity))
        continue
      }
      for column in run {
        shapes.append(
          SVGPatch(
            x: column * PictureCell.width + part.x,
            y: top + part.y,
            width: part.width,
            height: part.height,
            fill: SVGPatch.Fill(color: ink, opacity: shape.opacity)
          )
        )
      }
    }
  }

  private mutating func addText(_ cells: ArraySlice<InkedCell>, _ run: Range<Int>) {
    let style = cells[run.lowerBound]
    if style.attributes.contains(.underline) {
      shapes.append(patch(run, y: PictureCell.height - 2, height: 1, style.ink))
    }
    guard let first = cells.firstIndex(where: { !$0.isBlank }),
      let last = cells.lastIndex(where: { !$0.isBlank })
    else { return }
    // Blanks inside are kept by `xml:space`; those at the ends need no ink.
    let text = String(cells[first...last].filter { $0.part != .right }.map(\.character))
    let columns = last - first + 1
    let classes =
      (style.attributes.contains(.bold) ? ["b"] : [])
      + (style.attributes.contains(.italic) ? ["i"] : [])
    let classText = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    texts += """
      <text x="\(first * PictureCell.width)" y="\(top + PictureCell.baseline)" \
      textLength="\(columns * PictureCell.width)" lengthAdjust="spacingAndGlyphs" \
      fill="\(style.ink.hex)"\(classText)>\(text.escapedForXML)</text>

      """
  }

  private func patch(
    _ run: Range<Int>,
    y: Int,
    height: Int,
    _ color: Color,
    opacity: Double = 1
  ) -> SVGPatch {
    SVGPatch(
      x: run.lowerBound * PictureCell.width,
      y: top + y,
      width: run.count * PictureCell.width,
      height: height,
      fill: SVGPatch.Fill(color: color, opacity: opacity)
    )
  }
}
