/// Draws a grid as pixels, the same for the same grid on every machine.
///
/// A cell has 9 x 18 pixels, or twice as many each way. Letters are the built-in bitmaps of DejaVu Sans Mono,
/// box lines, block elements and braille the same rectangles as in SVG pictures; a character without a bitmap is
/// a hollow box. The picture is made band by band, so that even the largest screen takes little memory.
public struct PixelPicture: Sendable {
  /// Pixels of a row.
  public let width: Int
  /// Rows of pixels.
  public let height: Int

  private let screen: AnnotatedGrid
  private let marks: MarkShapes
  private let scale: PictureScale

  /// The picture of `grid` with `annotations`, in the colours of `palette`.
  public init(
    _ grid: Grid,
    _ annotations: Annotations = Annotations(),
    palette: Palette,
    scale: PictureScale
  ) {
    screen = AnnotatedGrid(grid, annotations, palette: palette)
    marks = MarkShapes(screen)
    self.scale = scale
    width = screen.grid.size.width * PictureCell.width * scale.rawValue
    height = screen.grid.size.height * PictureCell.height * scale.rawValue
  }

  /// How many bands there are: one for each row of cells.
  public var bandCount: Int { screen.grid.size.height }

  /// Rows of pixels of a band.
  public var bandHeight: Int { PictureCell.height * scale.rawValue }

  /// The pixels of a band, counted from the top: `bandHeight` x `width` x 3 bytes of red, green and blue.
  public func band(_ index: Int) -> [UInt8] {
    precondition(index >= 0 && index < bandCount, "there are \(bandCount) bands, no band \(index)")
    let palette = screen.palette
    var band = PixelBand(width: width, height: bandHeight, palette.paper)
    band.draw(screen.grid.row(index), palette: palette, scale)
    let top = index * PictureCell.height
    band.draw(marks, top: top, ink: screen.markColor, paper: palette.paper, scale)
    return band.bytes
  }
}
