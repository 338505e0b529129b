internal import Canvas

/// One channel's map in so many columns and rows of values; where those are fewer than it has, each is a mean.
struct ScaledMap: Widget {
  let maps: ChannelMaps
  let channel: Int
  /// The magnitude of the strongest colour.
  let limit: Double
  /// Columns and rows of values.
  let values: Size

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let map = HeatMap(rows: values.height, columns: values.width, scale: pen.diverging) {
      mean($0, $1) / limit
    }
    grid.draw(map, in: area, with: pen)
  }

  /// The mean of what a value stands for.
  func mean(_ row: Int, _ column: Int) -> Double {
    let rows = ScaledMap.range(row, of: values.height, over: maps.extent.height)
    let columns = ScaledMap.range(column, of: values.width, over: maps.extent.width)
    var sum = 0.0
    for row in rows { for column in columns { sum += maps.value(channel, row, column) } }
    return sum / Double(rows.count * columns.count)
  }

  private static func range(_ index: Int, of count: Int, over extent: Int) -> Range<Int> {
    let first = min(index * extent / count, extent - 1)
    return first..<max((index + 1) * extent / count, first + 1)
  }
}

extension ScaledMap {
  /// The largest zoom of a map.
  private static let mostZoom = 4
  /// Columns and rows up to which a map in a gallery is not made smaller.
  private static let smallest = 14

  /// The sizes in which a map of `extent` can stand in a gallery, the largest first.
  static func sizes(of extent: Size, with pen: Pen) -> [Size] {
    let zooms = HeatMap.valuesPerRow(with: pen) == 2 ? Array((1...mostZoom).reversed()) : [1]
    var sizes = zooms.map { Size(width: extent.width * $0, height: extent.height * $0) }
    var factor = 1
    while (max(extent.width, extent.height) + factor - 1) / factor > smallest {
      factor *= 2
      sizes.append(reduced(extent, by: factor))
    }
    return sizes
  }

  /// The size in which a map of `extent` fills `area` best.
  static func size(of extent: Size, in area: Size, with pen: Pen) -> Size {
    let perRow = HeatMap.valuesPerRow(with: pen)
    let room = Size(width: area.width, height: area.height * perRow)
    for zoom in (1...2 * mostZoom).reversed() where perRow == 2 || zoom == 1 {
      let size = Size(width: extent.width * zoom, height: extent.height * zoom)
      if size.width <= room.width, size.height <= room.height { return size }
    }
    var factor = 2
    while factor < max(extent.width, extent.height) {
      let size = reduced(extent, by: factor)
      if size.width <= room.width, size.height <= room.height { return size }
      factor += 1
    }
    return Size(width: 1, height: 1)
  }

  private static func reduced(_ extent: Size, by factor: Int) -> Size {
    Size(
      width: (extent.width + factor - 1) / factor,
      height: (extent.height + factor - 1) / factor
    )
  }
}
