internal import Words

/// Draws a grid as an SVG picture, the same bytes for the same grid on every machine.
///
/// A cell is 9 x 18 units. Papers, box lines, block elements (U+2500–259F) and braille are geometry computed
/// from the cell, so that no font decides whether lines join. Other text is one element per run of a
/// style, stretched to exactly its cells. The text of the whole screen is also the picture's
/// description, so that it can be searched and read aloud.
public struct SVGPicture: Sendable {
  /// The picture's name.
  public let title: String
  /// The theme: what the default ink and paper are.
  public let palette: Palette

  /// Pictures named `title` in the colours of `palette`.
  public init(title: String, palette: Palette) {
    self.title = title
    self.palette = palette
  }

  /// The SVG document that shows `grid` with `annotations`.
  public func draw(_ grid: Grid, _ annotations: Annotations = Annotations()) -> String {
    let screen = AnnotatedGrid(grid, annotations, palette: palette)
    let grid = screen.grid
    let width = grid.size.width * PictureCell.width
    let height = grid.size.height * PictureCell.height
    let rows = (0..<grid.size.height).map { SVGRow(grid.row($0), y: $0, palette: palette) }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="t d">
      <title id="t">\(title.visible.escapedForXML)</title>
      <desc id="d">\(grid.text().escapedForXML)</desc>
      <style>text{font:15px "DejaVu Sans Mono",Menlo,Consolas,"Liberation Mono",monospace;\
      white-space:pre}.b{font-weight:bold}.i{font-style:italic}</style>
      <rect width="\(width)" height="\(height)" fill="\(palette.paper.hex)"/>
      <g shape-rendering="crispEdges">
      \(SVGPatch.paths(rows.flatMap(\.papers)))\(SVGPatch.paths(rows.flatMap(\.shapes)))</g>
      <g xml:space="preserve">\(rows.map(\.texts).joined())</g>\(SVGMarks(screen).elements)</svg>

      """
  }
}

extension Color {
  /// `#rrggbb`; black for the default, which the caller resolves first.
  var hex: String {
    let (red, green, blue) = components ?? (0, 0, 0)
    let value = Int(red) << 16 | Int(green) << 8 | Int(blue)
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

extension String {
  /// The text with what XML reserves spelled out, and U+FFFD for what it cannot hold.
  ///
  /// By scalars, as XML is read: a mark that combines makes another character of the sign before it.
  var escapedForXML: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\t", "\n", "\r": text.unicodeScalars.append(scalar)
      case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
