import RepCore
import Testing
import Words

@testable import Explorer

@Suite("What a frame needs")
struct NeedTests {
  private static let path = BlockPath(stage: 1, block: 0)

  @Test("is asked for once, and no more when the frame that shows it is gone")
  func asking() {
    var answers = Answers()
    let (near, far) = (Need.tensor("near"), Need.tensor("far"))
    #expect(answers.lacking([near, far]) == [near, far])
    #expect(answers.lacking([near, far]) == nil)
    #expect(answers.lacking([far]) == [far])
    #expect(answers.lacking([near, far]) == [near, far], "what came back is asked for again")
    answers.receive(.nothing, to: far)
    #expect(answers.missing == [near])
    #expect(answers.lacking([near, far]) == nil)
    #expect(answers.lacking([far]) == [], "nobody waits for what is hidden")
  }

  @Test("is asked for again when nobody could find it out")
  func givingUp() {
    var answers = Answers()
    let need = Need.check(NeedTests.path)
    #expect(answers.lacking([need]) == [need])
    answers.giveUp()
    #expect(answers.lacking([need]) == [need])
  }

  @Test("is the check of the selected block on every screen", arguments: ScreenID.all)
  func selectedBlock(screen: ScreenID) throws {
    var state = Fixture.state(commands: [.select(NeedTests.path), .show(screen)])
    #expect(state.needs.first == .check(NeedTests.path))
    try state.play([.named(.redraw)], read: Fixture.reader, write: Fixture.noPictures)
    let check = try #require(state.shared.answers.check(of: NeedTests.path))
    #expect(check.passes() && check.path == NeedTests.path)
    #expect(state.lackedNeeds() == nil, "\(state.needs)")
  }

  @Test("has the answer that the document gives, or none")
  func answering() throws {
    let document = Fixture.twoSets
    let name = try #require(document.opened?.tensors.keys.sorted().first)
    guard case .tensor(let statistics) = Need.tensor(name).answer(from: document) else {
      Issue.record("nothing is known of \(name)")
      return
    }
    let values = try #require(document.opened?.tensors[name]).floats()
    #expect(statistics.range?.minimum == values.min().map(Double.init))
    for need in [Need.tensor("no such"), .check(BlockPath(stage: 9, block: 9))] {
      guard case .nothing = need.answer(from: document) else {
        Issue.record("\(need) has an answer")
        continue
      }
    }
  }
}
