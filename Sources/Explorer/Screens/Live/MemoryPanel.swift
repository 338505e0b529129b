internal import Canvas
internal import RepCore
internal import Words

/// Where memory goes in both forms, and how much of it activations need step by step.
struct MemoryPanel: Widget {
  private let figures: LiveFigures

  /// Rows of the table, its head included.
  private static let tableRows = 5

  /// The memory plans of `figures`.
  init(_ figures: LiveFigures) {
    self.figures = figures
  }

  /// Draws the table, and below it a timeline per form.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let resident = figures.shown?.profile.residentBytes ?? 0
    let footer = resident > 0 ? LiveWords.resident(resident)[figures.language] : ""
    let panel = Panel(LiveWords.memory[figures.language], footer: footer)
    grid.draw(panel, in: area, with: pen)
    let inner = Panel.interior(of: area)
    let isTall = inner.height >= MemoryPanel.tableRows + 4
    // Timelines come first; a table needs its head and at least one row.
    let spare = inner.height - 4
    let (top, rest) = inner.splitTop(isTall ? MemoryPanel.tableRows : spare > 1 ? spare : 0)
    if !top.isEmpty { grid.draw(table, in: top, with: pen) }
    MemoryTimelines(figures).draw(into: &grid, in: rest, with: pen)
  }

  /// The table and the peaks in sentences.
  func read(into reading: inout Reading) {
    reading.add(LiveWords.memory)
    reading.add(table)
    for (form, timing) in [(Form.train, figures.train), (.deploy, figures.deploy)] {
      guard let timing else { continue }
      let words = form.word + Text(name: " ") + LiveWords.peak(timing.memory.compulsoryPeak)
      reading.add(words + Text(name: ", ") + timing.name(ofStep: timing.memory.peakStep))
    }
    let resident = figures.shown?.profile.residentBytes ?? 0
    if resident > 0 { reading.add(LiveWords.resident(resident)) }
  }

  private var table: Table {
    let (parts, language) = (LiveWords.memoryParts, figures.language)
    return Table(
      columns: [
        .init("", width: 11),
        .init(Form.train.word[language], .right, width: 10),
        .init(Form.deploy.word[language], .right, width: 9),
      ],
      rowCount: parts.count
    ) { row, column in
      guard column > 0 else { return .text(parts[row].0[language]) }
      let memory = (column == 1 ? figures.train : figures.deploy)?.memory
      return .text(memory.map { Numbers.bytes($0[keyPath: parts[row].1]) } ?? "--")
    }
  }
}

/// Live activations over the steps of an inference, both forms on one scale, the peaks named.
struct MemoryTimelines: Widget {
  private let figures: LiveFigures

  /// The timelines of `figures`.
  init(_ figures: LiveFigures) {
    self.figures = figures
  }

  /// Draws two rows or more per form: where the peak is, and the bytes.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let forms = [
      (figures.train, Form.train, pen.palette.otherBar),
      (figures.deploy, Form.deploy, pen.palette.bar),
    ]
    let ceiling = forms.compactMap { $0.0?.memory.compulsoryPeak }.max() ?? 0
    guard ceiling > 0 else { return }
    let present = forms.filter { $0.0 != nil }
    for (box, (timing, form, ink)) in zip(area.rows(present.map { _ in 1 }), present) {
      guard let timing else { continue }
      let (caption, plot) = box.splitTop(1)
      let memory = timing.memory
      let peak = LiveWords.peak(memory.compulsoryPeak)[figures.language]
      var text = StyledLine("\(form.word[figures.language]) ", pen.palette.text)
        .then(peak, pen.palette.accent)
      let room = max(caption.width - text.columns - 2, 0)
      let step = timing.name(ofStep: memory.peakStep)[figures.language]
        .truncatedAtStart(to: room, ellipsis: pen.glyphs.ellipsis)
      text = text.then(", \(step)", pen.palette.muted)
      grid.put(text, at: caption.origin, clip: caption)
      let columns = compressed(memory.compulsory, to: plot.width)
      // Left-aligned: a sparkline keeps its newest value at the right edge of its area.
      let width = columns.count
      let place = plot.splitLeft(width).left
      Sparkline(columns, ceiling: Double(ceiling), style: ink)
        .draw(into: &grid, in: place, with: pen)
      let column = memory.compulsory.isEmpty ? 0 : memory.peakStep * width / memory.compulsory.count
      let mark = Rect(x: place.x + column, y: place.y, width: 1, height: place.height)
      grid.restyle(mark.intersection(place)) { _ in pen.palette.accent }
    }
  }

  /// At most `width` columns, each the largest of the steps that it stands for.
  private func compressed(_ values: [Int], to width: Int) -> [Double] {
    guard values.count > width, width > 0 else { return values.map { Double($0) } }
    var columns = [Double](repeating: 0, count: width)
    for (index, value) in values.enumerated() {
      let column = index * width / values.count
      columns[column] = max(columns[column], Double(value))
    }
    return columns
  }
}

extension FormTiming {
  /// `stage1.0 conv3x3`: the step at `index` in words.
  fileprivate func name(ofStep index: Int) -> Text {
    steps.indices.contains(index) ? steps[index].fullTitle : .none
  }
}
