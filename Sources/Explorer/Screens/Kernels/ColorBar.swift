internal import Canvas
internal import Words

/// What the colours of a map mean: both ends of the scale, its steps between them, and how much of the layer
/// lies beyond.
struct ColorBar: Widget {
  let scale: LayerScale
  let language: Language

  /// The steps of the scale on a screen of 256 colours.
  private static let steps = 13

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let line = area.row(0)
    let number = Numbers.significant(scale.limit)
    let steps =
      pen.depth == .mono || pen.glyphs.level == .ascii
      ? SignedRamp.signs.count : ColorBar.steps
    let (low, high) = ("-\(number) ", " +\(number)")
    let bar = low.count + steps + high.count
    var x = line.x
    if bar <= line.width {
      grid.put(low, at: line.origin, style: pen.palette.text, clip: line)
      drawSteps(steps, at: line.origin.moved(dx: low.count), into: &grid, line, pen)
      let end = line.origin.moved(dx: low.count + steps)
      grid.put(high, at: end, style: pen.palette.text, clip: line)
      x += bar
    } else {
      let text = limitText(scale.limit, with: pen)
      guard text.count <= line.width else { return }
      x += grid.put(text, at: line.origin, style: pen.palette.text, clip: line)
    }
    let shares = [words(isBrief: false), words(isBrief: true)].map { "  " + $0[language] }
    guard let share = shares.first(where: { x + columns(of: $0) <= line.maxX }) else { return }
    let style = scale.damaged > 0 ? pen.palette.bad : pen.palette.muted
    grid.put(share, at: Point(x: x, y: line.y), style: style, clip: line)
  }

  private func drawSteps(
    _ steps: Int,
    at start: Point,
    into grid: inout Grid,
    _ line: Rect,
    _ pen: Pen
  ) {
    let colors = pen.diverging
    for step in 0..<steps {
      let value = 2 * Double(step) / Double(steps - 1) - 1
      let place = start.moved(dx: step)
      if steps == SignedRamp.signs.count {
        let style =
          step < steps / 2
          ? pen.palette.negative : step > steps / 2 ? pen.palette.positive : pen.palette.muted
        grid.put(sign: SignedRamp.sign(of: value), at: place, style: style, clip: line)
      } else {
        let paper = colors.color(at: value, depth: pen.depth)
        grid.put(sign: " ", at: place, style: Style(background: paper), clip: line)
      }
    }
  }

  /// `4% beyond`, with what is not a number.
  private func words(isBrief: Bool) -> Text {
    let percent = scale.beyond * 100
    let nan = scale.damaged > 0 ? Text(name: "\(scale.damaged) NaN") : .none
    let share: Text =
      if percent == 0 {
        // A sample without one does not say that there is none.
        scale.isPartial ? .none : KernelsWords.noneBeyond
      } else if percent < 0.95 {
        isBrief ? KernelsWords.beyond("<1%") : KernelsWords.lessBeyond
      } else {
        (scale.isPartial ? Text(en: "about ", vi: "khoảng ") : .none)
          + KernelsWords.beyond(Numbers.fixed(percent, 0) + "%")
      }
    return [share, nan].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
