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
    let kernels = shown.map(kernel)
    for (index, taps) in kernels.enumerated() {
      let cells = layout.cells(of: index, in: area)
      let map = HeatMap(
        rows: side * layout.zoom,
        columns: side * layout.zoom,
        scale: pen.diverging
      ) { row, column in taps[row / layout.zoom * side + column / layout.zoom] / limit }
      grid.draw(map, in: cells.intersection(area), with: pen)
      if shown.lowerBound + index == channel { frame(cells.origin, cells.size, &grid, area, pen) }
    }
  }

  /// How the kernels lie in `size` cells.
  func layout(in size: Size, with pen: Pen) -> GalleryLayout {
    GalleryLayout(channels: channels, side: side, in: size, with: pen)
  }

  private func frame(_ origin: Point, _ size: Size, _ grid: inout Grid, _ area: Rect, _ pen: Pen) {
    let (left, right) = pen.glyphs.level == .ascii ? ("[", "]") : ("▐", "▌")
    for row in 0..<size.height {
      let start = origin.moved(dx: -1, dy: row)
      grid.put(left, at: start, style: pen.palette.accent, clip: area)
      grid.put(right, at: start.moved(dx: size.width + 1), style: pen.palette.accent, clip: area)
    }
  }
}

/// How large the pictures of a gallery are, and how many stand in a row.
struct GalleryLayout {
  /// Cells of one tap, in each direction where two rows of values share a row of text.
  let zoom: Int
  /// Cells of one kernel.
  let picture: Size
  /// Cells from one kernel to the next.
  let tile: Size
  /// Kernels in a row.
  let perRow: Int

  private let rows: Int
  private let count: Int

  /// The largest pictures with which all of `channels` kernels are in sight, or the smallest.
  init(channels: Int, side: Int, in size: Size, with pen: Pen) {
    let perCell = HeatMap.valuesPerRow(with: pen)
    let layouts = (perCell == 2 ? [4, 3, 2, 1] : [1]).map { zoom in
      GalleryLayout(channels: channels, side: side, zoom: zoom, perCell: perCell, in: size)
    }
    self = layouts.first { $0.perRow * $0.rows >= channels } ?? layouts[layouts.count - 1]
  }

  private init(channels: Int, side: Int, zoom: Int, perCell: Int, in size: Size) {
    self.zoom = zoom
    count = channels
    let width = side * zoom
    picture = Size(width: width, height: (width + perCell - 1) / perCell)
    tile = Size(width: width + (zoom > 1 ? 2 : 1), height: (width + 1 + perCell - 1) / perCell)
    perRow = max((size.width - 1) / tile.width, 1)
    rows = max((size.height + tile.height - picture.height) / tile.height, 1)
  }

  /// The cells of the kernel in place `index` of those in sight.
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
