/// Frames and badges as geometry, in units of the picture; every kind of picture draws them from here.
struct MarkShapes {
  /// The ground of a number: a rectangle with round ends.
  struct Pill {
    let number: Int
    let x: Int, y: Int, width: Int, height: Int
  }

  /// The sides of all frames.
  let frames: [CellShape.Part]
  /// The grounds of all numbers, which lie over the frames.
  let pills: [Pill]

  private static let thickness = 2

  init(_ screen: AnnotatedGrid) {
    let (width, height) = (PictureCell.width, PictureCell.height)
    let limits = Rect(
      x: 0,
      y: 0,
      width: screen.grid.size.width * width,
      height: screen.grid.size.height * height
    )
    frames = screen.highlights.flatMap { cells in
      MarkShapes.sides(
        of: Rect(
          x: cells.x * width,
          y: cells.y * height,
          width: cells.width * width,
          height: cells.height * height
        ).inset(by: -1).intersection(limits)
      )
    }
    pills = Badge.placed(screen, width: { $0 < 10 ? 2 : 3 })
      .map { badge in
        Pill(
          number: badge.number,
          x: badge.area.x * width + 1,
          y: badge.area.y * height + 1,
          width: badge.area.width * width - 2,
          height: height - 2
        )
      }
  }

  private static func sides(of frame: Rect) -> [CellShape.Part] {
    let (x, y, width, height) = (frame.x, frame.y, frame.width, frame.height)
    return [
      CellShape.Part(x: x, y: y, width: width, height: thickness),
      CellShape.Part(x: x, y: y + height - thickness, width: width, height: thickness),
      CellShape.Part(x: x, y: y, width: thickness, height: height),
      CellShape.Part(x: x + width - thickness, y: y, width: thickness, height: height),
    ]
  }
}
