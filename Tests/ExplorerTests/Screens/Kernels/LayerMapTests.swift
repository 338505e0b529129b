import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The map of a layer")
struct LayerMapTests {
  private static let block = BlockPath(stage: 2, block: 1)
  private static let pointwise = BlockPath(stage: 2, block: 3)

  private func fold(_ document: Document = Fixture.document, _ path: BlockPath = block) throws
    -> BlockFold
  {
    BlockFold(try #require(document.network.block(at: path)))
  }

  private func panel(_ fold: BlockFold, output: Int, input: Int) -> ChannelGridPanel {
    var pair = Selection(fold.block.shape.path)
    (pair.output, pair.input) = (output, input)
    let layer = ShownLayer(
      fold,
      pair: pair,
      form: .deploy,
      branch: 0,
      KernelChoices(),
      language: .en
    )
    return ChannelGridPanel(layer: layer)
  }

  @Test("Cells have the colours of their values, whichever pair is looked at")
  func cellsAreTrue() throws {
    let fold = try fold()
    let shape = fold.block.shape
    let pen = Fixture.state().pen
    let size = Size(width: 60, height: 20)
    let limit = try #require(
      LayerSource.limits([LayerSource(fold)], showing: .one, isSame: false).first
    )
    let colors = Colormap.blueOrange.diverging(isLight: false)
    for (output, input) in [(4, 5), (5, 5), (5, 4), (0, 0), (shape.outputChannels - 1, 11)] {
      var grid = Grid(size: size)
      grid.draw(panel(fold, output: output, input: input), in: grid.bounds, with: pen)
      var pair = Selection(shape.path)
      (pair.output, pair.input) = (output, input)
      let inner = Panel.interior(of: grid.bounds)
      let map = ChannelMapLayout(shape, around: pair, in: inner, with: pen)
      #expect(map.outputs.count == shape.outputChannels && map.inputs.count == 12)
      for row in map.outputs {
        for column in map.inputs {
          let cell = grid[map.map.x + column, map.map.y + row / 2]
          let color = colors.color(
            at: fold.centre(output: row, input: column) / limit,
            depth: .ansi256
          )
          let shown = row % 2 == 0 ? cell.style.foreground : cell.style.background
          let place = "out \(row) in \(column) while \(output), \(input) is looked at"
          #expect(cell.character == "▀" && shown == color, "\(place)")
        }
      }
    }
  }

  @Test("The pair is marked on both axes, by its numbers")
  func axesMarkThePair() {
    for (glyphs, depth, right, down) in [
      (GlyphLevel.ascii, ColorDepth.mono, ">", "v"), (.block, .ansi256, "▶", "▼"),
    ] {
      for (output, input) in [(5, 5), (4, 0), (0, 11), (23, 7)] {
        let state = Fixture.state(
          glyphs: glyphs,
          depth: depth,
          commands: [
            .show(.kernels), .select(LayerMapTests.block), .pair(output: output, input: input),
          ]
        )
        let text = state.body(of: state.kernelsView).lines.joined(separator: "\n")
        #expect(text.contains("\(output)\(right)"), "\(output), \(input)\n\(text)")
        let isMarked = text.contains("\(down)\(input)") || text.contains("\(input)\(down)")
        #expect(isMarked, "\(output), \(input)\n\(text)")
      }
    }
  }

  @Test("A layer has one limit, in every window and wherever it is scrolled")
  func oneLimit() throws {
    let fold = try fold(Fixture.mobileOne, LayerMapTests.pointwise)
    let limits = LayerSource.limits(
      LayerSource.shown(fold, form: .train, branch: 0),
      showing: .one,
      isSame: false
    ).map(Numbers.significant)
    for size in [
      Size(width: 100, height: 30), Size(width: 160, height: 45), Size(width: 80, height: 24),
      Size(width: 200, height: 60),
    ] {
      for (output, input) in [(0, 0), (127, 127), (0, 64), (64, 0)] {
        let state = Fixture.state(
          Fixture.mobileOne,
          size: size,
          glyphs: .ascii,
          depth: .mono,
          commands: [
            .show(.kernels), .select(LayerMapTests.pointwise), .pair(output: output, input: input),
          ]
        )
        let text = state.body(of: state.kernelsView).lines.joined(separator: "\n")
        for limit in limits {
          let bar = "-\(limit) Wwv.x#@ +\(limit)"
          #expect(text.contains(bar), "\(bar) at \(size), \(output) \(input) in\n\(text)")
        }
      }
    }
  }

  @Test("Few weights lie beyond the limit of what is shown, be it one tap or whole kernels")
  func limitsOfShown() throws {
    for (document, path) in [
      (Fixture.document, LayerMapTests.block), (Fixture.mobileOne, LayerMapTests.pointwise),
      (Fixture.mobileOne, BlockPath(stage: 2, block: 2)),
      (Fixture.quantizationAware, BlockPath(stage: 1, block: 0)),
    ] {
      let fold = try fold(document, path)
      for source in fold.branches.indices.map({ LayerSource(fold, branch: $0) }) + [
        LayerSource(fold)
      ]
      where source.sampledTaps.contains(where: { $0.contains { abs($0) != 0 && abs($0) != 1 } }) {
        let place = "\(source.title.en) of \(path)"
        let taps = source.sampledTaps
        func beyond(_ values: [Double], _ limit: Double) -> Double {
          LayerScale(limit: limit, values: values, isPartial: false).beyond
        }
        let all = source.limit(showing: .all)
        #expect(beyond(taps.flatMap(\.self), all) <= 0.05, "\(place)")
        let one = source.limit(showing: .one)
        for (tap, values) in taps.enumerated() {
          #expect(beyond(values, one) <= 0.05, "tap \(tap), \(place)")
        }
        #expect(
          taps.contains { beyond($0, one * 0.999) > 0.03 },
          "the limit is too large: \(place)"
        )
      }
    }
  }

  @Test("Whole filters have one limit, whichever is looked at, and little of it is cut off")
  func filterLimit() throws {
    let fold = try fold()
    let limit = Numbers.significant(LayerSource(fold).limit(showing: .all))
    for output in [0, 5, 23] {
      let state = Fixture.state(
        glyphs: .ascii,
        depth: .mono,
        commands: [
          .show(.kernels), .select(LayerMapTests.block), .form(.deploy), .detail(.filter),
          .pair(output: output, input: 3),
        ]
      )
      let text = state.body(of: state.kernelsView).lines.joined(separator: "\n")
      #expect(text.contains("-\(limit) Wwv.x#@ +\(limit)"), "out \(output)\n\(text)")
      let share = try #require(text.firstMatch(of: /([0-9]+)% beyond/), "\(text)")
      #expect((Int(share.1) ?? 100) <= 5, "out \(output)\n\(text)")
    }
  }

  @Test("How much lies beyond is said in whole words, and nothing where only a sample is known")
  func beyondWords() {
    let pen = Fixture.state().pen
    func words(_ beyond: Int, of count: Int, isPartial: Bool) -> String {
      let values = (0..<count).map { $0 < beyond ? 2.0 : 0.5 }
      let scale = LayerScale(limit: 1, values: values, isPartial: isPartial)
      var grid = Grid(size: Size(width: 70, height: 1))
      grid.draw(ColorBar(scale: scale, language: .en), in: grid.bounds, with: pen)
      let line = grid.lines[0]
      return line.firstRange(of: "+1.00").map { String(line[$0.upperBound...]) } ?? line
    }
    #expect(words(0, of: 1000, isPartial: false) == "  none beyond")
    #expect(words(0, of: 1000, isPartial: true) == "")
    #expect(words(3, of: 1000, isPartial: false) == "  less than 1% beyond")
    #expect(words(3, of: 1000, isPartial: true) == "  less than 1% beyond")
    #expect(words(40, of: 1000, isPartial: false) == "  4% beyond")
    #expect(words(40, of: 1000, isPartial: true) == "  about 4% beyond")
  }

  @Test("One map is not said to be both")
  func oneMap() {
    for (size, form, isOne) in [
      (Size(width: 100, height: 30), Form.train, false),
      (Size(width: 60, height: 24), .train, true),
      (Size(width: 100, height: 30), .deploy, true),
    ] {
      var state = Fixture.state(size: size, commands: [.show(.kernels), .form(form)])
      _ = state.perform(line: "scale same")
      let notice = state.notice ?? ""
      #expect(notice.contains("one of them is shown") == isOne, "\(size), \(form): \(notice)")
    }
  }

  @Test("The limit is what 96 of 100 values do not exceed, in whatever order they come")
  func ranks() {
    var random = SeededRandom(seed: 3)
    for count in [1, 2, 3, 7, 24, 25, 26, 100, 1000] {
      for spread in [1.0, 3, 1e6] {
        let values = (0..<count).map { _ in (Double(random.normal()) * spread).rounded() / 8 }
        let sorted = values.map(\.magnitude).sorted()
        let typical = sorted[(count - 1) * 96 / 100]
        let last = sorted[count - 1]
        let wanted = typical > 0 ? typical : last > 0 ? last : 1
        #expect(LayerSample.limit(of: values) == wanted, "\(count) values: \(values)")
      }
    }
    #expect(LayerSample.limit(of: []) == 1 && LayerSample.limit(of: [.nan, -2]) == 2)
  }

  @Test("The share beyond the limit is that of the whole layer")
  func shareBeyond() throws {
    let fold = try fold()
    let shape = fold.block.shape
    let sample = LayerSample(shape)
    #expect(!sample.isPartial)
    var centres: [Double] = []
    for output in 0..<shape.outputChannels {
      for input in 0..<shape.inputChannels / shape.groups {
        centres.append(fold.centre(output: output, input: input))
      }
    }
    #expect(sample.values { fold.centre(output: $0, input: $1) } == centres)
    let limit = LayerSample.limit(of: centres)
    let beyond = centres.filter { $0.magnitude > limit }.count
    let scale = LayerScale(limit: limit, values: centres, isPartial: false)
    #expect(scale.beyond == Double(beyond) / Double(centres.count))
    #expect(scale.beyond > 0 && scale.beyond <= 0.05, "\(scale.beyond)")
    let state = Fixture.state(commands: [.show(.kernels), .select(LayerMapTests.block)])
    let words = "\(Numbers.fixed(scale.beyond * 100, 0))% beyond"
    let text = state.body(of: state.kernelsView).lines.joined(separator: "\n")
    #expect(text.contains(words), "\(words) is missing in\n\(text)")
  }

  @Test(
    "A sample of a large layer meets every input, every part of the outputs, and the diagonal",
    arguments: [64, 65, 128, 192, 768, 1280, 2560]
  )
  func largeSample(width: Int) {
    let shape = BlockShape(
      path: BlockPath(stage: 0, block: 0),
      inputChannels: width,
      outputChannels: width,
      branches: [.folded]
    )
    let sample = LayerSample(shape)
    var (inputs, outputs): (Set<Int>, Set<Int>) = ([], [])
    var (count, diagonal) = (0, 0)
    _ = sample.values { output, input in
      inputs.insert(input)
      outputs.insert(output * 16 / width)
      (count, diagonal) = (count + 1, diagonal + (output == input ? 1 : 0))
      return 0
    }
    #expect(count <= 4096 && count >= min(width * width, 2048), "\(width): \(count)")
    #expect(inputs.count >= min(width, 1024) && outputs.count == 16, "\(width): \(inputs.count)")
    let share = Double(diagonal) / Double(count) * Double(width)
    #expect(width > 1280 || share > 0.3 && share < 3, "\(width): \(diagonal) of \(count)")
  }

  @Test("Same scale gives both maps the larger limit, until each has its own again")
  func sameScale() throws {
    let fold = try fold()
    let limits = LayerSource.limits(
      LayerSource.shown(fold, form: .train, branch: 0),
      showing: .one,
      isSame: false
    ).map(Numbers.significant)
    #expect(limits[0] != limits[1])
    var state = Fixture.state(
      glyphs: .ascii,
      depth: .mono,
      commands: [.show(.kernels), .select(LayerMapTests.block)]
    )
    func bars() -> [Bool] {
      let text = state.body(of: state.kernelsView).lines.joined(separator: "\n")
      return limits.map { text.contains("-\($0) Wwv.x#@ +\($0)") }
    }
    #expect(bars() == [true, true])
    _ = state.perform(line: "scale same")
    let isFoldedLarger = limits.map { Double($0) ?? 0 }.max() == Double(limits[1])
    #expect(bars() == [!isFoldedLarger, isFoldedLarger])
    _ = state.press(.character("="))
    #expect(bars() == [true, true])
  }

  @Test("Every tap can be looked at, and one that is not there is refused")
  func taps() throws {
    let fold = try fold()
    var state = Fixture.state(commands: [.show(.kernels), .select(LayerMapTests.block)])
    let names = [
      "top left", "top", "top right", "left", "centre", "right", "bottom left", "bottom",
      "bottom right",
    ]
    for source in LayerSource.shown(fold, form: .train, branch: 1) {
      for tap in 0..<9 {
        let row = source.taps(tap, output: 5, inputs: 2..<9)
        let wanted = (2..<9).map { source.kernel(output: 5, input: $0)[tap] }
        let error = zip(row, wanted).map { abs($0 - $1) }.max() ?? 1
        #expect(error < 1e-12, "\(source.title.en) tap \(tap): off by \(error)")
      }
    }
    for (tap, name) in names.enumerated() {
      _ = state.perform(line: "taps \(tap)")
      let text = state.body(of: state.kernelsView).lines.joined(separator: "\n")
      #expect(text.contains(", \(name) taps "), "\(tap)\n\(text)")
    }
    _ = state.press(.character("c"))
    #expect(state.kernels.choices.tap == 0)
    _ = state.perform(line: "taps 9")
    #expect(state.shared.fault != nil && state.kernels.choices.tap == 0)
    _ = state.perform(line: "taps 3; select \(LayerMapTests.block)")
    var pointwise = Fixture.state(
      Fixture.mobileOne,
      commands: [.show(.kernels), .select(LayerMapTests.pointwise)]
    )
    _ = pointwise.press(.character("c"))
    #expect(pointwise.notice == EquationWords.oneTap.en)
  }

  @Test("The whole filter of an output channel is there, the chosen input in sight")
  func filter() throws {
    for document in [Fixture.document, Fixture.folded] {
      for input in [0, 5, 11] {
        let state = Fixture.state(
          document,
          size: Size(width: 120, height: 40),
          glyphs: .ascii,
          depth: .mono,
          commands: [
            .show(.kernels), .select(LayerMapTests.block), .detail(.filter),
            .pair(output: 17, input: input),
          ]
        )
        let text = state.body(of: state.kernelsView).lines.joined(separator: "\n")
        #expect(text.contains("filter of out 17"), "\(text)")
        // The second group of 12 inputs.
        #expect(text.contains("in 12-23 of 24"), "\(text)")
        #expect(text.contains("["), "\(text)")
      }
    }
  }

  @Test("A value that is not a number is a question mark, not zero")
  func damagedCells() {
    let network = Fixture.network.changingNorm(at: LayerMapTests.block) {
      $0.with(variance: .nan, at: 5)
    }
    let state = Fixture.state(
      Document(network, title: "bad"),
      commands: [.show(.kernels), .select(LayerMapTests.block), .form(.deploy)]
    )
    let text = state.body(of: state.kernelsView).lines.joined(separator: "\n")
    #expect(text.contains("????????????") && text.contains(", 12 NaN"), "\(text)")
  }
}
