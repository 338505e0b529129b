import Canvas
import RepCore
import Testing
import Words

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
      commands: timing + [.select(LiveTests.block), .form(form), .show(.live)]
    )
  }

  private func text(_ state: State) -> String {
    state.body(of: state.liveView).lines.joined(separator: "\n")
  }

  @Test("says of a network that more threads make slower that it is too small, and names another")
  func tooSmall() throws {
    var state = Fixture.state(size: Size(width: 140, height: 40), commands: [.show(.live)])
    func text() -> String {
      state.render().lines.joined(separator: " ").split { " │".contains($0) }.joined(separator: " ")
    }
    func measure(_ threads: Int, _ times: UInt64) throws {
      _ = state.perform(line: "threads \(threads)")
      for (form, timing) in try Fixture.measure(3) {
        let runs = [[UInt64]](repeating: timing.steps.map { _ in 1000 * times }, count: 3)
        let profile = ProfileSnapshot(
          steps: timing.steps,
          runs: 3,
          times: runs,
          residentBytes: 1,
          residentPeakBytes: 1
        )
        let slower = FormTiming(steps: timing.steps, profile: profile, memory: timing.memory)
        state.receive(.timing(slower, form))
      }
    }
    try measure(1, 2)
    #expect(!text().contains("slower on"), "one thread alone tells nothing")
    try measure(2, 3)
    #expect(text().contains("slower on 2 threads than on 1"), "\(text())")
    #expect(text().contains("zoo:RepVGG-A0"), "\(text())")
    _ = state.perform(line: "threads 1")
    #expect(!text().contains("slower on"), "the faster number of threads is chosen")
    try measure(2, 1)
    #expect(!text().contains("slower on"), "two threads are faster")
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
    let figures = LiveFigures(state.shared, cursor: state.liveScreen.cursor)
    let shown = figures.rows.compactMap(\.shown)
    let sum = shown.map(\.timing.median).reduce(0, +)
    let whole = timing.profile.steps.map(\.median).reduce(0, +)
    #expect(abs(sum - whole) < 1e-9 * whole, "\(form): \(sum) against \(whole)")
    #expect(figures.sum == sum, "the whole that shares are parts of")
    #expect(shown.map(\.macs).reduce(0, +) == timing.macs, "\(form)")
    #expect(shown.map(\.steps).reduce(0, +) == timing.steps.count, "\(form)")
    let moved = timing.steps.map { $0.weightBytes + $0.inputBytes + $0.outputBytes }.reduce(0, +)
    #expect(shown.map(\.bytes).reduce(0, +) == moved, "\(form)")
    let counted = state.document.architecture(in: form).macs()
    #expect(timing.macs == counted, "the plan's multiply-adds in the \(form) form")
  }

  @Test("The cursor reaches every row, and blocks are selected with it")
  func cursorReachesEveryRow() {
    for size in [Size(width: 80, height: 24), Size(width: 100, height: 30)] {
      var state = Fixture.state(size: size, commands: [.sampleTiming, .show(.live), .first])
      let rows = state.shared.liveRows
      #expect(rows.contains(.operation(.pool)) && rows.contains(.operation(.linear)), "\(rows)")
      for row in rows {
        #expect(state.liveScreen.cursor == row, "\(size)")
        let name = state.shared.name(of: row)
        #expect(text(state).contains("▶ \(name)"), "\(size) \(name)\n\(text(state))")
        #expect(state.liveView.status.hasPrefix(name), "\(state.liveView.status)")
        if let path = row.blockPath { #expect(state.selection == path) }
        _ = state.perform(.move(.down, 1))
      }
      _ = state.perform(.neighbour(-1))
      #expect(state.liveScreen.cursor == .block(state.selection), "another selection moves it back")
    }
  }

  @Test("Rows are sorted with the steps around the blocks", arguments: RowOrder.allCases)
  func sorting(_ order: RowOrder) {
    let state = Fixture.state(commands: [.sampleTiming, .order(order), .show(.live)])
    let rows = LiveFigures(state.shared, cursor: state.liveScreen.cursor).rows
    let times = rows.compactMap { $0.shown?.timing.median }
    switch order {
    case .time: #expect(times == times.sorted(by: >))
    case .macs:
      let macs = rows.compactMap { $0.shown?.macs }
      #expect(macs == macs.sorted(by: >))
    case .execution: #expect(rows.first?.name == "input" && rows.last?.name == "linear")
    case .parameters: #expect(rows.count == 10)
    }
  }

  @Test("A form that has no such step is told from one whose step takes no time")
  func absentStep() throws {
    var state = state(form: .deploy)
    let deploy = try #require(state.live.timing(of: .deploy))
    let train = try #require(state.live.timing(of: .train))
    // As engines do it that read the pictures themselves: the deploy form has no step for the input.
    let kept = deploy.steps.indices.filter { deploy.steps[$0].operation != .input }
    let steps = kept.map { deploy.steps[$0] }
    let timing = FormTiming(
      steps: steps,
      profile: ProfileSnapshot(
        steps: steps,
        runs: 1,
        times: [kept.map { UInt64(1000 * deploy.profile.steps[$0].median) }],
        residentBytes: 0,
        residentPeakBytes: 0
      ),
      memory: deploy.memory,
      isSample: true
    )
    state.receive(.timing(timing, .deploy))
    state.receive(.timing(train, .train))
    let figures = LiveFigures(state.shared, cursor: .operation(.input))
    let row = try #require(figures.selectedRow)
    #expect(row.deploy == nil && row.formWithout == .deploy && row.gain == nil)
    #expect(text(state).contains("○ no such step"), "\(text(state))")
    let view = LiveView(state.shared, cursor: .operation(.input))
    #expect(view.status == "input  no step of its own in the deploy form: another does its work")
    // Before the other form is measured nothing is known of it.
    state.shared.live.clear()
    state.receive(.timing(train, .train))
    let known = LiveFigures(state.shared, cursor: .operation(.input))
    #expect(known.rows.allSatisfy { $0.formWithout == nil })
  }

  @Test("Bars are on the scale of the medians, whatever an outlier took")
  func outlier() throws {
    var state = state(form: .train)
    let timing = try #require(state.live.timing(of: .train))
    let usual = timing.profile.steps.map { UInt64(1000 * $0.median) }
    let slow = usual.enumerated().map { $0.offset == 3 ? 1000 * $0.element : $0.element }
    let times = Array(repeating: usual, count: 9) + [slow]
    state.receive(
      .timing(
        FormTiming(
          steps: timing.steps,
          profile: ProfileSnapshot(
            steps: timing.steps,
            runs: 10,
            times: times,
            residentBytes: 0,
            residentPeakBytes: 0
          ),
          memory: timing.memory,
          isSample: true
        ),
        .train
      )
    )
    let figures = LiveFigures(state.shared, cursor: state.liveScreen.cursor)
    let longest = figures.rows.compactMap { $0.train?.timing.median }.max()
    #expect(figures.longest == longest)
    #expect(figures.rows.contains { ($0.train?.timing.p95 ?? 0) > 100 * figures.longest })
  }

  @Test("The legend has the colours of the bars")
  func legend() throws {
    let state = state()
    let grid = state.body(of: state.liveView)
    let bottom = grid.row(grid.size.height - 1)
    for (sign, style) in [("▀", state.pen.palette.otherBar), ("▄", state.pen.palette.bar)] {
      let cell = try #require(bottom.first { String($0.character) == sign })
      #expect(cell.style.foreground == style.foreground, "\(sign)")
    }
  }

  @Test("A file of one form does not promise both")
  func deployOnly() {
    let state = Fixture.state(Fixture.folded, commands: [.show(.live)])
    let words = text(state).split(separator: "\n").map { $0.dropFirst(62) }.joined(separator: " ")
    #expect(!words.contains("both forms"), "\(text(state))")
    #expect(words.contains("deploy form"), "\(text(state))")
  }

  @Test("A file of one form shows nothing that is about two", arguments: Language.allCases)
  func oneForm(language: Language) {
    for screen in ScreenID.all {
      for (document, isOne) in [(Fixture.folded, true), (Fixture.document, false)] {
        let size = Size(width: 160, height: 40)
        var state = Fixture.state(document, size: size, commands: [.sampleTiming, .show(screen)])
        state.shared.language = language
        let text = state.render().lines
        let place = "\(screen) of \(document.title)\n\(text.joined(separator: "\n"))"
        let train = " \(Form.train.word[language]) "
        if isOne {
          #expect(!text[text.count - 1].contains(" t "), "\(place)")
          // Behind the same key, another screen has bits.
          let isBits = screen == .distribution
          #expect(isBits || !text[text.count - 1].contains(" b "), "\(place)")
          #expect(!text.contains { $0.contains("▀\(train)") || $0.contains("┘t ") }, "\(place)")
          #expect(!text.contains { $0.contains("switches the form") }, "\(place)")
        } else {
          #expect(text[text.count - 1].contains(" t "), "\(place)")
        }
        guard screen == .live else { continue }
        let faster = LiveWords.columns.faster[language]
        #expect(text.contains { $0.contains(" \(faster) ") } != isOne, "\(place)")
      }
    }
  }

  @Test("What is slower is not written in the ink of gains")
  func slowerInk() {
    let palette = Palette.dark
    #expect(palette.style(ofGain: 0.97) == palette.warning)
    #expect(palette.style(ofGain: 1.2) == palette.good)
  }

  @Test("The legend has no underlined blanks, which would look like signs")
  func plainBlanks() {
    for (palette, depth) in [(Palette.light, ColorDepth.ansi16), (.dark, .mono), (.print, .ansi16)]
    {
      var state = state(depth: depth)
      state.shared.look.theme = palette == .light ? .light : palette == .dark ? .dark : .print
      let grid = state.body(of: state.liveView)
      let bottom = grid.row(grid.size.height - 1)
      let underlined = bottom.filter {
        $0.character == " " && $0.style.attributes.contains(.underline)
      }
      #expect(underlined.isEmpty, "\(depth): \(grid.lines[grid.size.height - 1])")
    }
  }

  @Test("Where times are missing, the screens say what there is to wait for")
  func untilTimes() {
    for screen in [ScreenID.tree, .block, .live] {
      var state = Fixture.state(
        size: Size(width: 140, height: 60),
        commands: [.show(screen)]
      )
      func words() -> String {
        state.render().lines.joined(separator: " ").split { " │".contains($0) }
          .joined(separator: " ")
      }
      state.shared.live.isRunning = false
      #expect(words().contains("p runs the engine"), "\(screen): \(words())")
      state.shared.live.isRunning = true
      #expect(words().contains("the engine is being made"), "\(screen): \(words())")
      #expect(!words().contains("p runs"), "\(screen): \(words())")
      state.receive(.failure(Text(en: "no memory", vi: "hết bộ nhớ")))
      #expect(words().contains("the engine has stopped"), "\(screen): \(words())")
      #expect(!words().contains("p runs"), "\(screen): \(words())")
    }
  }

  @Test("The gain is given with its reason: steps, and bytes of maps")
  func reason() throws {
    let state = state(size: Size(width: 200, height: 60))
    let train = try #require(state.live.timing(of: .train))
    let deploy = try #require(state.live.timing(of: .deploy))
    let words = text(state).split(separator: "\n").map { $0.dropFirst(140) }.joined(separator: " ")
    for wanted in [
      "\(train.steps.count) steps become \(deploy.steps.count)", Numbers.bytes(train.mapBytes),
      Numbers.bytes(deploy.mapBytes),
    ] {
      #expect(words.contains(wanted), "\(wanted) is missing in\n\(text(state))")
    }
    #expect(train.mapBytes == train.steps.map { $0.inputBytes + $0.outputBytes }.reduce(0, +))
  }

  @Test("Time that grows is called more time")
  func slower() {
    #expect(LiveWords.gain(macs: 1.11, time: 1.6).en == "1.11x fewer MACs, 1.60x less time")
    #expect(LiveWords.gain(macs: 1.11, time: 0.8).en == "1.11x fewer MACs, 1.25x more time")
  }

  @Test("Sample times are the same every time and longer in the training form")
  func samplesAreDeterministic() throws {
    let times = try (0..<2).map { _ in
      try Form.allCases.map { form in
        let settings = EngineSettings(threads: 2)
        return try #require(FormTiming.sample(of: Fixture.document, in: form, settings)).profile
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
    let failure = Text(
      en: "the engine cannot run: no memory",
      vi: "engine không chạy được: hết bộ nhớ"
    )
    state.receive(.failure(failure))
    #expect(text(state).contains("the engine cannot run"), "\(text(state))")
    #expect(text(state).contains("stopped"))
    _ = state.perform(line: "lang vi")
    #expect(text(state).contains("engine không chạy được"), "\(text(state))")
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

  @Test("The screen looks as recorded", arguments: Form.allCases, Language.allCases)
  func looksAsRecorded(form: Form, language: Language) throws {
    for (width, height) in [(60, 16), (80, 24), (100, 30), (200, 60)] {
      var state = state(
        size: Size(width: width, height: height),
        glyphs: .ascii,
        depth: .mono,
        form: form
      )
      _ = state.perform(.language(language))
      let suffix = language == .en ? "" : "-\(language)"
      try expectSnapshot(
        state.body(of: state.liveView),
        "live-\(form.rawValue)\(suffix)-\(width)x\(height)"
      )
    }
  }
}
