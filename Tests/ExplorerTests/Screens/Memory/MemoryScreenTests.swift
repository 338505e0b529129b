import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The memory screen")
struct MemoryScreenTests {
  private func state(
    _ document: Document = Fixture.document,
    size: Size = Size(width: 100, height: 30),
    commands: [Command] = []
  ) -> State {
    var state = Fixture.state(document, size: size, commands: [.sampleTiming, .show(.memory)])
    state.meetNeeds()
    for command in commands { _ = state.perform(command) }
    state.meetNeeds()
    return state
  }

  private func text(_ state: State) -> String { state.render().lines.joined(separator: "\n") }

  private func screen(_ state: State) throws -> MemoryScreen {
    try #require(state.current as? MemoryScreen)
  }

  private func figures(_ state: State) throws -> MemoryFigures {
    try #require(MemoryFigures(state.shared, screen(state)))
  }

  @Test("says that it plans until the timelines are there, and why one is not to be had")
  func waiting() throws {
    let state = Fixture.state(commands: [.sampleTiming, .show(.memory)])
    #expect(text(state).contains("planning the steps"))
    var odd = Fixture.document.stored
    odd.stages[1].blocks[0].activation = .unsupported("GELU")
    let stuck = self.state(Document(Network(random: odd, seed: 1), title: "odd.rvg"))
    #expect(text(stuck).contains("GELU"), "\(text(stuck))")
  }

  @Test("begins at the fullest step of the selected block and follows the selection")
  func beginning() throws {
    var state = state(commands: [.select(BlockPath(stage: 2, block: 1))])
    for path in state.document.paths {
      _ = state.perform(.select(path))
      let figures = try figures(state)
      #expect(figures.step == figures.top.peakStep(of: path), "\(path)")
      #expect(figures.path == path)
    }
  }

  @Test("moves by steps and stops at the ends; the selection follows")
  func moving() throws {
    var state = state(commands: [.first])
    let count = try figures(state).top.steps.count
    for step in 0..<count + 3 {
      let figures = try figures(state)
      #expect(figures.step == min(step, count - 1))
      if let path = figures.path { #expect(state.selection == path, "step \(step)") }
      _ = state.press(.character("l"))
    }
    _ = state.perform(line: "step 1")
    #expect(try figures(state).step == 0)
    _ = state.perform(line: "step \(count + 1)")
    #expect(state.shared.fault?.description.contains("this form has \(count) steps") == true)
    #expect(try figures(state).step == 0)
  }

  @Test("goes from peak to peak, around the ends")
  func peaks() throws {
    var state = state(commands: [.first])
    let figures = try figures(state)
    let bytes = figures.bytes
    #expect(figures.peaks.count > 3)
    for peak in figures.peaks {
      #expect(peak == 0 || bytes[peak] > bytes[peak - 1], "\(peak)")
      _ = state.press(.character("n"))
      #expect(try self.figures(state).step == peak)
    }
    _ = state.press(.character("n"))
    #expect(try self.figures(state).step == figures.peaks.first)
    _ = state.press(.character("N"))
    #expect(try self.figures(state).step == figures.peaks.last)
  }

  @Test("counts maps, what the paper counts, or all that is allocated")
  func definitions() throws {
    var state = state()
    let timeline = try figures(state).top
    for (definition, bytes) in [
      ("maps", timeline.maps), ("extra", timeline.extra), ("all", timeline.bands.map(\.total)),
    ] {
      _ = state.perform(line: "definition \(definition)")
      #expect(try figures(state).bytes == bytes, "\(definition)")
    }
    _ = state.press(.character("d"))
    #expect(try figures(state).definition == .maps)
  }

  @Test("shows the form, and how its branches are run, that were chosen")
  func forms() throws {
    var state = state()
    #expect(try figures(state).form == .written && figures(state).otherForm == .deploy)
    _ = state.press(.character("b"))
    state.meetNeeds()
    #expect(try figures(state).form == .fused)
    _ = state.press(.character("t"))
    #expect(try figures(state).form == .deploy && figures(state).otherForm == .fused)
    let alone = self.state(Fixture.folded)
    #expect(try figures(alone).form == .deploy && figures(alone).otherForm == nil)
    #expect(try screen(alone).panes(alone.shared) == [.timeline, .held, .allocated])
  }

  @Test("takes a press on a column as its step, and one on the other form as that form")
  func presses() throws {
    var state = state(commands: [.first])
    let layout = state.current.layout(state.shared, in: state.shared.body)
    let area = Panel.interior(of: layout[.timeline])
    let press = { (place: Point, state: inout State) in
      _ = state.handle(Event.Mouse(button: .left, at: place.moved(dy: State.rowsAbove)))
    }
    press(area.origin.moved(dx: MemoryChart.gutter + 20, dy: 2), &state)
    #expect(try figures(state).step > 0)
    press(layout[.otherTimeline].origin.moved(dx: 5, dy: 2), &state)
    #expect(state.form == .deploy)
  }

  @Test("names in the status line what is counted beside the maps that are held")
  func countedOtherwise() throws {
    for (definition, words) in [
      ("maps", nil), ("extra", "without the input"), ("all", "with all padding"),
    ] {
      var state = state(commands: [.select(BlockPath(stage: 2, block: 1))])
      _ = state.perform(line: "definition \(definition)")
      let figures = try figures(state)
      let status = state.current.frame(state.shared, in: state.shared.body).status
      let held = figures.top.held(at: figures.step)
      let bytes = held.reduce(0) { $0 + $1.bytes }
      #expect(
        status.contains("holds \(Numbers.bytes(bytes)), \(held.count) maps held"),
        "\(status)"
      )
      let counted = words.map { "\(Numbers.bytes(figures.bytes[figures.step])) \($0)" }
      #expect(counted.map { status.hasSuffix($0) } ?? !status.contains("padding"), "\(status)")
    }
  }

  @Test("says the step and its bytes in the status line, and copies them")
  func words() throws {
    let state = state(commands: [.select(BlockPath(stage: 2, block: 1))])
    let figures = try figures(state)
    let bytes = figures.bytes[figures.step]
    #expect(
      state.current.frame(state.shared, in: state.shared.body).status.contains(
        "stage2.1 norm identity, holds \(Numbers.bytes(bytes))"
      )
    )
    #expect(state.current.copied(state.shared)?.hasSuffix("\t\(bytes)") == true)
  }
}
