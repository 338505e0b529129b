import Canvas
import Foundation
import RepCore
import Synchronization
import Testing
import Words

@testable import Explorer

@Suite("The compare screen")
struct CompareScreenTests {
  private func state(
    _ document: Document = Fixture.document,
    size: Size = Size(width: 100, height: 30),
    sample: Bool = true,
    glyphs: GlyphLevel = .block
  ) -> State {
    let commands: [Command] = (sample ? [.sampleTiming] : []) + [.show(.compare)]
    var state = Fixture.state(document, size: size, glyphs: glyphs, commands: commands)
    state.meetNeeds()
    return state
  }

  /// Two files, the first of which is shown: the training form, and the fold of `second`.
  private func two(_ second: Network = Fixture.network) throws -> State {
    let files = try [Fixture.network, second.folded()].map { try $0.reopened() }
    var state = Fixture.state(Document(files[0], title: "a.rvg"), commands: [.show(.compare)])
    _ = state.shared.workspace.add(Document(files[1], title: "b.rvg"))
    state.meetNeeds()
    return state
  }

  private func text(_ state: State) -> String { state.render().lines.joined(separator: "\n") }

  private func screen(_ state: State) throws -> CompareScreen {
    try #require(state.current as? CompareScreen)
  }

  private func figures(_ state: State) throws -> CompareFigures {
    try #require(CompareFigures(state.shared, screen(state)))
  }

  @Test("has each layer in both forms, and all of them add up to the network")
  func rows() throws {
    for sample in [true, false] {
      let state = state(sample: sample)
      let figures = try figures(state)
      #expect(figures.rows.compactMap(\.id?.blockPath) == state.document.paths)
      for form in Form.allCases {
        let side = { (row: CompareRow) in form == .train ? row.train : row.deploy }
        let total = try #require(side(figures.total))
        let rows = figures.rows.compactMap(side)
        #expect(total.work.macs == state.document.architecture(in: form).macs(), "\(form)")
        #expect(rows.reduce(0) { $0 + $1.steps.count } == total.steps.count, "\(form)")
        #expect(
          rows.reduce(0) { $0 + $1.work.compulsoryBytes } == total.work.compulsoryBytes,
          "\(form)"
        )
        #expect(rows.map(\.memory).max() == total.memory, "\(form)")
        #expect(rows.allSatisfy { ($0.microseconds != nil) == sample }, "\(form)")
      }
    }
  }

  @Test("answers whether the output changes, with the numbers of this network")
  func change() throws {
    let state = state()
    let forms = try #require(try figures(state).forms)
    let logits = try #require(forms.logits)
    let worst = try #require(forms.worst)
    #expect(text(state).contains("Does the output really not change?"))
    for words in [
      "It does not, but for rounding", Numbers.scientific(logits.relative),
      Numbers.scientific(worst.difference.relative), state.document.title(of: worst.path),
    ] {
      #expect(text(state).contains(words), "\(words) in\n\(text(state))")
    }
  }

  @Test(
    "answers why it is faster by shares of the measured time, and says where nothing is measured"
  )
  func faster() throws {
    let timing = try #require(state().live.timing(of: .train))
    var (all, passes, pointwise) = (0.0, 0.0, 0.0)
    for (step, time) in zip(timing.steps, timing.profile.steps) {
      all += time.median
      switch step.name {
      case "norm", "add", "relu": passes += time.median
      case "conv1x1": pointwise += time.median
      default: break
      }
    }
    let shares = TimeShares(timing)
    #expect((shares.passes - passes / all).magnitude < 1e-9 && passes > 0)
    #expect((shares.pointwise - pointwise / all).magnitude < 1e-9 && pointwise > 0)
    let shown = text(state(size: Size(width: 200, height: 60)))
    let percent = Numbers.percent(passes / all, 0)
    #expect(shown.contains("norms, sums and activations take \(percent)"), "\(shown)")
    #expect(shown.contains("(sample timing, not measured)"), "\(shown)")
    let unknown = text(state(sample: false))
    #expect(unknown.contains("How long they take was not measured"), "\(unknown)")
    #expect(!unknown.contains("times faster"), "\(unknown)")
  }

  @Test("goes to the block that is apart the most by one key")
  func worst() throws {
    var state = state()
    let worst = try #require(try figures(state).forms?.worst)
    _ = state.press(.character("n"))
    #expect(state.selection == worst.path)
    #expect(try screen(state).column == .difference)
    #expect(state.notice?.contains("apart the most") == true)
  }

  @Test("explains what is looked at, column by column")
  func explained() throws {
    var state = state()
    _ = state.perform(.select(BlockPath(stage: 2, block: 1)))
    for column in CompareColumn.allCases {
      #expect(try screen(state).column == column)
      let explanation = try #require(state.current.explained(state.shared), "\(column)")
      let row = try #require(try figures(state).row)
      let value =
        switch column {
        case .steps: Double((row.train?.steps.count ?? 0) - (row.deploy?.steps.count ?? 0))
        case .difference: row.difference?.relative
        default: CompareCells.times(row, column)
        }
      let wanted = try #require(value, "\(column)")
      #expect((explanation.value - wanted).magnitude <= 1e-9 * wanted, "\(column)")
      let status = state.current.frame(state.shared, in: state.shared.body).status
      #expect(status.contains(column.title.en), "\(status)")
      _ = state.press(.character("l"))
    }
    #expect(try screen(state).column == .difference, "there is no further column")
  }

  @Test("says of another model whether it is this one folded, block by block")
  func models() throws {
    var state = try two()
    #expect(text(state).contains("Does the output really not change?"))
    _ = state.press(.character("o"))
    state.meetNeeds()
    #expect(text(state).contains("Is b.rvg the folded a.rvg?"), "\(text(state))")
    #expect(
      text(state).contains("PASS the second file is the first folded, in all of its 7 blocks")
    )
    let comparison = try #require(try screen(state).models(state.shared))
    #expect(comparison.outcome == .folded)
    // The other way round nothing is folded.
    _ = state.perform(line: "other-model")
    state.meetNeeds()
    #expect(text(state).contains("FAIL"), "\(text(state))")
    _ = state.perform(line: "other-model; close")
    #expect(text(state).contains("PASS") == false)
  }

  @Test("gives a comparison of models up when nobody waits any more, and says how far it is")
  func given() throws {
    let state = try two()
    let need = ModelsNeed(try #require(state.shared.workspace.otherModel))
    #expect(throws: CancellationError.self) {
      _ = try need.find(in: state.document, JobContext(isCancelled: { true }))
    }
    let told = Mutex<[Int]>([])
    let context = JobContext(report: { done, total in
      told.withLock { $0.append(done) }
      #expect(total == 7)
    })
    #expect(try need.find(in: state.document, context)?.passes == true)
    #expect(told.withLock { $0 } == Array(1...7))
  }

  @Test("tells the same of the whole network as the live screen")
  func whole() throws {
    let state = state()
    let total = try figures(state).total
    for (form, side) in [(Form.train, total.train), (.deploy, total.deploy)] {
      #expect(side?.microseconds == state.live.timing(of: form)?.whole.median, "\(form)")
    }
  }

  @Test("finds the block of another model that is no fold, by one key")
  func wrong() throws {
    let path = BlockPath(stage: 2, block: 1)
    let other = Fixture.network.changingNorm(at: path) { $0.with(variance: 9, at: 3) }
    var state = try two(other)
    _ = state.press(.character("o"))
    state.meetNeeds()
    _ = state.press(.character("n"))
    #expect(state.selection == path, "\(text(state))")
    #expect(text(state).contains("the first block that differs is stage2.1"), "\(text(state))")
  }

  @Test("says what there is to open where nothing is to be compared")
  func nothing() throws {
    var alone = state(Fixture.folded)
    #expect(text(alone).contains("holds the deploy form alone"), "\(text(alone))")
    _ = alone.press(.character("o"))
    #expect(alone.shared.fault?.description.contains("no other model is open") == true)
    _ = alone.press(.character("n"))
    #expect(alone.shared.fault?.description.contains("no block was compared") == true)
    var memory = state()
    _ = memory.shared.workspace.add(Fixture.folded)
    _ = memory.press(.character("o"))
    memory.meetNeeds()
    #expect(text(memory).contains("is no file to compare"), "\(text(memory))")
  }

  @Test("draws every size inside its area, at every level of signs")
  func sizes() throws {
    for document in [Fixture.document, Fixture.folded] {
      for (glyphs, depth) in Fixture.looks {
        let state = state(document, glyphs: glyphs)
        let pen = Pen(glyphs: glyphs, depth: depth, palette: state.pen.palette)
        for size in Fixture.sizes {
          let view = CompareView(state.shared, try screen(state))
          expectDrawingStaysInside(view, size, pen, "\(document.title) \(glyphs) \(size)")
        }
      }
    }
  }
}

extension Network {
  /// The network as it is opened from a `.rvg` file.
  fileprivate func reopened() throws -> ModelFile.Opened {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("compare-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("model.rvg").path
    try ModelFile.write(self, to: path)
    return try ModelFile.inspect(path)
  }
}
