import Canvas
import RepCore
import Testing

@testable import Explorer

@Suite("Random keys")
struct KeyFuzzTests {
  private static let named: [Key] = [
    .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .backspace, .delete, .insert, .tab,
    .backTab, .enter, .escape, .function(1), .function(12), .control("l"), .control("u"),
    .control("d"), .control("p"), .control(" "),
  ]
  private static let characters: [Character] =
    Array("12345jkhlttggGGnN/?:[]o*-bivpc+=TAsSR qzzJJK") + [
      "é", "漢", "e\u{301}", "\u{7F}", "🙂",
    ]
  private static let lines = [
    "down 1000000", "right 1000000", "up 1000000", "left 1000000", "pair 1000000 1000000",
    "channel 1000000", "sort parameters", "select stage3.0", "sample-timing", "search 1x1", "fly",
    "threads +1000000", "threads -1000000", "help", "last", "expand-all", "select stage9.9", "set",
    "lang", "lang vi", "channel 3",
    "pair 1 0", "screen kernels; pair 2 0", "threads 2", "detail bias", "search 'a b'", "'",
    "set ema", "set none", "screen file", "open small.rvg", "open last.pt", "other-model", "close",
    "models", "sort-tensors", "copy", "zoom details", "zoom memory", "scroll 999999", "scroll -9",
    "branch 1x1", "branch none", "caption", "highlight diagram", "shot x.png numbers", "colormap",
    "wait 1", "tune", "screen maps", "view difference", "view branches", "rank", "picture 2",
    "draw",
    "paint 1 1", "zoom channels", "screen roofline", "screen compare", "compare models", "compare",
    "worst-block", "zoom ceilings", "zoom layer-work", "zoom answers",
  ]
  private static let pastes = ["q", "\u{1B}[A", "models/q.rvg\n:quit\n", "1x1 tên", "\t\r\n"]

  /// Three seeds on six documents: more than 100,000 in all.
  private static let steps = 5_600

  /// Thousands of keys, presses and pastes on every kind of document, a new size now and then, and answers that
  /// come or fail.
  @Test("keep every index in its range and draw every size", arguments: [1, 2, 3] as [UInt64])
  func invariants(seed: UInt64) {
    for (index, document) in Fixture.documents.enumerated() {
      var random = SeededRandom(seed: seed &* 31 &+ UInt64(index))
      var state = Fixture.state(document)
      state.askForSet()
      var recent: [String] = []
      for step in 0..<KeyFuzzTests.steps {
        let name = act(on: &state, &random)
        recent = recent.suffix(12) + [name]
        let place = "seed \(seed), document \(index), step \(step), after \(recent)"
        let faults = self.faults(of: state, draws: step.isMultiple(of: 25))
        guard faults.isEmpty else {
          Issue.record("\(faults) at \(place)")
          return
        }
      }
    }
  }

  private func act(on state: inout State, _ random: inout SeededRandom) -> String {
    func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    switch below(44) {
    case 0:
      state.size = Size(width: below(130), height: below(45))
      return "resize \(state.size)"
    case 1:
      let line = Self.lines[below(Self.lines.count)]
      answer(state.perform(line: line), of: &state, fails: below(4) == 0)
      return ":\(line)"
    case 40...41:
      let buttons: [Event.Mouse.Button] = [.left, .left, .left, .wheelUp, .wheelDown, .right]
      let point = Point(x: below(130) - 1, y: below(45) - 1)
      let mouse = Event.Mouse(button: buttons[below(buttons.count)], at: point)
      answer(state.handle(mouse), of: &state, fails: below(4) == 0)
      return "\(mouse)"
    case 42:
      let text = Self.pastes[below(Self.pastes.count)]
      _ = state.paste(text)
      return "paste \(text.debugDescription)"
    case 43:
      // What is lacking is found out, or the frame changes before.
      if below(2) == 0 { state.meetNeeds() } else { _ = state.lackedNeeds() }
      return "needs"
    case 2...13:
      let key = Self.named[below(Self.named.count)]
      _ = state.press(key)
      return key.name
    default:
      let key = Key.character(Self.characters[below(Self.characters.count)])
      _ = state.press(key)
      return key.name
    }
  }

  /// Gives the state what it asked to be read, or a failure.
  private func answer(_ effects: [Effect], of state: inout State, fails: Bool) {
    for case .read(let request) in effects {
      let error = FormatError(.damaged, en: "is cut short", vi: "bị cụt", path: "last.pt")
      let result =
        fails ? .failure(error) : Result(reading: request, with: Fixture.reader)
      _ = state.receive(result, for: request)
    }
  }

  private func faults(of state: State, draws: Bool) -> [String] {
    var faults: [String] = []
    func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
      if !holds { faults.append(what()) }
    }
    expect(state.selectedBlock != nil, "no block \(state.selection)")
    // A hidden screen settles when it is shown again.
    if state.screen == .tree {
      expect(state.treeRows.contains(state.tree.cursor), "hidden cursor \(state.tree.cursor)")
    }
    expect(state.document.hasTrainingForm || state.form == .deploy, "form \(state.form)")
    expect((1...2).contains(state.live.threads), "\(state.live.threads) threads")
    let sets = state.document.sets.indices
    expect(
      state.chooser.map { sets.contains($0.cursor.row) } ?? true,
      "set \(state.chooser as Any)"
    )
    let models = state.shared.workspace.models
    expect(models.indices.contains(state.shared.workspace.currentPlace), "no model")
    expect(models.count <= 3, "\(models.count) models")
    expect(
      state.shared.scroll.map { (0..<500).contains($0.offset) } ?? true,
      "scrolled to \(state.shared.scroll as Any)"
    )
    expect(
      state.shared.zoomed.map { state.current.panes(state.shared).contains($0) } ?? true,
      "zoomed on \(state.shared.zoomed as Any)"
    )
    expect(
      state.help.map { $0.offset >= 0 && $0.offset < 400 } ?? true,
      "help at \(state.help?.offset ?? 0)"
    )
    if let shape = state.selectedShape {
      expect(
        shape.branches.indices.contains(state.shared.branchIndex),
        "branch \(state.shared.branchIndex)"
      )
      expect((0..<shape.outputChannels).contains(state.shared.selection.output), "channel")
      expect((0..<shape.outputChannels).contains(state.shared.selection.output), "output channel")
      let inputs = shape.inputChannels / shape.groups
      expect(
        (0..<inputs).contains(state.shared.selection.input),
        "input channel \(state.shared.selection.input)"
      )
    }
    if draws {
      let grid = state.render()
      expect(grid.size == state.size, "a grid of \(grid.size) for \(state.size)")
    }
    return faults
  }
}
