internal import Canvas

/// Small pictures of kernels, one per channel, in reading order, with one channel framed.
///
/// Only the kernels in sight are asked for.
struct KernelGallery: Widget {
  /// How many channels there are.
  let channels: Int
  /// Rows and columns of a kernel.
  let side: Int
  /// The channel that is framed.
  let channel: Int
  /// The magnitude of the strongest colour.
  let limit: Double
  /// The taps of a channel's kernel, row by row.
  let kernel: (Int) -> [Double]

  /// Draws the rows of kernels around the framed one.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let layout = layout(in: area.size, with: pen)
    let shown = layout.channels(showing: channel)
    let zoom = max(layout.values.width / side, 1)
    let kernels = shown.map(kernel)
    for (index, taps) in kernels.enumerated() {
      let cells = layout.cells(of: index, in: area)
      let map = HeatMap(
        rows: layout.values.height,
        columns: layout.values.width,
        scale: pen.diverging
      ) { row, column in taps[row / zoom * side + column / zoom] / limit }
      grid.draw(map, in: cells.intersection(area), with: pen)
      if shown.lowerBound + index == channel { grid.frame(cells, in: area, with: pen) }
    }
  }

  /// How the kernels lie in `size` cells.
  func layout(in size: Size, with pen: Pen) -> GalleryLayout {
    GalleryLayout(channels: channels, side: side, in: size, with: pen)
  }
}

extension Grid {
  /// Marks a picture of a gallery at its left and right, so that none of its cells changes.
  mutating func frame(_ cells: Rect, in area: Rect, with pen: Pen) {
    let (left, right) = pen.glyphs.level == .ascii ? ("[", "]") : ("▐", "▌")
    for row in 0..<cells.height {
      let start = cells.origin.moved(dx: -1, dy: row)
      put(left, at: start, style: pen.palette.accent, clip: area)
      put(right, at: start.moved(dx: cells.width + 1), style: pen.palette.accent, clip: area)
    }
  }
}

/// How large the pictures of a gallery are, and how many stand in a row.
struct GalleryLayout {
  /// Columns and rows of values of one picture.
  let values: Size
  /// Cells of one picture.
  let picture: Size
  /// Cells from one picture to the next.
  let tile: Size
  /// Pictures in a row.
  let perRow: Int

  private let rows: Int
  private let count: Int

  /// The largest pictures of kernels with `side` taps with which all of `channels` are in sight, or the smallest.
  init(channels: Int, side: Int, in size: Size, with pen: Pen) {
    let zooms = HeatMap.valuesPerRow(with: pen) == 2 ? [4, 3, 2, 1] : [1]
    let values = zooms.map { Size(width: side * $0, height: side * $0) }
    self.init(channels: channels, values: values, in: size, with: pen)
  }

  /// The first of the sizes `values`, from the largest on, with which all of `channels` are in sight; else the last.
  init(channels: Int, values: [Size], in size: Size, with pen: Pen) {
    let perCell = HeatMap.valuesPerRow(with: pen)
    let layouts = values.enumerated().map { place, extent in
      GalleryLayout(
        channels: channels,
        values: extent,
        gap: place + 1 < values.count ? 2 : 1,
        perCell: perCell,
        in: size
      )
    }
    self = layouts.first { $0.perRow * $0.rows >= channels } ?? layouts[layouts.count - 1]
  }

  private init(channels: Int, values: Size, gap: Int, perCell: Int, in size: Size) {
    self.values = values
    count = channels
    picture = Size(width: values.width, height: (values.height + perCell - 1) / perCell)
    tile = Size(width: values.width + gap, height: (values.height + 1 + perCell - 1) / perCell)
    perRow = max((size.width - 1) / tile.width, 1)
    rows = max((size.height + tile.height - picture.height) / tile.height, 1)
  }

  /// The cells of the picture in place `index` of those in sight.
  func cells(of index: Int, in area: Rect) -> Rect {
    let origin = area.origin.moved(
      dx: 1 + index % perRow * tile.width,
      dy: index / perRow * tile.height
    )
    return Rect(origin: origin, size: picture)
  }

  /// The channels in sight when `channel` must be among them: whole rows.
  func channels(showing channel: Int) -> Range<Int> {
    let all = (count + perRow - 1) / perRow
    let shown = Range(showing: channel / perRow, of: all, room: rows)
    return min(shown.lowerBound * perRow, count)..<min(shown.upperBound * perRow, count)
  }
}
