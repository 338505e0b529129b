import Canvas
import RepCore
import Synchronization
import Testing
import Words

@testable import Explorer

@Suite("The distribution screen")
struct DistributionScreenTests {
  private func state(
    _ document: Document = Fixture.document,
    _ block: BlockPath = BlockPath(stage: 2, block: 1),
    size: Size = Size(width: 100, height: 30),
    line: String = ""
  ) -> State {
    var state = Fixture.state(
      document,
      size: size,
      commands: [.sampleTiming, .select(block), .show(.distribution)]
    )
    if !line.isEmpty { _ = state.perform(line: line) }
    state.meetNeeds()
    state.shared.notice = nil
    return state
  }

  private func text(_ state: State) -> String { state.render().lines.joined(separator: "\n") }

  /// All that the screen says, in sentences.
  private func said(_ state: State) -> String {
    var reading = Reading(state.shared)
    state.current.read(state.shared, into: &reading)
    return reading.sentences.joined(separator: "\n")
  }

  private func screen(_ state: State) throws -> DistributionScreen {
    try #require(state.current as? DistributionScreen)
  }

  private func figures(_ state: State) throws -> DistributionFigures {
    try #require(DistributionFigures(state.shared, screen(state)))
  }

  /// A row of a pane, by what it begins with.
  private func row(_ beginning: String, of pane: PaneID, _ state: State) throws -> String {
    let area = state.current.layout(state.shared, in: state.shared.body)[pane]
    var cells = Grid(size: area.size)
    cells.copy(state.current.frame(state.shared, in: state.shared.body).grid, area, to: .zero)
    let rows = cells.lines.map { $0.split(separator: " ").joined(separator: " ") }
    let found = rows.first { $0.contains(beginning) }
    return try #require(found, "no '\(beginning)' in\n\(cells.lines.joined(separator: "\n"))")
  }

  @Test("shows of the sample what numpy finds in double, in decibels, classes and taps")
  func sample() throws {
    // Tests/RepCoreTests/Fixtures/make_quantization.py
    var state = state(try Fixture.digits())
    #expect(try row("2.0", of: .errors, state).contains("31.0 29.9 -1.1"))
    #expect(try row("2.2", of: .errors, state).contains("30.8 25.5 -5.3"))
    #expect(try row("W8 A8", of: .classes, state).contains("356 356"))
    #expect(try row("W4 A8", of: .classes, state).contains("319 129"))
    #expect(try row("W3 A8", of: .classes, state).contains("328 30"))
    #expect(text(state).contains("Right of 360 held out"))
    #expect(said(state).contains("up to 4 is noise: with these bits the classes do not tell"))
    #expect(said(state).contains("behind stage2.1 folding costs 4.7 dB: 0.8 bits"))
    #expect(try row("deviation", of: .spread, state).contains("0.0200 0.0599 0.0302 0.186"))
    #expect(try row("largest / dev", of: .spread, state).contains("4.1 24.6"))
    #expect(text(state).contains("1 step = 0.0116"))
    #expect(text(state).contains("the diagonal makes it 18 times coarser"))
    _ = state.perform(line: "bits 4")
    #expect(try row("2.2", of: .errors, state).contains("6.0 0.5 -5.5"))
    #expect(said(state).contains("with these bits folding matters here"))
    _ = state.perform(line: "bits 8; per channel")
    #expect(try row("2.2", of: .errors, state).contains("37.3 28.6 -8.7"))
    #expect(try row("W4 A8", of: .classes, state).contains("357 312"))
  }

  @Test("answers why the folded form is worse within ten keys from the first frame")
  func walk() throws {
    var state = Fixture.state(try Fixture.digits(), commands: [.sampleTiming])
    for key in "0dllll" { _ = state.press(.character(key)) }
    state.meetNeeds()
    #expect(state.selection == BlockPath(stage: 2, block: 1))
    #expect(text(state).contains("the diagonal makes it 18 times coarser"), "\(text(state))")
    #expect(said(state).contains("behind stage2.1 folding costs 4.7 dB"), "\(text(state))")
  }

  @Test("simulates with progress, and nothing more when nobody waits")
  func progress() throws {
    let document = try Fixture.digits()
    let need = QuantizationNeed(
      other: nil,
      form: .deploy,
      bits: QuantizedBits.taught[0],
      options: PlanOptions(threads: 1)
    )
    let told = Mutex([Int]())
    let context = JobContext(report: { done, total in
      told.withLock { $0.append(10 * done + total) }
    })
    guard case .answer? = AnyNeed(need).find(in: document, context) else {
      Issue.record("the sample can be simulated")
      return
    }
    #expect(told.withLock { $0 } == [17, 27, 37, 47, 57, 67, 77])
    let nobody = JobContext(isCancelled: { true })
    #expect(AnyNeed(need).find(in: document, nobody) == nil)
  }

  @Test("shows the deploy form of another model beside, and opens the remedy by a key")
  func beside() throws {
    var state = state(try Fixture.digits())
    #expect(said(state).contains("r opens the remedy"))
    let request = try #require(state.press(.character("r")).reading)
    #expect(request.source == ModelSource("sample:digits-qa") && !request.isShown)
    let other = try Fixture.digits("digits-qa.rvg")
    _ = state.receive(.success(other), for: request)
    #expect(state.document.title == "digits.rvg")
    state.meetNeeds()
    #expect(try row("2.2", of: .errors, state).contains("30.8 25.5 28.7"), "\(text(state))")
    #expect(try row("W4 A8", of: .classes, state).contains("319 129 357"))
    #expect(said(state).contains("digits-qa.rvg: its deploy form, beside"))
  }

  @Test("compares with no model of other blocks, and offers no remedy that does not fit")
  func noTwin() throws {
    var state = state()
    #expect(!said(state).contains("r opens the remedy"))
    _ = state.press(.character("r"))
    #expect(state.shared.fault?.description.contains("for digits of 8x8") == true)
    let request = try #require(state.open(.file("digits.rvg"), isShown: false).reading)
    _ = state.receive(.success(try Fixture.digits()), for: request)
    #expect(state.shared.workspace.models.count == 2)
    #expect(try figures(state).columns.count == 2)
  }

  @Test("says that it counts until it knows, and shows pending numbers as such")
  func waiting() {
    let state = Fixture.state(commands: [.sampleTiming, .show(.distribution)])
    #expect(text(state).contains("counting values"))
    #expect(text(state).contains(".."))
  }

  @Test("goes through values, bits, steps and channels by keys and by words")
  func settings() throws {
    var state = state()
    for wanted in [ShownNumbers.biases, .activations, .norms, .kernels] {
      _ = state.press(.character("v"))
      state.meetNeeds()
      #expect(try screen(state).numbers == wanted)
      #expect(!text(state).contains("counting values"), "\(wanted)\n\(text(state))")
    }
    for wanted in [6, 5, 4, 3, 8] {
      _ = state.press(.character("b"))
      #expect(try screen(state).bits.weights == wanted)
    }
    _ = state.perform(line: "bits 7")
    #expect(state.shared.fault?.description.contains("choose 8, 6, 5, 4, 3") == true)
    #expect(try screen(state).bits.weights == 8)
    _ = state.press(.character("c"))
    #expect(try screen(state).steps == .perChannel)
    _ = state.perform(line: "per tensor; values norms; bits 4")
    #expect(state.shared.fault == nil)
    #expect(try screen(state).steps == .perTensor && screen(state).numbers == .norms)
  }

  @Test("lists the channels by their largest tap, and moves along them")
  func worst() throws {
    var state = state()
    _ = state.perform(line: "worst; first")
    let order = try #require(try figures(state).after).values.worstFirst
    for channel in order.prefix(6) {
      #expect(state.shared.selection.output == channel)
      _ = state.press(.character("j"))
    }
    _ = state.perform(.last)
    #expect(state.shared.selection.output == order.last)
    let block = state.selection
    _ = state.press(.character("o"))
    _ = state.press(.character("j"))
    #expect(state.selection != block)
  }

  @Test("says agreement where nobody knows the classes, and of what it is")
  func agreement() throws {
    let state = state()
    #expect(text(state).contains("Same class, of 16 seeded pictures"))
    #expect(!text(state).contains("Right of"))
    #expect(try row("float32", of: .classes, state).contains("-- --"))
  }

  @Test("shows the kernels of a model that cannot be run, and says why it is not simulated")
  func refusals() {
    let separate = state(Fixture.unknown, Fixture.unknown.paths[0])
    #expect(said(separate).contains("the graph around these blocks is not known"))
    #expect(text(separate).contains("1 step ="))
    var odd = Fixture.document.stored
    odd.stages[1].blocks[0].activation = .unsupported("GELU")
    let stuck = state(Document(Network(random: odd, seed: 1), title: "odd.rvg"))
    #expect(said(stuck).contains("GELU") && text(stuck).contains("1 step ="))
  }

  @Test("shows a model that is folded already in one column, without any cost of folding")
  func deployOnly() throws {
    let state = state(Fixture.folded)
    #expect(try figures(state).columns.count == 1)
    #expect(!said(state).contains("folding costs") && !said(state).contains("times coarser"))
    let norms = self.state(Fixture.folded, line: "values norms")
    #expect(said(norms).contains("this block has no norms"))
  }

  @Test(
    "draws nothing outside, whatever the size and the settings, and says the same in Vietnamese"
  )
  func sizes() {
    for line in ["", "values norms", "values activations; worst", "per channel; bits 3"] {
      for size in [(60, 16), (72, 12), (80, 24), (97, 19), (140, 50)] {
        let size = Size(width: size.0, height: size.1)
        var state = state(size: size, line: line)
        let english = said(state)
        #expect(state.render().lines.count == size.height, "\(size) \(line)")
        _ = state.perform(.language(.vi))
        #expect(said(state) != english, "\(size) \(line)")
      }
    }
  }

  @Test("takes presses on blocks and on bits")
  func presses() throws {
    var state = state()
    let layout = state.current.layout(state.shared, in: state.shared.body)
    let press = { (place: Point, state: inout State) in
      _ = state.handle(Event.Mouse(button: .left, at: place.moved(dy: State.rowsAbove)))
    }
    press(Panel.interior(of: layout[.errors]).row(1).origin.moved(dx: 4), &state)
    #expect(state.selection == state.document.paths[0])
    press(Panel.interior(of: layout[.classes]).row(5).origin.moved(dx: 4), &state)
    #expect(try screen(state).bits.weights == 4)
    press(layout[.after].origin.moved(dx: 4, dy: 2), &state)
    #expect(try screen(state).numbers == .biases)
  }

  @Test("copies the block with its decibels")
  func copying() throws {
    let state = state()
    let cells = try #require(state.current.copied(state.shared)).split(separator: "\t")
    #expect(cells.count == 3 && cells[0] == "stage2.1")
    let shown = try row("2.1", of: .errors, state)
    for cell in cells.dropFirst() {
      let decibels = try #require(Double(cell))
      #expect(shown.contains(Numbers.fixed(decibels, 1)), "\(shown): \(decibels)")
    }
  }
}
