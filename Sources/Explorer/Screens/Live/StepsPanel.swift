internal import Canvas
internal import RepCore

/// The steps of one block in its training form, and the one step that folding leaves of them.
struct StepsPanel: Widget {
  private let path: BlockPath
  private let lines: [Line]

  private struct Line {
    let name: String
    let microseconds: Double
    let isDeploy: Bool
  }

  /// The steps of the block at `path`.
  init(_ figures: LiveFigures, path: BlockPath) {
    self.path = path
    let before = (figures.train?.steps(of: path) ?? []).map { step, timing in
      Line(name: step.title, microseconds: timing.median, isDeploy: false)
    }
    let after = (figures.deploy?.steps(of: path) ?? []).map { step, timing in
      Line(name: "deploy \(step.name)", microseconds: timing.median, isDeploy: true)
    }
    lines = before + after
  }

  /// Rows that the pane needs, borders included.
  var height: Int { lines.count + 2 }

  /// What the training form spends beyond the deploy form, in words; empty unless both are known.
  func saving(with pen: Pen) -> String {
    let total = { (isDeploy: Bool) in
      lines.filter { $0.isDeploy == isDeploy }.reduce(0) { $0 + $1.microseconds }
    }
    guard lines.contains(where: \.isDeploy), total(false) > 0 else { return "" }
    let saved = (total(false) - total(true)) / 1e6
    let time = Numbers.duration(seconds: abs(saved), glyphs: pen.glyphs.level)
    return saved >= 0 ? "folding saves \(time)" : "folding costs \(time)"
  }

  /// Draws a row per step, with bars on one axis.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    grid.draw(Panel("Steps of \(path)", footer: saving(with: pen)), in: area, with: pen)
    let inner = Panel.interior(of: area)
    let longest = max(lines.map(\.microseconds).max() ?? 0, 1e-9)
    for (index, line) in lines.prefix(inner.height).enumerated() {
      let (name, rest) = inner.row(index).splitLeft(15)
      let (time, bar) = rest.splitLeft(8)
      let ink = line.isDeploy ? pen.palette.accent : pen.palette.text
      let text = line.name.fitted(to: 14, ellipsis: pen.glyphs.ellipsis)
      grid.put(text, at: name.origin, style: ink, clip: name)
      let duration = pen.duration(microseconds: line.microseconds)
      grid.put(duration.fitted(to: 7, .right), at: time.origin, style: ink, clip: time)
      let share = line.microseconds / longest
      PairBar(train: line.isDeploy ? 0 : share, deploy: line.isDeploy ? share : 0, tick: nil)
        .draw(into: &grid, in: bar, with: pen)
    }
  }
}

extension PlanStep {
  /// `conv1x1`, `norm 1x1`: norms are told apart by their branch.
  var title: String {
    guard operation == .norm, let branch else { return name }
    return "norm \(branch.description)"
  }
}
