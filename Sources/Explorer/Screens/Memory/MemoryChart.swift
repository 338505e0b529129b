internal import Canvas
internal import RepCore
internal import Words

/// The bytes of each step as columns, with the blocks below them.
struct MemoryChart: Widget {
  let timeline: MemoryTimeline
  let definition: MemoryDefinition
  let axis: StepAxis
  /// Bytes of one row; charts that are compared have the same.
  let bytesPerRow: Int
  /// The step that is looked at; nil where another chart shows it.
  let step: Int?
  /// What stands beside the mark below it.
  let remark: String
  /// What the block of a path is called, in a few letters.
  let name: (BlockPath?) -> String

  /// Columns of the scale at the left: four digits and a point, or a line.
  static let gutter = 6
  /// Rows below the columns.
  static let footRows = 2

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (foot, plot) = area.splitBottom(MemoryChart.footRows)
    let (labels, columns) = plot.splitLeft(MemoryChart.gutter)
    drawScale(into: &grid, in: labels, with: pen)
    let ranges = axis.steps(of: timeline)
    let bytes = definition.bytes(of: timeline)
    let maps = definition == .all ? timeline.maps : bytes
    for (index, range) in ranges.enumerated() where index < columns.width {
      guard let fullest = range.max(by: { bytes[$0] < bytes[$1] }), bytes[fullest] > 0 else {
        continue
      }
      let cell = Rect(x: columns.x + index, y: columns.y, width: 1, height: columns.height)
      let column = SplitColumn(
        lower: Double(maps[fullest]),
        whole: Double(bytes[fullest]),
        ceiling: Double(bytesPerRow * cell.height),
        isShown: step.map { range.contains($0) } ?? false
      )
      grid.draw(column, in: cell, with: pen)
    }
    let below = foot.splitLeft(MemoryChart.gutter).rest
    if let step, let column = ranges.firstIndex(where: { $0.contains(step) }) {
      drawMark(at: column, into: &grid, in: below.row(0), with: pen)
    }
    drawNames(into: &grid, in: below.row(1), with: pen)
  }

  /// A column for each group of steps, each a step, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    let columns = area.splitLeft(MemoryChart.gutter).rest
    return axis.steps(of: timeline).prefix(columns.width).enumerated().map { index, range in
      let cells = Rect(x: columns.x + index, y: columns.y, width: 1, height: columns.height)
      return Region(rect: cells, command: Command(.step, [.number(range.lowerBound + 1)]))
    }
  }

  /// The bytes at every second row, or every row of a few, in a unit that stands below them.
  private func drawScale(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let unit = MemoryUnit(for: bytesPerRow * area.height)
    for row in 0..<area.height {
      let rows = area.height - row
      let line = area.row(row)
      if rows % 2 == 0 || area.height < 5 {
        let text = unit.digits(of: bytesPerRow * rows).fitted(to: MemoryChart.gutter - 1, .right)
        grid.put(text, at: line.origin, style: pen.palette.muted, clip: area)
      }
      let place = line.origin.moved(dx: MemoryChart.gutter - 1)
      grid.put(sign: pen.glyphs.lines.vertical, at: place, style: pen.palette.chrome, clip: area)
    }
    let foot = Rect(x: area.x, y: area.maxY, width: MemoryChart.gutter, height: 1)
    let name = unit.name.fitted(to: MemoryChart.gutter - 1, .right)
    grid.put(name, at: foot.origin, style: pen.palette.muted, clip: foot)
  }

  private func drawMark(at column: Int, into grid: inout Grid, in line: Rect, with pen: Pen) {
    let mark = String(pen.glyphs.heads.up)
    let room = line.width - column - 2
    let text = remark.truncated(to: max(room, column - 1), ellipsis: pen.glyphs.ellipsis)
    let isRight = columns(of: text) <= room
    let place = line.origin.moved(dx: isRight ? column : max(column - columns(of: text) - 1, 0))
    let whole = isRight ? "\(mark) \(text)" : "\(text) \(mark)"
    grid.put(whole, at: place, style: pen.palette.accent, clip: line)
  }

  private func drawNames(into grid: inout Grid, in line: Rect, with pen: Pen) {
    var free = 0
    for (path, columns) in axis.blocks where columns.lowerBound >= free {
      let text = name(path)
      guard columns.lowerBound + Canvas.columns(of: text) <= line.width else { continue }
      let place = line.origin.moved(dx: columns.lowerBound)
      grid.put(text, at: place, style: pen.palette.muted, clip: line)
      free = columns.lowerBound + Canvas.columns(of: text) + 1
    }
  }
}

extension MemoryChart {
  /// The least bytes of a row, of a few round ones, with which `peaks` have room in so many rows in all.
  static func bytesPerRow(for peaks: [Int], rows: Int) -> Int {
    var unit = 1
    while true {
      for factor in 4..<8 {
        let bytes = factor * unit
        let needed = peaks.reduce(0) { $0 + ($1 + bytes - 1) / bytes }
        if needed <= max(rows, peaks.count) { return bytes }
      }
      unit *= 2
    }
  }
}
