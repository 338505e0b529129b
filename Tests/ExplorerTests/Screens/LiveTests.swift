import Canvas
import RepCore
import Testing

@testable import Explorer

@Suite("The live screen")
struct LiveTests {
  private static let block = BlockPath(stage: 2, block: 1)

  private func state(
    _ document: Document = Fixture.document,
    size: Size = Size(width: 100, height: 30),
    glyphs: GlyphLevel = .block,
    depth: ColorDepth = .ansi256,
    form: Form = .train,
    isMeasured: Bool = true
  ) -> State {
    let timing: [Command] = isMeasured ? [.sampleTiming] : []
    return Fixture.state(
      document,
      size: size,
      glyphs: glyphs,
      depth: depth,
      commands: timing + [.select(LiveTests.block), .form(form)]
    )
  }

  private func text(_ state: State) -> String {
    state.body(of: state.liveView).lines.joined(separator: "\n")
  }

  @Test("Before the first run the screen says which key starts it")
  func saysHowToStart() {
    let state = state(isMeasured: false)
    #expect(text(state).contains("Nothing measured yet: p runs"), "\(text(state))")
    #expect(state.liveView.status.contains("p runs the engine"))
  }

  @Test("Sample times are marked as such wherever they are shown", arguments: Form.allCases)
  func samplesAreMarked(form: Form) {
    for size in [
      Size(width: 100, height: 30), Size(width: 80, height: 24), Size(width: 60, height: 16),
    ] {
      let state = state(size: size, form: form)
      #expect(text(state).contains("sample timing, not measured"), "\(size)\n\(text(state))")
      #expect(!text(state).contains("measured here"), "\(size)\n\(text(state))")
      #expect(state.liveView.status.contains("sample timing, not measured"))
    }
  }

  @Test("Rows add up to the whole, and each step is in exactly one row", arguments: Form.allCases)
  func rowsAddUp(form: Form) throws {
    let state = state(form: form)
    let timing = try #require(state.live.timing(of: form))
    let figures = LiveFigures(state.shared)
    let sum = figures.rows.compactMap { form == .train ? $0.train : $0.deploy }.reduce(0, +)
    let whole = timing.profile.steps.map(\.median).reduce(0, +)
    #expect(abs(sum - whole) < 1e-9 * whole, "\(form): \(sum) against \(whole)")
    #expect(figures.rows.map(\.macs).reduce(0, +) == timing.macs, "\(form)")
    let counted = state.document.architecture(in: form).macs()
    #expect(timing.macs == counted, "the plan's multiply-adds in the \(form) form")
  }

  @Test("Sample times are the same every time and longer in the training form")
  func samplesAreDeterministic() throws {
    let times = try (0..<2).map { _ in
      try Form.allCases.map { form in
        try #require(FormTiming.sample(of: Fixture.document, in: form, threads: 2)).profile
      }
    }
    #expect(times[0].map(\.steps) == times[1].map(\.steps))
    #expect(times[0].map(\.history) == times[1].map(\.history))
    #expect(times[0][0].whole.median > times[0][1].whole.median)
  }

  @Test("The training form lists the steps of the selected block and what folding saves")
  func trainingFormListsSteps() {
    let text = text(state(form: .train))
    for wanted in ["norm 3x3", "conv1x1", "norm 1x1", "norm identity", "relu", "folding saves"] {
      #expect(text.contains(wanted), "\(wanted) is missing in\n\(text)")
    }
  }

  @Test("The peak of live activations is named with its step")
  func peakIsNamed() throws {
    let state = state(form: .deploy)
    let memory = try #require(state.live.timing(of: .deploy)).memory
    let peak = "deploy peak \(Numbers.bytes(memory.compulsoryPeak))"
    #expect(text(state).contains(peak), "\(peak) is missing in\n\(text(state))")
  }

  @Test("A failure is shown in words")
  func failureIsShown() {
    var state = state(isMeasured: false)
    state.receive(.failure("the engine cannot run: no memory"))
    #expect(text(state).contains("the engine cannot run"), "\(text(state))")
    #expect(text(state).contains("stopped"))
  }

  @Test("The selected block is in sight whatever the order and the size")
  func selectionIsInSight() {
    for order in RowOrder.allCases {
      for path in Fixture.document.paths {
        let size = Size(width: 60, height: 16)
        let commands: [Command] = [
          .sampleTiming, .show(.live), .order(order), .select(path),
        ]
        let state = Fixture.state(size: size, commands: commands)
        let text = text(state)
        #expect(text.contains("▶ \(path.description.fitted(to: 9))"), "\(order) \(path)\n\(text)")
      }
    }
  }

  @Test("Every size is drawn inside its area", arguments: Form.allCases, [true, false])
  func everySizeIsDrawn(form: Form, isMeasured: Bool) {
    for size in Fixture.sizes {
      for (glyphs, depth) in Fixture.looks {
        let state = state(
          size: size,
          glyphs: glyphs,
          depth: depth,
          form: form,
          isMeasured: isMeasured
        )
        let configuration = "\(size) \(form) \(glyphs) \(depth) measured \(isMeasured)"
        expectDrawingStaysInside(state.liveView, size, state.pen, configuration)
      }
    }
  }

  @Test("The screen looks as recorded", arguments: Form.allCases)
  func looksAsRecorded(form: Form) throws {
    for (width, height) in [(100, 30), (80, 24)] {
      let size = Size(width: width, height: height)
      let state = state(size: size, glyphs: .ascii, depth: .mono, form: form)
      try expectSnapshot(
        state.body(of: state.liveView),
        "live-\(form.rawValue)-\(width)x\(height)"
      )
    }
  }
}
