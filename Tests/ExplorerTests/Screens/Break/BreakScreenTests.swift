import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The screen of mistakes")
struct BreakScreenTests {
  private func state(
    on document: Document = Fixture.document,
    size: Size = Size(width: 100, height: 30),
    _ lines: String...
  ) throws -> State {
    let start: [Command] = [.sampleTiming, .select(BreakScreenTests.path), .show(.breaking)]
    var state = Fixture.state(document, size: size, commands: start)
    for line in lines {
      _ = state.perform(line: line)
      #expect(state.shared.fault == nil, "\(line): \(String(describing: state.shared.fault))")
    }
    state.meetNeeds()
    return state
  }

  private static let path = BlockPath(stage: 2, block: 1)

  private func text(_ state: State) -> String { state.render().lines.joined(separator: "\n") }

  private func row(_ name: String, in state: State) -> String {
    state.render().lines.first { $0.contains(name) }.map { String($0.prefix(64)) } ?? ""
  }

  /// The digits take seconds of the oracle, so that one state shows both.
  @Test(
    "tells of each mistake what fails first and how many digits stay right, and that accuracy may hide it"
  )
  func digits() throws {
    let state = try state(
      on: Fixture.digits(),
      size: Size(width: 120, height: 40),
      "mistake identity"
    )
    for (name, first, right) in [
      ("none", "-", "356"), ("epsilon forgotten", "stage0", "356"),
      ("norms use the batch", "stage0", "356"), ("identity shifted", "stage1.1", "155"),
      ("1x1 at a corner", "stage0", "24"), ("ReLU before the sum", "stage0", "130"),
    ] {
      let row = row(" \(name) ", in: state)
      #expect(row.contains(" \(first) ") && row.contains(" \(right) "), "\(name): \(row)")
    }
    let shown = text(state)
    #expect(shown.contains("right/360"))
    for (name, right) in [
      ("in every block", "155"), ("only in stage1.1", "336"), ("only in stage2.1", "357 (!)"),
      ("only in stage2.2", "356 (!)"),
    ] {
      let row = shown.split(separator: "\n").first { $0.contains("  \(name) ") } ?? ""
      #expect(row.contains(" \(right)"), "\(name): \(row)")
    }
    #expect(shown.contains("A wrong fold can keep the accuracy"))
    #expect(shown.contains("Up to 4 of 360 is noise"))
  }

  @Test("checks each block alone, and says which the mistake does not concern")
  func checks() throws {
    for mistake in Mistake.allCases {
      let state = try state("mistake \(mistake.rawValue)")
      let trial = try #require(
        state.shared.answers[MistakeNeed(mistake, only: nil, state.shared)]
      )
      for check in trial.checks {
        let row = state.render().lines.first {
          $0.hasPrefix("│  \(check.title) ") || $0.hasPrefix("│▶ \(check.title) ")
        }
        let shown = String(try #require(row, "\(check.title)\n\(text(state))").prefix(54))
        #expect(shown.contains(Numbers.scientific(check.error, 1)), "\(mistake) \(shown)")
        #expect(shown.contains(check.passes ? "PASS" : "FAIL"), "\(mistake) \(shown)")
        #expect(shown.contains("not concerned") == !check.isMade, "\(mistake) \(shown)")
        #expect(shown.contains(" first") == (check == trial.first), "\(mistake) \(shown)")
      }
    }
  }

  @Test("shows a value of the selected channel branch by branch, right and broken, and explains it")
  func example() throws {
    for mistake in Mistake.allCases where mistake != .winograd {
      let state = try state("mistake \(mistake.rawValue)", "channel 5")
      let block = try #require(state.document.network.block(at: BreakScreenTests.path))
      let example = try #require(MistakeExample(of: mistake, in: block, output: 5), "\(mistake)")
      let shown = text(state)
      for part in example.parts {
        let numbers = [part.right, part.broken].map { Numbers.signed($0, 4) }
        for number in numbers { #expect(shown.contains(number), "\(mistake) \(number)\n\(shown)") }
      }
      let explanation = try #require(state.current.explained(state.shared))
      #expect(explanation.value == example.broken, "\(mistake)")
    }
  }

  @Test("goes on in the stepper with the mistake, says so, and is undone by one key")
  func stepper() throws {
    var state = try state(on: Fixture.digits(), "pair 5 5")
    func folded() -> Double? { state.shared.selectedFold?.centre(output: 5, input: 5) }
    let right = try #require(folded())
    #expect(abs(right - 0.9218) < 5e-5)
    _ = state.perform(line: "mistake identity; screen fold; last")
    #expect(abs(try #require(folded()) - -0.0198) < 5e-5)
    state.meetNeeds()
    #expect(text(state).contains("BROKEN ON PURPOSE: identity shifted"), "\(text(state))")
    let trial = state.shared.answers[MistakeNeed(.identity, only: nil, state.shared)]
    let error = try #require(trial?.checks.first { $0.path == BreakScreenTests.path }).error
    #expect(text(state).contains("FAIL \(Numbers.scientific(error, 1))"), "\(text(state))")
    // Nothing but the stepper is broken.
    let check = try #require(state.shared.answers.check(of: BreakScreenTests.path))
    #expect(check.passes())
    for key in "mu" { _ = state.press(.character(key)) }
    #expect(state.screen == .breaking && state.shared.mistake == nil && folded() == right)
    _ = state.perform(line: "screen fold")
    #expect(!text(state).contains("BROKEN"))
  }

  @Test("makes the mistake under the cursor by Space, and undoes it by Space")
  func space() throws {
    var state = try state()
    for _ in 0..<3 { _ = state.press(.down) }
    _ = state.press(.character(" "))
    #expect(state.shared.mistake == MadeMistake(mistake: .identity, only: nil))
    #expect(text(state).contains("BROKEN ON PURPOSE: identity shifted in every block"))
    _ = state.press(.character("a"))
    #expect(state.shared.mistake == MadeMistake(mistake: .identity, only: BreakScreenTests.path))
    _ = state.press(.character(" "))
    #expect(state.shared.mistake == nil)
    for key in "gu" { _ = state.press(.character(key)) }
    #expect(text(state).contains("nothing is broken"))
  }

  @Test(
    "says of a network without pictures that accuracy is not known, and of a folded one why not"
  )
  func others() throws {
    let unlabelled = try state("mistake corner")
    #expect(text(unlabelled).contains("There are no pictures that fit"))
    #expect(row("1x1 at a corner", in: unlabelled).contains(" -- "), "\(text(unlabelled))")
    var folded = Fixture.state(Fixture.folded, commands: [.show(.breaking)])
    folded.meetNeeds()
    #expect(text(folded).contains("there is no fold to break"))
    _ = folded.press(.character(" "))
    #expect(folded.shared.mistake == nil)
  }

  @Test("selects the block whose row is pressed")
  func pressing() throws {
    var state = try state()
    let lines = state.render().lines
    let y = try #require(lines.firstIndex { $0.hasPrefix("│  stage3.0 ") })
    _ = state.handle(Event.Mouse(button: .left, at: Point(x: 5, y: y)))
    #expect(state.selection == BlockPath(stage: 3, block: 0))
  }
}
