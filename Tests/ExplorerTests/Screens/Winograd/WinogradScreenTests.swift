import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The Winograd screen")
struct WinogradScreenTests {
  private let plain = WinogradPlace.plain

  @Test("goes forward and back by steps, stops at the ends and says so")
  func steps() throws {
    var state = plain.state()
    let count = WinogradStep.allCases.count
    for step in 1..<count + 2 {
      _ = state.press(.character(" "))
      #expect(state.winograd.step.rawValue == min(step, count - 1))
    }
    #expect(state.notice == "this is the last step")
    for _ in 0..<count + 2 { _ = state.press(.backspace) }
    #expect(state.winograd.step == .kernel && state.notice == "this is the first step")
    _ = state.press(.end)
    #expect(state.winograd.step == .check)
    _ = state.press(.home)
    #expect(state.winograd.step == .kernel)
    _ = state.perform(line: "step 7")
    #expect(state.shared.fault?.description.contains("a tile has 1 to 6") == true)
  }

  @Test("moves the cursor over what the step makes and no further; a press moves it there")
  func cursor() throws {
    var state = plain.state("step 5")
    for key in [Key.left, .up] { _ = state.press(key) }
    #expect(state.winogradFigures?.cell == .init(row: 0, column: 0))
    for _ in 0..<9 { for key in [Key.right, .down] { _ = state.press(key) } }
    #expect(state.winogradFigures?.cell == .init(row: 1, column: 1))
    let regions = state.current.regions(state.shared, in: state.shared.body)
    let pressed = try #require(regions.first { $0.command == .cell(1, 0) })
    _ = state.perform(pressed.command)
    #expect(state.winogradFigures?.cell == .init(row: 1, column: 0))
    // The number under the cursor is what stands in the status line.
    let figures = try #require(state.winogradFigures)
    #expect(state.shown.contains("(1,0) \(factorText(figures.made[1, 0]))"))
  }

  @Test("goes from tile to tile around the ends, and refuses one that is not there")
  func tiles() throws {
    // 8x8 outputs: four by four tiles of two.
    let place = WinogradPlace(document: Fixture.document, block: BlockPath(stage: 1, block: 1))
    var state = place.state("tile 0 0")
    var seen: Set<TilePlace> = []
    for _ in 0..<16 {
      seen.insert(try #require(state.winogradFigures?.sight.place))
      _ = state.press(.character("n"))
      state.meetNeeds()
    }
    #expect(seen.count == 16 && state.winogradFigures?.sight.place == TilePlace(row: 0, column: 0))
    _ = state.press(.character("N"))
    state.meetNeeds()
    #expect(state.winogradFigures?.sight.place == TilePlace(row: 3, column: 3))
    _ = state.perform(line: "tile 4 0")
    #expect(state.shared.fault?.description.contains("this map has 4x4 tiles") == true)
    state = plain.state("tiles f4", "next-tile")
    #expect(state.shared.fault?.description == "this map is one tile")
  }

  @Test("counts 16 products for 36, 36 for 144, and the additions of the transforms")
  func counts() throws {
    var state = plain.state("zoom counts")
    // 24 to 24 channels on 4x4, four tiles of two: 4 * 16 * 576 products, 4 * 24 * (32 + 24) additions.
    #expect(state.shown.contains("4x4 = 16 products for 2x2 outputs; by the definition 36: 0.444"))
    #expect(state.shown.contains("36.9k of 82.9k products: 0.444"), "\(state.shown)")
    #expect(state.shown.contains("3.07k additions for the input and 2.30k for the outputs"))
    #expect(state.shown.contains("with them 0.509"), "\(state.shown)")
    #expect(state.shown.contains("this is the article's 4/9"))
    state = plain.state("tiles f4; zoom counts")
    #expect(state.shown.contains("6x6 = 36 products for 4x4 outputs; by the definition 144: 0.250"))
    state = WinogradPlace(document: Fixture.document, block: BlockPath(stage: 2, block: 0))
      .state("zoom counts")
    #expect(state.shown.contains("5x5 = 25 products for 2x2 outputs; by the definition 36: 0.694"))
    #expect(state.shown.contains("polyphase"))
  }

  @Test("says why the engine does not compute a block so, though its tile can be looked at")
  func grouped() throws {
    let path = try #require(Fixture.document.stored.blocks.first { $0.groups > 1 }?.path)
    let wide = Size(width: 200, height: 60)
    let place = WinogradPlace(document: Fixture.document, block: path)
    let state = place.state("zoom counts", size: wide)
    #expect(state.winogradFigures != nil)
    #expect(state.shown.contains("are not whole blocks of 16"), "\(state.shown)")
    let first = WinogradPlace(document: Fixture.document, block: BlockPath(stage: 0, block: 0))
    let planes = first.state("zoom counts", size: wide).shown
    #expect(planes.contains("reads the few planes of the picture"), "\(planes)")
  }

  @Test("finds the input channel that gives the tile the most")
  func strongest() throws {
    var state = plain.state("channel 5")
    _ = state.press(.character("i"))
    let figures = try #require(state.winogradFigures)
    func size(_ pair: PairTrace) -> Double { pair.products.values.map(abs).reduce(0, +) }
    #expect(size(figures.pair) == figures.sight.trace.pairs.map(size).max())
  }

  @Test("looks at the digits one after the other")
  func pictures() throws {
    let place = WinogradPlace(
      document: try Fixture.withPictures(),
      block: BlockPath(stage: 1, block: 1)
    )
    var state = place.state()
    var sums: Set<[Double]> = []
    for _ in 0..<3 {
      sums.insert(try #require(state.winogradFigures?.sight.trace.sum.values))
      _ = state.press(.character("v"))
      state.meetNeeds()
    }
    #expect(sums.count == 3)
    #expect(sums.contains(try #require(state.winogradFigures?.sight.trace.sum.values)))
    state = plain.state("next-picture")
    #expect(state.shared.fault != nil)
  }

  @Test("says at the check that both are equal, and by how much they are not")
  func check() throws {
    for place in WinogradPlace.all {
      let state = place.state("step 6")
      guard let figures = state.winogradFigures else { continue }
      let error = Numbers.scientific(figures.sight.trace.check.maximumRelative)
      #expect(state.shown.contains("equal: off by \(error)"), "\(place)")
      #expect(!state.shown.contains("NOT equal"), "\(place)")
    }
  }

  @Test("tells in sentences what it shows")
  func sentences() throws {
    let state = plain.state("step 3")
    var reading = Reading(state.shared)
    state.current.read(state.shared, into: &reading)
    let text = reading.sentences.joined(separator: "\n")
    for words in ["step 3 of 6: products", "U * V", "16 products", "F(4,3)", "e measures"] {
      #expect(text.contains(words), "\(words) in\n\(text)")
    }
  }
}
