internal import Canvas
internal import RepCore
internal import Words

/// What the user gave the network to look at, and what both forms take it for.
struct InputPanel: Widget {
  private let input: ShownInput
  private let classes: [(form: Form, logits: [Float]?)]
  private let labels: [String]?
  private let language: Language

  /// Rows of the pane, borders included.
  static let height = 10

  /// The input that `shared` knows; nil where the user gave none.
  init?(_ shared: Shared) {
    guard let input = shared.input else { return nil }
    self.input = input
    labels = shared.document.network.labels
    language = shared.language
    let forms = shared.document.forms
    classes =
      shared.document.isSeparate
      ? [] : forms.map { ($0, shared.live.timing(of: $0)?.logits) }
  }

  /// What is looked at, and what both forms take it for.
  func read(into reading: inout Reading, with pen: Pen) {
    reading.add(LiveWords.input(input.name))
    if let remark = input.picture.remark { reading.add(remark) }
    for (form, logits) in classes {
      reading.add(form.word)
      reading.add(ranking(logits, 3, width: Reading.width, pen))
    }
  }

  /// Draws the picture, and right of it the classes with the largest logits.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let remark = input.picture.remark.map { $0[language] } ?? ""
    let title = LiveWords.input(input.name)[language]
    grid.draw(Panel(title, footer: remark), in: area, with: pen)
    let inner = Panel.interior(of: area)
    let (left, rest) = inner.splitLeft(min(2 * inner.height, inner.width / 2))
    input.picture.draw(into: &grid, in: left, with: pen)
    let text = rest.splitLeft(1).rest
    let perForm = max(inner.height / max(classes.count, 1) - 1, 0)
    let lines = classes.flatMap { form, logits in
      [StyledLine(form.word[language], pen.palette.header)]
        + ranking(logits, min(perForm, 3), width: text.width, pen)
    }
    grid.draw(TextBlock(lines), in: text, with: pen)
  }

  /// `5 five  +12.34`, the largest first.
  private func ranking(_ logits: [Float]?, _ count: Int, width: Int, _ pen: Pen) -> [StyledLine] {
    guard let logits else {
      let words = LiveWords.noClassesYet[language].wrapped(to: width)
      return words.prefix(count).map { StyledLine($0, pen.palette.muted) }
    }
    return logits.placesOfLargest(count)
      .enumerated().map { place, index in
        let label = labels.flatMap { $0.indices.contains(index) ? " \($0[index])" : nil } ?? ""
        let logit = Numbers.signed(Double(logits[index]), 2)
        let room = max(width - columns(of: logit) - 1, 0)
        let name = "\(index)\(label)".fitted(to: room, ellipsis: pen.glyphs.ellipsis)
        return StyledLine(
          "\(name) \(logit)",
          place == 0 ? pen.palette.accent : pen.palette.text
        )
      }
  }
}
