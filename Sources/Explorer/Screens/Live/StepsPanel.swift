internal import Canvas
internal import RepCore
internal import Words

/// The steps of one row in its training form, and the one step that folding leaves of them.
struct StepsPanel: Widget {
  private let title: String
  private let language: Language
  private let lines: [Line]

  private struct Line {
    let name: String
    let microseconds: Double
    let isDeploy: Bool
  }

  /// The steps of a row.
  init(_ figures: LiveFigures, row: LiveRow) {
    (title, language) = (row.name, figures.language)
    let before = (figures.train?.steps(of: row.id) ?? []).map { step, timing in
      Line(name: step.title[figures.language], microseconds: timing.median, isDeploy: false)
    }
    let deploy = Form.deploy.word[figures.language]
    let after = (figures.deploy?.steps(of: row.id) ?? []).map { step, timing in
      Line(
        name: "\(deploy) \(step.title[figures.language])",
        microseconds: timing.median,
        isDeploy: true
      )
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
    return LiveWords.saving((total(false) - total(true)) / 1e6, pen)[language]
  }

  /// Every step in a sentence.
  func read(into reading: inout Reading, with pen: Pen) {
    reading.add(LiveWords.stepsTitle(title))
    for line in lines {
      reading.add("\(line.name) \(pen.duration(microseconds: line.microseconds))")
    }
    reading.add(saving(with: pen))
  }

  /// Draws a row per step, with bars on one axis.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    // What stands around the name, the borders included, keeps its place.
    let around = columns(of: LiveWords.stepsTitle("")[language]) + 6
    let name = title.truncatedAtStart(
      to: max(area.width - around, 0),
      ellipsis: pen.glyphs.ellipsis
    )
    let panel = Panel(LiveWords.stepsTitle(name)[language], footer: saving(with: pen))
    grid.draw(panel, in: area, with: pen)
    let inner = Panel.interior(of: area)
    let longest = max(lines.map(\.microseconds).max() ?? 0, 1e-9)
    let nameWidth = max(14, min(lines.map { columns(of: $0.name) }.max() ?? 0, inner.width / 2))
    for (index, line) in lines(in: inner.height).enumerated() {
      let (name, rest) = inner.row(index).splitLeft(nameWidth + 1)
      let (time, bar) = rest.splitLeft(8)
      let ink = line.isDeploy ? pen.palette.accent : pen.palette.text
      let text = line.name.fitted(to: nameWidth, ellipsis: pen.glyphs.ellipsis)
      grid.put(text, at: name.origin, style: ink, clip: name)
      let duration = pen.duration(microseconds: line.microseconds)
      grid.put(duration.fitted(to: 7, .right), at: time.origin, style: ink, clip: time)
      let share = line.microseconds / longest
      PairBar(train: line.isDeploy ? nil : share, deploy: line.isDeploy ? share : nil)
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
      name: LiveWords.moreSteps(rest.count)[language],
      microseconds: rest.reduce(0) { $0 + $1.microseconds },
      isDeploy: false
    )
    return Array((before.prefix(shown) + [sum] + after).prefix(rows))
  }
}

extension PlanStep {
  /// `conv1x1`, `conv3x3.1`, `norm 1x1`: what several branches have is told apart by the branch.
  var title: Text {
    guard let branch else { return Text(name: name) }
    switch operation {
    case .norm: return Text(name: "norm \(branch)")
    case .conv3x3, .conv1x1:
      let convolution = branch.index > 0 ? "conv\(branch)" : name
      return branch.role == .average ? branch.role.words : Text(name: convolution)
    default: return Text(name: name)
    }
  }
}
