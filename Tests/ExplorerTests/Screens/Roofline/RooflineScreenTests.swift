import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The roofline screen")
struct RooflineScreenTests {
  private func state(
    _ document: Document = Fixture.document,
    size: Size = Size(width: 100, height: 30),
    sample: Bool = true,
    glyphs: GlyphLevel = .block
  ) -> State {
    let commands: [Command] = (sample ? [.sampleTiming] : []) + [.show(.roofline)]
    var state = Fixture.state(document, size: size, glyphs: glyphs, commands: commands)
    state.meetNeeds()
    return state
  }

  private func text(_ state: State) -> String { state.render().lines.joined(separator: "\n") }

  private func figures(_ state: State) throws -> RooflineFigures {
    let screen = try #require(state.current as? RooflineScreen)
    return try #require(RooflineFigures(state.shared, cursor: screen.cursor))
  }

  /// Ceilings of round numbers with two threads, as a measurement would give them.
  private let ceilings = Ceilings(threads: 2, instructionSet: .best, lastCache: 1 << 30) {
    let giga: [Ceiling: Double] = [
      .peakOfOne: 50, .peak: 100, .level1: 400, .level2: 200, .memory: 20, .triad: 15,
    ]
    return Rate($0.unit, runs: [(giga[$0] ?? 0) * 0.5e9, (giga[$0] ?? 0) * 1e9])
  }

  @Test("says that it plans until the steps are known, and why there are none")
  func waiting() {
    #expect(text(Fixture.state(commands: [.show(.roofline)])).contains("planning the steps"))
    var odd = Fixture.document.stored
    odd.stages[1].blocks[0].activation = .unsupported("GELU")
    let stuck = state(Document(Network(random: odd, seed: 1), title: "odd.rvg"), sample: false)
    #expect(text(stuck).contains("GELU"), "\(text(stuck))")
  }

  @Test("counts the work of every step once, in both forms, measured or not")
  func work() throws {
    for sample in [true, false] {
      var state = state(sample: sample)
      for form in Form.allCases {
        _ = state.perform(.form(form))
        state.meetNeeds()
        let layers = try figures(state).layers
        let macs = layers.reduce(0) { $0 + $1.work.macs }
        #expect(macs == state.document.architecture(in: form).macs(), "\(form), sample \(sample)")
        #expect(layers.allSatisfy { ($0.microseconds != nil) == sample })
      }
    }
  }

  @Test("divides what was done by the time, and by what the machine gives")
  func rates() throws {
    var state = state()
    for form in Form.allCases {
      _ = state.perform(.form(form))
      let (figures, timing) = (try figures(state), try #require(state.live.timing(of: form)))
      #expect(figures.layers.count >= state.document.paths.count)
      for layer in figures.layers {
        // Once more by hand, over all steps of the plan.
        var (macs, products, time) = (0, 0, 0.0)
        for (step, median) in zip(timing.steps, timing.profile.steps) where layer.row.holds(step) {
          (macs, products) = (macs + step.macs, products + step.products)
          time += median.median
        }
        let rate = try #require(layer.rate)
        let kernels = try #require(layer.kernelRate)
        #expect((rate - 2 * Double(macs) / time * 1e6).magnitude <= 1e-6 * rate, "\(layer.name)")
        #expect(
          (kernels - 2 * Double(products) / time * 1e6).magnitude <= 1e-6 * kernels,
          "\(layer.name)"
        )
        // The imagined machine does 40,000 multiply-adds a microsecond with each of its two threads.
        let part = try #require(figures.partOfPeak(layer))
        #expect((part - kernels / 160e9).magnitude < 1e-12, "\(layer.name)")
      }
      let shares = figures.layers.compactMap(\.share).reduce(0, +)
      #expect((shares - 1).magnitude < 1e-9)
    }
  }

  @Test("shows no roof before one was measured, and says how")
  func notMeasured() throws {
    var state = state(sample: false)
    #expect(try figures(state).ceilings == nil && figures(state).roofline == nil)
    #expect(text(state).contains("Not measured yet with 2 threads"), "\(text(state))")
    #expect(text(state).contains("No times yet"), "\(text(state))")
    #expect(state.press(.character("m")) == [.ceilings])
    _ = state.receive(.ceilings(ceilings))
    #expect(try figures(state).ceilings == ceilings)
    #expect(text(state).contains("100 GFLOP/s") && text(state).contains("20.0 GB/s"))
    #expect(!text(state).contains("bound by the peak"), "nothing was timed")
    _ = state.perform(line: "threads 1")
    state.meetNeeds()
    #expect(try figures(state).ceilings == nil, "nothing was measured with one thread")
  }

  @Test("keeps illustrated times and measured roofs apart")
  func illustrated() throws {
    var state = state()
    _ = state.receive(.ceilings(ceilings))
    #expect(try figures(state).ceilings == .sample(threads: 2))
    #expect(state.shared.notice?.en.contains("illustrated") == true)
    for words in ["sample timing, not measured", "an imagined machine, not measured"] {
      #expect(text(state).contains(words), "\(text(state))")
    }
    _ = state.perform(line: "clear")
    state.meetNeeds()
    #expect(try figures(state).ceilings == ceilings && figures(state).timing == nil)
  }

  @Test("says of a layer above the roof that Winograd has fewer products")
  func winograd() throws {
    var state = state(sample: false)
    let timings = try Fixture.measure(1)
    var timing = try #require(timings[.deploy])
    // So fast that every definition is above the peak.
    timing = FormTiming(
      steps: timing.steps,
      profile: ProfileSnapshot(
        steps: timing.steps,
        runs: 1,
        times: [timing.steps.map { UInt64(max($0.products / 40, 1)) }],
        residentBytes: 0,
        residentPeakBytes: 0
      ),
      memory: timing.memory
    )
    _ = state.perform(.form(.deploy))
    _ = state.perform(line: "threads 2")
    state.receive(.timing(timing, .deploy))
    _ = state.receive(.ceilings(ceilings))
    for layer in try figures(state).layers where layer.saving > 1.25 {
      guard let path = layer.row.blockPath else { continue }
      _ = state.perform(.select(path))
      let rate = try #require(layer.rate)
      #expect(rate > 100e9 && layer.kernelRate.map { $0 <= 100e9 } == true, "\(layer.name)")
      state.shared.zoomed = .roofLayer
      #expect(text(state).contains("It stands above the roof"), "\(text(state))")
      #expect(text(state).contains("\(Numbers.fixed(layer.saving, 2))x"), "\(text(state))")
      state.shared.zoomed = nil
    }
  }

  @Test("trusts no roof that a layer's kernels are above, and says why")
  func disturbed() throws {
    var state = state(sample: false)
    _ = state.perform(.form(.deploy))
    let timing = try #require(try Fixture.measure(1)[.deploy])
    state.receive(.timing(timing, .deploy))
    let slow = Ceilings(threads: 2, instructionSet: .best, lastCache: nil) {
      Rate($0.unit, runs: [1e6])
    }
    _ = state.receive(.ceilings(slow))
    state.meetNeeds()
    let figures = try figures(state)
    let layer = try #require(figures.layer)
    #expect(figures.isAbovePeak(layer) && figures.binding(of: layer) == nil)
    #expect(text(state).contains("Its kernels are above the peak"), "\(text(state))")
    #expect(!text(state).contains("Bound by"), "\(text(state))")
  }

  @Test("moves between the layers; the selection follows, and a press on a point selects")
  func moving() throws {
    var state = state()
    let layers = try figures(state).layers
    _ = state.perform(.first)
    for (place, layer) in layers.enumerated() {
      #expect(try figures(state).selected == place)
      if let path = layer.row.blockPath { #expect(state.selection == path) }
      _ = state.press(.character("j"))
    }
    _ = state.perform(.first)
    let regions = state.current.regions(state.shared, in: state.shared.body)
    let points = regions.filter { $0.command.name == .select }
    #expect(points.count == state.document.paths.count)
    let last = try #require(points.last)
    _ = state.handle(Event.Mouse(button: .left, at: last.rect.origin.moved(dy: State.rowsAbove)))
    #expect(last.command == .select(state.selection))
  }

  @Test("explains a number by an equation, with or without times and ceilings")
  func explained() throws {
    for (sample, words) in [(true, "part of the peak"), (false, "FLOP for each byte")] {
      let state = state(sample: sample)
      let explanation = try #require(state.current.explained(state.shared))
      #expect(explanation.name.en.contains(words), "\(explanation.name.en)")
      #expect(explanation.remark.en.contains("not measured") == sample)
      let layer = try #require(try figures(state).layer)
      let value = try sample ? #require(figures(state).partOfPeak(layer)) : layer.work.intensity
      #expect((explanation.value - value).magnitude < 1e-12 * value)
    }
  }

  @Test("draws every size inside its area, at every level of signs")
  func sizes() {
    for document in [Fixture.document, Fixture.folded] {
      for (glyphs, depth) in Fixture.looks {
        let state = state(document, glyphs: glyphs)
        let pen = Pen(glyphs: glyphs, depth: depth, palette: state.pen.palette)
        let cursor = LiveRowID.block(state.selection)
        for size in Fixture.sizes {
          let view = RooflineView(state.shared, cursor: cursor)
          expectDrawingStaysInside(view, size, pen, "\(document.title) \(glyphs) \(size)")
        }
      }
    }
  }
}
