/// Where a network's input lies in a picture: the size that the picture is scaled to, and the window
/// that is cut out of it.
struct Framing: Hashable {
  /// Pixels of both directions.
  struct Extent: Hashable {
    var height: Int
    var width: Int
  }

  /// Rows and columns of a scaled picture.
  struct Window: Hashable {
    let rows: Range<Int>
    let columns: Range<Int>
  }

  /// The size of the whole picture.
  let scaled: Extent
  /// The part of it that is seen.
  let window: Window

  /// Brings a picture of `picture` pixels to `target` pixels.
  ///
  /// A square is cut as torchvision does (`Resize` to the shorter side, then `CenterCrop`), another
  /// rectangle as timm does; with their ways of rounding.
  init(_ picture: Extent, to target: Extent, fit: Preprocessing.Fit) {
    switch fit {
    case .stretched: scaled = target
    case .cropped(let share):
      let frame = Extent(
        height: Int(Double(target.height) / share),
        width: Int(Double(target.width) / share)
      )
      scaled =
        frame.height == frame.width
        ? Framing.shorterSide(of: picture, to: frame.height) : Framing.cover(frame, with: picture)
    }
    window = Window(
      rows: Framing.middle(target.height, of: scaled.height),
      columns: Framing.middle(target.width, of: scaled.width)
    )
  }

  private static func shorterSide(of picture: Extent, to side: Int) -> Extent {
    picture.width <= picture.height
      ? Extent(height: side * picture.height / picture.width, width: side)
      : Extent(height: side, width: side * picture.width / picture.height)
  }

  /// The smallest size in the picture's proportions that has all of `frame` in it.
  private static func cover(_ frame: Extent, with picture: Extent) -> Extent {
    let ratio = min(
      Double(picture.height) / Double(frame.height),
      Double(picture.width) / Double(frame.width)
    )
    func scaled(_ side: Int) -> Int { Int((Double(side) / ratio).rounded(.toNearestOrEven)) }
    return Extent(height: scaled(picture.height), width: scaled(picture.width))
  }

  private static func middle(_ count: Int, of whole: Int) -> Range<Int> {
    let start = Int((Double(whole - count) / 2).rounded(.toNearestOrEven))
    return start..<start + count
  }
}
