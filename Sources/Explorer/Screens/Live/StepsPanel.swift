internal import Canvas
internal import RepCore

/// The steps of one block in its training form, and the one step that folding leaves of them.
struct StepsPanel: Widget {
  private let title: String
  private let lines: [Line]

  private struct Line {
    let name: String
    let microseconds: Double
    let isDeploy: Bool
  }

  /// The steps of the block at `path`, which is called `title`.
  init(_ figures: LiveFigures, path: BlockPath, title: String) {
    self.title = title
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
    let room = max(area.width - 15, 0)
    let name = title.truncatedAtStart(to: room, ellipsis: pen.glyphs.ellipsis)
    grid.draw(Panel("Steps of \(name)", footer: saving(with: pen)), in: area, with: pen)
    let inner = Panel.interior(of: area)
    let longest = max(lines.map(\.microseconds).max() ?? 0, 1e-9)
    for (index, line) in lines(in: inner.height).enumerated() {
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

extension StepsPanel {
  /// The lines that fit into `rows`; where steps are too many, the last ones are told as a sum, so that
  /// the step that folding leaves stays in sight.
  private func lines(in rows: Int) -> [Line] {
    guard lines.count > rows else { return lines }
    let after = lines.filter(\.isDeploy)
    let before = lines.filter { !$0.isDeploy }
    let shown = max(rows - after.count - 1, 0)
    let rest = before.dropFirst(shown)
    let sum = Line(
      name: "\(rest.count) more",
      microseconds: rest.reduce(0) { $0 + $1.microseconds },
      isDeploy: false
    )
    return Array((before.prefix(shown) + [sum] + after).prefix(rows))
  }
}

extension PlanStep {
  /// `conv1x1`, `conv3x3.1`, `norm 1x1`: what several branches have is told apart by the branch.
  var title: String {
    guard let branch else { return name }
    switch operation {
    case .norm: return "norm \(branch)"
    case .conv3x3, .conv1x1:
      return branch.role == .average ? "average" : branch.index > 0 ? "conv\(branch)" : name
    default: return name
    }
  }
}
