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
    let share = "  " + words[language]
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
    guard x + columns(of: share) <= line.maxX else { return }
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
  private var words: Text {
    let percent = scale.beyond * 100
    let share =
      percent == 0 ? "0%" : percent < 0.95 ? "<1%" : Numbers.fixed(percent, 0) + "%"
    let about = scale.isPartial ? Text(en: "about ", vi: "khoảng ") : .none
    let nan = scale.damaged > 0 ? Text(name: ", \(scale.damaged) NaN") : .none
    return about + KernelsWords.beyond(share) + nan
  }
}
