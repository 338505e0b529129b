internal import Canvas
internal import RepCore
internal import Words

/// The roofs as lines and the layers as points: GFLOP/s against FLOP a byte, both logarithmic.
///
/// A point stands where the definition of its layer puts it; the one under the cursor has a second mark where its
/// kernels put it, which Winograd moves down and to the left.
struct RooflineChart: Widget {
  private let figures: RooflineFigures
  private let language: Language
  private let across: LogAxis
  private let up: LogAxis

  /// Columns of the scale at the left: four digits and a line.
  private static let gutter = 6
  /// Rows of the scale below: a line and digits.
  private static let footRows = 2
  /// Shares of the time from which on a point is heavier.
  private static let heavier = [0.03, 0.1]

  init(_ figures: RooflineFigures, language: Language) {
    (self.figures, self.language) = (figures, language)
    let points = figures.layers.flatMap(\.places)
    let ceilings = figures.ceilings
    let peak = ceilings.map { $0[.peak].best / 1e9 }
    let ridges = ceilings.map { ceilings in
      [Ceiling.level2, .memory].map { ceilings[.peak].best / ceilings[$0].best }
    }
    across = LogAxis(holding: points.map(\.intensity) + (ridges ?? []))
    up = LogAxis(holding: points.compactMap(\.rate) + (peak.map { [$0] } ?? []))
  }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (foot, upper) = area.splitBottom(RooflineChart.footRows)
    let (scale, plot) = upper.splitLeft(RooflineChart.gutter)
    guard plot.width > 8, plot.height > 2 else { return }
    drawScale(into: &grid, in: scale, with: pen)
    drawFoot(into: &grid, in: foot, with: pen)
    grid.draw(DotPlot(roofs(with: pen).map(\.line)), in: plot, with: pen)
    for roof in roofs(with: pen) { drawName(of: roof, into: &grid, in: plot, with: pen) }
    for layer in figures.layers.sorted(by: { ($0.share ?? 0) < ($1.share ?? 0) }) {
      draw(layer, isSelected: layer.row == figures.layer?.row, into: &grid, in: plot, with: pen)
    }
    if let layer = figures.layer {
      draw(layer, isSelected: true, into: &grid, in: plot, with: pen)
    }
  }
}

// MARK: - Roofs

extension RooflineChart {
  private struct Roof {
    let line: DotPlot.Line
    let name: String
    let isFlat: Bool
  }

  private func roofs(with pen: Pen) -> [Roof] {
    guard let ceilings = figures.ceilings else { return [] }
    let peak = ceilings[.peak].best
    let counting = figures.roofline?.roofs ?? Roofline.Roof.allCases
    let slopes = [(Roofline.Roof.memory, Ceiling.memory), (.cache, .level2)].map { roof, ceiling in
      let rate = ceilings[ceiling].best
      return Roof(
        line: DotPlot.Line(
          from: place(across.lower, rate * across.lower / 1e9),
          to: place(peak / rate, peak / 1e9),
          style: counting.contains(roof) ? pen.palette.otherBar : pen.palette.chrome
        ),
        name: RooflineWords.roof(roof, ceilings)[language],
        isFlat: false
      )
    }
    let start = peak / ceilings[.level2].best
    let flat = Roof(
      line: DotPlot.Line(
        from: place(start, peak / 1e9),
        to: place(across.upper, peak / 1e9),
        style: pen.palette.bar
      ),
      name: RooflineWords.roof(.peak, ceilings)[language],
      isFlat: true
    )
    return slopes + [flat]
  }

  private func place(_ intensity: Double, _ rate: Double) -> DotPlot.Place {
    DotPlot.Place(x: across.place(of: intensity), y: up.place(of: rate))
  }

  /// Beside its roof, at the first of a few places that no point takes: above or below the flat one, right or
  /// left of a slope.
  private func drawName(of roof: Roof, into grid: inout Grid, in plot: Rect, with pen: Pen) {
    let width = columns(of: roof.name)
    let taken = Set(
      figures.layers.flatMap(\.places).compactMap { point in
        point.rate.flatMap { place(point.intensity, $0).cell(in: plot) }
      }
    )
    let places =
      roof.isFlat ? placesBeside(flat: roof, width, plot) : placesBeside(roof, width, plot)
    let free = places.first { start in
      (0..<width).allSatisfy { !taken.contains(start.moved(dx: $0)) }
    }
    guard let start = free ?? places.first else { return }
    let style = roof.isFlat ? pen.palette.title : pen.palette.muted
    grid.put(roof.name, at: start, style: style, clip: plot)
  }

  private func placesBeside(flat roof: Roof, _ width: Int, _ plot: Rect) -> [Point] {
    guard let end = DotPlot.Place(x: 1, y: roof.line.to.y).cell(in: plot) else { return [] }
    let start = DotPlot.Place(x: max(roof.line.from.x, 0), y: 1).cell(in: plot)?.x ?? plot.x
    return [end.y - 1, end.y + 1].flatMap { row in
      [plot.maxX - width, start + 2].map { Point(x: $0, y: min(max(row, plot.y), plot.maxY - 1)) }
    }
  }

  private func placesBeside(_ roof: Roof, _ width: Int, _ plot: Rect) -> [Point] {
    let (from, to) = (roof.line.from, roof.line.to)
    // Where the line enters the square: at its left edge, or from below.
    let enters = from.y < 0 ? -from.y / (to.y - from.y) : 0
    let cells = [0.15, 0.3, 0.45, 0.6, 0.75, 0.9].compactMap { way in
      let part = enters + (1 - enters) * way
      let place = DotPlot.Place(
        x: from.x + (to.x - from.x) * part,
        y: from.y + (to.y - from.y) * part
      )
      return place.cell(in: plot)
    }
    let right = cells.map { Point(x: min($0.x + 2, plot.maxX - width), y: $0.y) }
    let left = cells.map { Point(x: $0.x - 2 - width, y: $0.y) }.filter { $0.x >= plot.x }
    return right + left
  }
}

// MARK: - Points

extension RooflineChart {
  private func draw(
    _ layer: RooflineLayer,
    isSelected: Bool,
    into grid: inout Grid,
    in plot: Rect,
    with pen: Pen
  ) {
    let places = layer.places.map { point in
      point.rate.map { place(point.intensity, $0) }
    }
    guard let own = places[0], let cell = own.cell(in: plot) else { return }
    let weight = RooflineChart.heavier.prefix { $0 <= layer.share ?? 0 }.count
    let style = isSelected ? pen.palette.accent : pen.palette.text
    if isSelected, let kernels = places[1]?.cell(in: plot), kernels != cell {
      grid.put(sign: RooflineChart.kernelSign, at: kernels, style: style, clip: plot)
    }
    grid.put(sign: pen.glyphs.points[weight], at: cell, style: style, clip: plot)
    guard isSelected else { return }
    let width = columns(of: layer.name)
    let isRight = cell.x + 2 + width <= plot.maxX
    let label = Point(x: isRight ? cell.x + 2 : max(cell.x - 1 - width, plot.x), y: cell.y)
    grid.put(layer.name, at: label, style: style, clip: plot)
  }

  /// The mark of what the kernels do, at every level of signs.
  static let kernelSign: Character = "+"

  /// The cells of the layers, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    let plot = area.splitBottom(RooflineChart.footRows).rest
      .splitLeft(RooflineChart.gutter).rest
    return figures.layers.compactMap { layer in
      guard let path = layer.row.blockPath, let point = layer.places.first, let rate = point.rate,
        let cell = place(point.intensity, rate).cell(in: plot)
      else { return nil }
      return Region(
        rect: Rect(x: cell.x, y: cell.y, width: 1, height: 1),
        command: .select(path)
      )
    }
  }
}

extension RooflineLayer {
  /// FLOP a byte and GFLOP/s, by the definition and of the kernels; no rate where nothing was measured.
  fileprivate var places: [(intensity: Double, rate: Double?)] {
    [(work.intensity, rate), (work.kernelIntensity, kernelRate)].map { intensity, rate in
      (intensity, rate.flatMap { $0 > 0 ? $0 / 1e9 : nil })
    }
  }
}

// MARK: - Scales

extension RooflineChart {
  private func drawScale(into grid: inout Grid, in area: Rect, with pen: Pen) {
    for row in 0..<area.height {
      let point = Point(x: area.maxX - 1, y: area.y + row)
      grid.put(sign: pen.glyphs.lines.vertical, at: point, style: pen.palette.chrome, clip: area)
    }
    for tick in up.ticks {
      let place = DotPlot.Place(x: 0, y: up.place(of: tick))
      guard let cell = place.cell(in: area) else { continue }
      let text = LogAxis.text(of: tick).fitted(to: area.width - 1, .right)
      grid.put(text, at: Point(x: area.x, y: cell.y), style: pen.palette.muted, clip: area)
    }
  }

  private func drawFoot(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let line = area.splitLeft(RooflineChart.gutter).rest
    grid.put(
      sign: pen.glyphs.lines.bottomLeft,
      at: Point(x: line.x - 1, y: line.y),
      style: pen.palette.chrome,
      clip: area
    )
    for column in 0..<line.width {
      let point = Point(x: line.x + column, y: line.y)
      grid.put(sign: pen.glyphs.lines.horizontal, at: point, style: pen.palette.chrome, clip: area)
    }
    var free = line.x
    for tick in across.ticks {
      let place = DotPlot.Place(x: across.place(of: tick), y: 1)
      guard let cell = place.cell(in: line) else { continue }
      let text = LogAxis.text(of: tick)
      grid.put(
        sign: pen.glyphs.lines.teeDown,
        at: Point(x: cell.x, y: line.y),
        style: pen.palette.chrome,
        clip: area
      )
      let start = max(cell.x - columns(of: text) / 2, line.x)
      guard start >= free, start + columns(of: text) <= line.maxX else { continue }
      grid.put(text, at: Point(x: start, y: line.y + 1), style: pen.palette.muted, clip: area)
      free = start + columns(of: text) + 1
    }
  }
}
