internal import Canvas
internal import RepCore
internal import Words

/// The pen over the maps screen: pixels are painted, and maps and classes follow.
struct SketchLayer: Layer {
  /// The pixel under the pen.
  private(set) var row = 0, column = 0

  static let keys: [KeyBinding] =
    [
      .init("space", "enter", runs: "enter", label: Text(en: "paint", vi: "tô")),
      .init("h", "left", runs: "left", label: Text(en: "move", vi: "đi")),
      .init("l", "right", runs: "right"),
    ] + KeyMap.rows
    + [
      .init("c", runs: "erase", label: Text(en: "erase", vi: "xóa")),
      .init(
        "escape",
        "e",
        "q",
        runs: "back",
        label: Text(en: "close", vi: "đóng"),
        isEssential: true
      ),
    ] + KeyMap.terminal

  private func sketch(_ state: State) -> Sketch? { (state.current as? MapsScreen)?.sketch }

  mutating func perform(_ command: Command, _ state: inout State) -> LayerOutcome? {
    // Before the first stroke the screen makes the picture.
    guard let sketch = sketch(state) else { return nil }
    if let (direction, count) = command.movement {
      switch direction {
      case .up: row = max(row - count, 0)
      case .down: row = min(row + count, sketch.height - 1)
      case .left: column = max(column - count, 0)
      case .right: column = min(column + count, sketch.width - 1)
      }
      return .stays([])
    }
    switch command.name {
    case .enter: return .stays([.perform(.paint(row, column))])
    // A press paints where the pen then stands.
    case .paint:
      row = min(command.number(0) ?? row, sketch.height - 1)
      column = min(command.number(1) ?? column, sketch.width - 1)
      return nil
    case .back, .draw: return .closes([])
    default: return nil
    }
  }

  func fits(_ state: State) -> Bool { sketch(state) != nil }

  mutating func settle(_ state: State) {
    guard let sketch = sketch(state) else { return }
    (row, column) = (min(row, sketch.height - 1), min(column, sketch.width - 1))
  }

  func needs(_ state: State) -> [any Need] { [] }

  func hint(_ state: State) -> String {
    Text(en: "Space paints, Esc closes", vi: "Phím cách để tô, Esc đóng")[state.shared.language]
  }

  func status(_ state: State) -> StatusLine? {
    guard state.shared.notice == nil, let sketch = sketch(state) else { return nil }
    return StatusLine(StyledLine(words(of: sketch)[state.shared.language]))
  }

  private func words(of sketch: Sketch) -> Text {
    MapsWords.pixel(row, column, level: sketch[row, column])
  }

  func read(_ state: State, into reading: inout Reading) {
    guard let sketch = sketch(state) else { return }
    reading.add(MapsWords.sketch)
    reading.add(words(of: sketch))
  }
}

// MARK: - Drawing

extension SketchLayer {
  /// Columns of a pixel, so that it is about as wide as high.
  private static let pixel = 2

  /// Over the picture of the screen, or in the middle where that is not shown.
  private func box(of sketch: Sketch, in body: Rect, over state: State) -> Rect {
    let size = Size(width: sketch.width * SketchLayer.pixel + 2, height: sketch.height + 2)
    let picture = state.current.layout(state.shared, in: body.size)[.picture]
    guard picture.width >= size.width, picture.height >= size.height else {
      return body.centered(size)
    }
    return Rect(origin: body.origin.moved(dx: picture.x, dy: picture.y), size: size)
  }

  private func cell(_ row: Int, _ column: Int, in box: Rect) -> Rect {
    let origin = Panel.interior(of: box).origin.moved(dx: column * SketchLayer.pixel, dy: row)
    return Rect(origin: origin, size: Size(width: SketchLayer.pixel, height: 1))
  }

  func draw(into grid: inout Grid, in body: Rect, over state: State) {
    guard let sketch = sketch(state) else { return }
    let pen = state.shared.pen
    let box = box(of: sketch, in: body, over: state)
    grid.fill(box, style: pen.palette.text)
    grid.draw(Panel(MapsWords.pen[state.shared.language], isFocused: true), in: box, with: pen)
    let inner = Panel.interior(of: box)
    for row in 0..<sketch.height {
      for column in 0..<sketch.width {
        let isHere = (row, column) == (self.row, self.column)
        let light = Double(sketch[row, column]) / Double(Sketch.white)
        let place = cell(row, column, in: box).origin
        let (text, style) = ink(of: light, isHere: isHere, pen)
        grid.put(text, at: place, style: style, clip: inner)
      }
    }
  }

  private func ink(of light: Double, isHere: Bool, _ pen: Pen) -> (String, Style) {
    guard HeatMap.valuesPerRow(with: pen) == 2 else {
      let signs = GreyRamp.signs
      let sign = signs[Int(light * Double(signs.count - 1))]
      return (isHere ? "[]" : "\(sign)\(sign)", isHere ? pen.palette.accent : pen.palette.text)
    }
    let grey = UInt8((light * 255).rounded())
    let paper = Color.rgb(grey, grey, grey).reduced(to: pen.depth)
    return (isHere ? "[]" : "  ", Style(foreground: paper.legibleInk, background: paper))
  }

  func regions(in body: Rect, over state: State) -> [Region] {
    guard let sketch = sketch(state) else { return [] }
    let box = box(of: sketch, in: body, over: state)
    let inner = Panel.interior(of: box)
    return (0..<sketch.height).flatMap { row in
      (0..<sketch.width).map { column in
        let rect = cell(row, column, in: box).intersection(inner)
        return Region(rect: rect, command: .paint(row, column))
      }
    }
  }
}

// MARK: - Opening

extension State {
  /// Takes the pen, on the maps screen of a network whose pictures are small enough to be drawn.
  mutating func takePen() -> [Effect] {
    guard let maps = current as? MapsScreen else {
      shared.refuse(MapsWords.drawnElsewhere)
      return []
    }
    guard Sketch(for: shared.document.stored.input) != nil, !shared.document.isSeparate else {
      shared.refuse(MapsWords.tooLargeToDraw)
      return []
    }
    layers.append(SketchLayer())
    return maps.sketch == nil ? [.perform(.named(.erase))] : []
  }
}

extension Command {
  /// Paints a pixel with what one more stroke makes of it.
  static func paint(_ row: Int, _ column: Int) -> Command {
    Command(.paint, [.number(row), .number(column)])
  }
}
