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
    top = y * SVGPicture.cellHeight
    let inked = cells.map { InkedCell($0, palette) }
    for run in SVGRow.runs(of: inked, by: { $0.paper == $1.paper && $0.isTinted == $1.isTinted })
    where inked[run.lowerBound].isTinted {
      let paper = inked[run.lowerBound].paper
      papers.append(patch(run, y: 0, height: SVGPicture.cellHeight, paper))
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
      if part.x == 0 && part.width == SVGPicture.cellWidth {
        shapes.append(patch(run, y: part.y, height: part.height, ink, opacity: shape.opacity))
        continue
      }
      for column in run {
        shapes.append(
          SVGPatch(
            x: column * SVGPicture.cellWidth + part.x,
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
      shapes.append(patch(run, y: SVGPicture.cellHeight - 2, height: 1, style.ink))
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
      <text x="\(first * SVGPicture.cellWidth)" y="\(top + 14)" \
      textLength="\(columns * SVGPicture.cellWidth)" lengthAdjust="spacingAndGlyphs" \
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
      x: run.lowerBound * SVGPicture.cellWidth,
      y: top + y,
      width: run.count * SVGPicture.cellWidth,
      height: height,
      fill: SVGPatch.Fill(color: color, opacity: opacity)
    )
  }
}

/// A cell whose ink and paper are real colours.
private struct InkedCell {
  let character: Character
  let part: Cell.Part
  let attributes: Attributes
  let ink: Color
  let paper: Color
  let isTinted: Bool
  let shape: CellShape?

  init(_ cell: Cell, _ palette: Palette) {
    let style = cell.style
    let front = style.foreground == .default ? palette.ink : style.foreground
    let back = style.background == .default ? palette.paper : style.background
    let isReversed = style.attributes.contains(.reverse)
    let reader = isReversed ? back : front
    paper = isReversed ? front : back
    ink = style.attributes.contains(.dim) ? reader.mixed(with: paper, share: 0.4) : reader
    isTinted = isReversed || style.background != .default
    character = cell.character
    part = cell.part
    attributes = style.attributes
    shape = CellShape(cell.character)
  }

  var isBlank: Bool { character == " " && part != .right }

  /// Whether both are drawn by one element.
  func joins(_ other: InkedCell) -> Bool {
    guard ink == other.ink, attributes == other.attributes else { return false }
    if shape != nil || other.shape != nil { return character == other.character }
    // A character that many fonts draw wider or narrower than a cell stands on its own, so that it
    // does not stretch its neighbours.
    return standsAlone == other.standsAlone && !standsAlone
  }

  private var standsAlone: Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return scalar.value >= 0x2000
  }
}
