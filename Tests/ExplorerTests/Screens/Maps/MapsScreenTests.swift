import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The maps screen")
struct MapsScreenTests {
  private func state(
    _ document: Document = Fixture.document,
    size: Size = Size(width: 100, height: 30),
    glyphs: GlyphLevel = .block,
    commands: [Command] = []
  ) -> State {
    var state = Fixture.state(
      document,
      size: size,
      glyphs: glyphs,
      commands: [.sampleTiming, .select(BlockPath(stage: 2, block: 1)), .show(.maps)] + commands
    )
    state.shared.notice = nil
    state.meetNeeds()
    return state
  }

  private func text(_ state: State) -> String { state.render().lines.joined(separator: "\n") }

  private func screen(_ state: State) throws -> MapsScreen {
    try #require(state.current as? MapsScreen)
  }

  private func figures(_ state: State) throws -> MapsFigures {
    try #require(MapsFigures(state.shared, screen(state)))
  }

  @Test("says that it runs until the maps are there, and why there are none")
  func waiting() throws {
    let state = Fixture.state(commands: [.sampleTiming, .show(.maps)])
    #expect(text(state).contains("running both forms"))
    var odd = Fixture.document.stored
    odd.stages[1].blocks[0].activation = .unsupported("GELU")
    let stuck = self.state(Document(Network(random: odd, seed: 1), title: "odd.rvg"))
    #expect(text(stuck).contains("GELU"), "\(text(stuck))")
  }

  @Test("names no class where the logits are no numbers")
  func damagedHead() throws {
    let sound = Fixture.network
    let head = try #require(sound.head)
    let bias = Tensor([Float](repeating: .nan, count: head.bias.count), shape: head.bias.shape)
    let damaged = Network(
      name: "nan",
      input: sound.input,
      stages: sound.stages,
      head: Head(kernel: head.kernel, bias: bias)
    )
    let text = text(state(Document(damaged, title: "nan.rvg")))
    #expect(text.contains("the logits are no numbers") && !text.contains("NaN%"), "\(text)")
  }

  @Test("tells of no more values in the bar of colours than are shown")
  func shownValues() throws {
    for mode in ["maps", "difference", "branches"] {
      var state = state()
      _ = state.perform(line: "view \(mode)")
      let figures = try figures(state)
      let beyond = figures.shown.all.count { $0.magnitude > figures.scale.limit }
      #expect(beyond == 0 && figures.scale.beyond == 0, "\(mode)")
      #expect(figures.shown.all.count == figures.shown.channels * figures.shown.extent.area)
    }
  }

  @Test("says what the branches' maps are before: a norm behind the sum, or the activation")
  func placeInBlock() {
    for block in Fixture.quantizationAware.stored.blocks + Fixture.document.stored.blocks {
      let words = MapsWords.place(in: block).en
      #expect(words.contains("norm behind the sum") == (block.postNorm != nil), "\(block.title)")
    }
  }

  @Test("says where there is no picture that the values are seeded")
  func seeded() throws {
    var state = state()
    #expect(text(state).contains("no picture") && text(state).contains("seeded normal values"))
    _ = state.press(.character("."))
    #expect(state.shared.fault?.description.contains("one picture only") == true)
  }

  @Test("goes through the pictures that were held out, around the ends, with their classes")
  func pictures() throws {
    var state = state(try Fixture.withPictures())
    for (number, label) in [(1, 1), (2, 3), (3, 4), (1, 1)] {
      state.meetNeeds()
      #expect(text(state).contains("held out \(number)/3"), "\(text(state))")
      #expect(text(state).contains("is a \(label)"), "\(text(state))")
      _ = state.press(.character("."))
    }
    _ = state.perform(line: "picture 1")
    _ = state.press(.character(","))
    state.meetNeeds()
    #expect(text(state).contains("held out 3/3"))
    _ = state.perform(line: "picture 4")
    #expect(state.shared.fault?.description.contains("there are 3") == true)
  }

  @Test("begins with the picture that was given")
  func given() throws {
    let document = try Fixture.withPictures()
    let shape = document.stored.input
    let tensor = Tensor.normal(shape: [1, shape.channels, shape.height, shape.width], seed: 4)
    var state = State(
      document,
      size: Size(width: 100, height: 30),
      look: Look(theme: .dark, glyphs: .block, depth: .ansi256),
      processors: 2,
      input: ShownInput(tensor, for: shape, name: "mine.png")
    )
    for command in [Command.sampleTiming, .show(.maps)] { _ = state.perform(command) }
    state.meetNeeds()
    #expect(text(state).contains("mine.png") && !text(state).contains("is a "), "\(text(state))")
    let maps = try figures(state).maps
    let options = PlanOptions(threads: 1, instructionSet: .portable)
    let wanted = try BlockMaps(of: state.selection, in: document, on: tensor, options)
    #expect(Array(maps.deploy.all) == Array(wanted.deploy.all))
    _ = state.press(.character("."))
    state.meetNeeds()
    #expect(text(state).contains("held out 1/3"))
  }

  @Test("shows the form, the difference and the branches that were chosen")
  func modes() throws {
    var state = state()
    #expect(
      Array(try figures(state).shown.all) == Array(try #require(figures(state).maps.train).all)
    )
    _ = state.press(.character("t"))
    #expect(Array(try figures(state).shown.all) == Array(try figures(state).maps.deploy.all))
    #expect(text(state).contains("deploy form"))
    _ = state.press(.character("d"))
    #expect(try figures(state).mode == .difference)
    #expect(try figures(state).scale.limit == figures(state).maps.differenceLimit)
    _ = state.press(.character("b"))
    #expect(try figures(state).mode == .branches)
    for name in ["3x3", "+ 1x1", "+ identity", "= sum"] {
      #expect(text(state).contains(name), "\(name)\n\(text(state))")
    }
    _ = state.press(.character("b"))
    #expect(try figures(state).mode == .maps)
    var folded = self.state(Fixture.folded)
    for key in ["d", "b"] {
      _ = folded.press(.character(Character(key)))
      #expect(folded.shared.fault != nil, "\(key)")
      #expect(try figures(folded).mode == .maps)
    }
  }

  @Test("has one scale for both forms and none beyond it")
  func scale() throws {
    var state = state()
    let before = try figures(state).scale
    _ = state.press(.character("t"))
    #expect(try figures(state).scale == before && before.beyond == 0)
    let maps = try figures(state).maps
    let all = Array(maps.deploy.all) + Array(maps.train?.all.map { $0 } ?? [])
    #expect(before.limit == all.map(abs).max())
  }

  @Test("moves through the channels as they stand, and stops at the ends")
  func moving() throws {
    var state = state(commands: [.first])
    _ = state.perform(.first)
    let channels = try figures(state).channels
    for place in 0..<channels.count + 2 {
      #expect(state.shared.selection.output == channels[min(place, channels.count - 1)])
      _ = state.press(.character("l"))
    }
    _ = state.press(.character("o"))
    #expect(try figures(state).channels == Array(0..<channels.count))
    _ = state.perform(.first)
    #expect(state.shared.selection.output == 0)
    let row = try MapsView(state.shared, screen(state)).channelsPerRow(in: state.shared.body)
    _ = state.press(.character("j"))
    #expect(state.shared.selection.output == min(row, channels.count - 1))
  }

  @Test("takes a press on a map as its channel")
  func presses() throws {
    let state = state()
    let regions = state.current.regions(state.shared, in: state.shared.body)
    let channels = try figures(state).channels
    for channel in channels.prefix(5) {
      let region = try #require(regions.first { $0.command == .channel(channel) })
      var pressed = state
      let place = region.rect.origin.moved(dy: State.rowsAbove)
      _ = pressed.handle(Event.Mouse(button: .left, at: place))
      #expect(pressed.shared.selection.output == channel)
    }
  }

  @Test("copies the values of the channel row by row")
  func copying() throws {
    let state = state()
    let (maps, channel) = (try figures(state).shown, try figures(state).channel)
    let copied = try #require(state.current.copied(state.shared))
    let rows = copied.split(separator: "\n").map { $0.split(separator: "\t").map { Float($0) } }
    #expect(rows.flatMap(\.self) == maps.map(of: channel).map { Float($0) })
    #expect(rows.count == maps.extent.height)
  }

  @Test("draws every size of every document inside its area, in every mode")
  func sizes() throws {
    for document in Fixture.documents {
      var state = state(document)
      for mode in MapsMode.allCases {
        _ = state.perform(line: "view \(mode.rawValue)")
        for size in Fixture.sizes {
          for (glyphs, depth) in Fixture.looks {
            let view = MapsView(state.shared, try screen(state))
            let pen = Pen(glyphs: glyphs, depth: depth, palette: .dark)
            expectDrawingStaysInside(view, size, pen, "\(document.title) \(mode) in \(size)")
          }
        }
      }
    }
  }
}

@Suite("A map in few cells")
struct ScaledMapTests {
  @Test("fits the area, or is a single value, whatever its extent", arguments: [1, 2, 7, 28, 113])
  func sizes(extent: Int) {
    let pen = Fixture.state().pen
    for height in [1, extent, 2 * extent] {
      let map = Size(width: extent, height: height)
      for area in Fixture.sizes {
        let size = ScaledMap.size(of: map, in: area, with: pen)
        let isSingle = size == Size(width: 1, height: 1)
        #expect(isSingle || size.width <= area.width && size.height <= 2 * area.height, "\(map)")
      }
      let sizes = ScaledMap.sizes(of: map, with: pen)
      #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0.width > $1.width }, "\(sizes)")
      #expect(sizes.allSatisfy { $0.width > 0 && $0.height > 0 }, "\(sizes)")
    }
  }

  @Test("keeps the mean of all values where it is smaller, and every value where it is not")
  func means() {
    let values = (0..<64).map { Float($0 * $0 % 37) }
    let maps = ChannelMaps(Tensor(values, shape: [1, 1, 8, 8]))
    for side in [1, 2, 4, 8] {
      let map = ScaledMap(
        maps: maps,
        channel: 0,
        limit: 40,
        values: Size(width: side, height: side)
      )
      var sum = 0.0
      for row in 0..<side { for column in 0..<side { sum += map.mean(row, column) } }
      let mean = values.reduce(0) { $0 + Double($1) } / 64
      #expect(abs(sum / Double(side * side) - mean) < 1e-9, "\(side)")
    }
  }
}

@Suite("A picture of one's own")
struct SketchTests {
  private func state(_ size: Size = Size(width: 100, height: 30)) throws -> State {
    var state = Fixture.state(
      try Fixture.digits(),
      size: size,
      commands: [.sampleTiming, .select(BlockPath(stage: 3, block: 0)), .show(.maps)]
    )
    state.meetNeeds()
    return state
  }

  private func maps(_ state: State) throws -> (screen: MapsScreen, figures: MapsFigures) {
    let screen = try #require(state.current as? MapsScreen)
    return (screen, try #require(MapsFigures(state.shared, screen)))
  }

  @Test("is painted with the pen, and run as soon as it is")
  func painting() throws {
    var state = try state()
    _ = state.press(.character("e"))
    #expect(state.layers.last is SketchLayer)
    for key in ["l", "l", "j", " ", "l", " ", " "] { _ = state.press(.character(Character(key))) }
    state.meetNeeds()
    let (screen, figures) = try maps(state)
    let sketch = try #require(screen.sketch)
    #expect(sketch[1, 2] == 16 && sketch[1, 3] == 8 && sketch.levels.reduce(0, +) == 24)
    let document = state.document
    let wanted = try BlockMaps(
      of: state.selection,
      in: document,
      on: sketch.input(for: document.stored.input),
      PlanOptions(threads: 1, instructionSet: .portable)
    )
    #expect(Array(figures.maps.deploy.all) == Array(wanted.deploy.all))
    #expect(figures.maps.probabilities == wanted.probabilities)
    _ = state.press(.character("c"))
    state.meetNeeds()
    #expect(try maps(state).screen.sketch?.levels.allSatisfy { $0 == 0 } == true)
    _ = state.press(.escape)
    #expect(state.layers.isEmpty)
    #expect(state.render().lines.joined().contains("your picture"))
    _ = state.press(.character("."))
    state.meetNeeds()
    #expect(state.render().lines.joined().contains("held out 1/360"))
  }

  @Test("is taken for a 5 where the digit 5 is painted, with the values that the digit has")
  func five() throws {
    var state = try state()
    let document = state.document
    let shape = document.stored.input
    let data = try #require(document.data)
    let place = data.places(in: .heldOut)[Fixture.placeOfFive]
    let digit = data.input([place], for: shape).floats()
    for (index, value) in digit.enumerated() {
      let level = Int(((Double(value) * shape.deviation[0] + shape.mean[0]) * 16).rounded())
      _ = state.perform(line: "paint \(index / 8) \(index % 8) \(level)")
      #expect(state.shared.fault == nil)
    }
    state.meetNeeds()
    let (screen, figures) = try maps(state)
    let drawn = try #require(screen.sketch).input(for: shape).floats()
    #expect(drawn == digit)
    let classes = figures.maps.probabilities[.deploy] ?? []
    #expect(classes.firstIndex(of: classes.max() ?? 0) == 5)
  }

  @Test("takes a press on a pixel, on wide and on narrow screens")
  func presses() throws {
    for size in [Size(width: 100, height: 30), Size(width: 60, height: 16)] {
      var state = try state(size)
      _ = state.press(.character("e"))
      let regions = try #require(state.layers.last).regions(
        in: Rect(size: state.shared.body),
        over: state
      )
      let region = try #require(regions.first { $0.command == .paint(3, 4) })
      let point = region.rect.origin.moved(dx: 1, dy: State.rowsAbove)
      _ = state.handle(Event.Mouse(button: .left, at: point))
      #expect(try #require((state.current as? MapsScreen)?.sketch)[3, 4] == 16, "\(size)")
      let pen = try #require(state.layers.last as? SketchLayer)
      #expect((pen.row, pen.column) == (3, 4))
    }
  }

  @Test("is refused where pictures are large or have colours, and pixels that are not there")
  func refused() throws {
    var large = Fixture.state(commands: [.show(.maps)])
    for line in ["draw", "paint 0 0", "erase"] {
      _ = large.perform(line: line)
      #expect(large.shared.fault?.description.contains("16x16") == true, "\(line)")
      #expect(large.layers.isEmpty)
    }
    var state = try state()
    for line in ["paint 8 0", "paint 0 8", "paint 0 0 17"] {
      _ = state.perform(line: line)
      #expect(state.shared.fault?.description.contains("8x8 pixels") == true, "\(line)")
    }
    _ = state.perform(.show(.tree))
    _ = state.perform(line: "draw")
    #expect(state.shared.fault?.description.contains("screen maps") == true)
  }
}
