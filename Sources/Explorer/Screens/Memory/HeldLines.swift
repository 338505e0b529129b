internal import Canvas
internal import RepCore
internal import Words

/// The maps that live in the step that is looked at, and what each way to run its block holds at most.
struct HeldLines {
  let figures: MemoryFigures
  let shared: Shared
  let pen: Pen
  let width: Int

  /// All of it; the step first.
  var lines: [StyledLine] { step + rule + definition }

  private var language: Language { shared.language }

  private var step: [StyledLine] {
    let held = figures.top.held(at: figures.step)
    let title = figures.top.steps[figures.step].fullTitle[language]
    let head = MemoryWords.step(figures.step, of: figures.top.steps.count)[language]
    return wrapped("\(head): \(title)", pen.palette.accent)
      + held.map { line(of: $0) }
      + [total(held), StyledLine()]
  }

  private func line(of map: HeldMap) -> StyledLine {
    let writer = figures.top.steps[map.writer]
    let name = map.isInput ? MemoryWords.input : writer.madeMap(in: figures.form)
    // One picture is what everybody expects.
    let shape = map.shape.dropFirst(map.shape[0] == 1 ? 1 : 0).map(String.init).joined(
      separator: pen.glyphs.times
    )
    return row(name[language], shape, Numbers.bytes(map.bytes), MemoryWords.use(map.use)[language])
  }

  private func total(_ held: [HeldMap]) -> StyledLine {
    let bytes = held.reduce(0) { $0 + $1.bytes }
    return row(MemoryWords.maps(held.count)[language], "", Numbers.bytes(bytes), "", .title)
  }

  private enum Kind { case plain, title }

  /// Four columns; what they are of is told by their words.
  private func row(
    _ name: String,
    _ shape: String,
    _ bytes: String,
    _ use: String,
    _ kind: Kind = .plain
  ) -> StyledLine {
    let ellipsis = pen.glyphs.ellipsis
    let names = max(min(width - HeldLines.numbers, 24), 8)
    return StyledLine(
      name.fitted(to: names, ellipsis: ellipsis),
      kind == .title ? pen.palette.title : pen.palette.text
    )
    .then(shape.fitted(to: 10, .right, ellipsis: ellipsis), pen.palette.muted)
    .then(bytes.fitted(to: 9, .right), kind == .title ? pen.palette.accent : pen.palette.text)
    .then(" " + use.fitted(to: 5, ellipsis: ellipsis), pen.palette.muted)
  }

  /// Columns of what stands behind the names.
  private static let numbers = 25

  private func wrapped(_ text: String, _ style: Style) -> [StyledLine] {
    text.wrapped(to: width).map { StyledLine($0, style) }
  }
}

// MARK: - The rule

extension HeldLines {
  /// `x + 3 y`, its bytes, and how many M that is, for every way to run the block.
  private var rule: [StyledLine] {
    guard let path = figures.path else { return [] }
    let block = shared.document.title(of: path)
    let words = figures.unit.map { MemoryWords.unit($0, block) } ?? MemoryWords.noUnit(block)
    let peaks = MemoryForm.all(of: shared.document).compactMap { form in
      figures.peak(of: path, in: form).map { (form, $0) }
    }
    let isRead = peaks.contains { !$1.contains(where: \.isInput) }
    return (isRead ? [] : wrapped(words[language], pen.palette.text))
      + wrapped(MemoryWords.mostOfBlock[language], pen.palette.muted)
      + peaks.map { line(of: $0, holding: $1) }
      + (isRead ? wrapped(MemoryWords.readsPictures[language], pen.palette.muted) : [])
      + [StyledLine()]
  }

  private func line(of form: MemoryForm, holding held: [HeldMap]) -> StyledLine {
    let inputs = held.filter(\.isInput).count
    let others = held.count - inputs
    let parts = (inputs > 0 ? ["x"] : []) + (others > 0 ? [others == 1 ? "y" : "\(others) y"] : [])
    let bytes = held.reduce(0) { $0 + $1.bytes }
    let times = figures.unit.map { $0 > 0 && bytes % $0 == 0 ? "\(bytes / $0)M" : "" } ?? ""
    let isShown = form == figures.form
    let style = isShown ? pen.palette.accent : pen.palette.text
    let name = (isShown ? "\(pen.glyphs.marker) " : "  ") + form.short[language]
    return StyledLine(name.fitted(to: 12), style)
      .then(parts.joined(separator: " + ").fitted(to: 8), style)
      .then(Numbers.bytes(bytes).fitted(to: 9, .right), style)
      .then(times.fitted(to: 5, .right), style)
  }

  private var definition: [StyledLine] {
    wrapped(figures.definition.words[language], pen.palette.muted)
  }
}

extension PlanStep {
  /// What the map is called that the step has written last.
  func madeMap(in form: MemoryForm) -> Text {
    switch operation {
    case .input: MemoryWords.picture
    case .pool: MemoryWords.means
    case .linear: MemoryWords.logits
    default:
      if let branch, form == .written, branch.role != .folded {
        branch.words
      } else {
        MemoryWords.output
      }
    }
  }
}
