/// Frames and numbers over an SVG picture.
struct SVGMarks {
  /// The elements; empty where nothing is marked.
  let elements: String

  init(_ screen: AnnotatedGrid) {
    let shapes = MarkShapes(screen)
    let color = screen.markColor
    let frames = SVGPatch.paths(
      shapes.frames.map { part in
        SVGPatch(
          x: part.x,
          y: part.y,
          width: part.width,
          height: part.height,
          fill: SVGPatch.Fill(color: color, opacity: 1)
        )
      }
    )
    let pills = shapes.pills.map { pill in
      // Twice the middle is a whole number.
      let middle = Numbers.fixed(Double(2 * pill.x + pill.width) / 2, 1)
      return """
        <rect x="\(pill.x)" y="\(pill.y)" width="\(pill.width)" height="\(pill.height)" \
        rx="\(pill.height / 2)" fill="\(color.hex)"/>\
        <text x="\(middle)" y="\(pill.y + PictureCell.baseline - 1)" text-anchor="middle" class="b" \
        fill="\(screen.palette.paper.hex)">\(pill.number)</text>

        """
    }
    let all = frames + pills.joined()
    elements = all.isEmpty ? "" : "\n<g>\n\(all)</g>"
  }
}
