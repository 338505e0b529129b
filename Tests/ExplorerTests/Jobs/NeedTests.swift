import Dispatch
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
    let (near, far) = (AnyNeed(TensorNeed("near")), AnyNeed(TensorNeed("far")))
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
    let need = AnyNeed(CheckNeed(NeedTests.path))
    #expect(answers.lacking([need]) == [need])
    answers.giveUp()
    #expect(answers.lacking([need]) == [need])
  }

  @Test("is the check of the selected block on every screen", arguments: ScreenID.all)
  func selectedBlock(screen: ScreenID) throws {
    var state = Fixture.state(commands: [.select(NeedTests.path), .show(screen)])
    #expect(state.needs.first == AnyNeed(CheckNeed(NeedTests.path)))
    try state.play([.named(.redraw)], read: Fixture.reader, write: Fixture.noPictures)
    let check = try #require(state.shared.answers.check(of: NeedTests.path))
    #expect(check.passes() && check.path == NeedTests.path)
    #expect(state.lackedNeeds() == nil, "\(state.needs)")
  }

  @Test("has the answer that the document gives, or none")
  func answering() throws {
    let document = Fixture.twoSets
    let name = try #require(document.opened?.tensors.keys.sorted().first)
    let context = JobContext()
    let statistics = try #require(TensorNeed(name).find(in: document, context))
    let values = try #require(document.opened?.tensors[name]).floats()
    #expect(statistics.range?.minimum == values.min().map(Double.init))
    let none = [
      AnyNeed(TensorNeed("no such")), AnyNeed(CheckNeed(BlockPath(stage: 9, block: 9))),
    ]
    for need in none {
      guard case .nothing? = need.find(in: document, context) else {
        Issue.record("\(need) has an answer")
        continue
      }
    }
  }

  @Test("of two kinds are not the same, whatever they are about")
  func kinds() {
    let path = NeedTests.path
    #expect(AnyNeed(CheckNeed(path)) != AnyNeed(SharesNeed(path)))
    #expect(AnyNeed(CheckNeed(path)) == AnyNeed(CheckNeed(path)))
    var answers = Answers()
    answers.receive(.refused(Text(name: "no")), to: AnyNeed(SharesNeed(path)))
    #expect(answers.refusal(of: SharesNeed(path)) == Text(name: "no"))
    #expect(!answers.isKnown(CheckNeed(path)) && answers.refusal(of: CheckNeed(path)) == nil)
  }

  @Test("that the user gives up is begun anew when it comes back, not before")
  func comingBack() {
    var answers = Answers()
    let (long, other) = (AnyNeed(TensorNeed("long")), AnyNeed(TensorNeed("other")))
    #expect(answers.lacking([long]) == [long])
    answers.giveUp(long)
    #expect(answers.refusal(of: TensorNeed("long"))?.en.contains("given up") == true)
    #expect(answers.lacking([long]) == nil, "it is shown, and nobody waits for it")
    #expect(answers.lacking([other]) == [other])
    #expect(answers.lacking([long]) == [long])
  }

  /// A need that lasts until nobody waits for it, and says how far it is.
  private struct EndlessNeed: Need {
    var title: Text { Text(en: "waiting", vi: "đang chờ") }

    func find(in document: Document, _ context: JobContext) throws -> Int? {
      while true {
        context.report(3, 7)
        try context.checkCancellation()
      }
    }
  }

  @Test("that takes long is shown with how far it is, and goes with the frame that shows it")
  func progress() {
    var state = Fixture.state(commands: [.show(.block)])
    let id = JobID.need(AnyNeed(CheckNeed(state.selection)))
    _ = state.lackedNeeds()
    let title = EndlessNeed().title
    _ = state.receive(.progress(JobStatus(id: id, title: title, done: 3, total: 7)))
    let line = state.render().lines[28]
    #expect(line.contains("waiting 3 of 7, x gives up"), "\(line)")
    _ = state.perform(.select(BlockPath(stage: 2, block: 0)))
    _ = state.lackedNeeds()
    #expect(state.shared.jobs.isEmpty, "\(state.shared.jobs)")
    _ = state.receive(.progress(JobStatus(id: id, title: title, done: 4, total: 7)))
    #expect(state.shared.jobs.isEmpty, "nobody waits for it any more")
  }

  @Test("that nobody waits for any more is dropped without a word", .timeLimit(.minutes(1)))
  func dropped() throws {
    let bell = DispatchSemaphore(value: 0)
    let runner = JobRunner { bell.signal() }
    let document = Fixture.document
    let (endless, check) = (AnyNeed(EndlessNeed()), AnyNeed(CheckNeed(NeedTests.path)))
    try runner.ask(only: [.find(endless, in: document)])
    var news: [JobRunner.News] = []
    while news.isEmpty {
      bell.wait()
      news = runner.takeNews()
    }
    guard case .progress(let status)? = news.first else {
      Issue.record("it says nothing of how far it is: \(news)")
      return
    }
    #expect(status.done == 3 && status.total == 7 && status.title == EndlessNeed().title)
    try runner.ask(only: [.find(check, in: document)])
    news = []
    while !news.contains(where: { if case .answer = $0 { true } else { false } }) {
      bell.wait()
      news += runner.takeNews()
    }
    let answered = news.compactMap { news in
      if case .answer(let id, _) = news { id } else { nil }
    }
    #expect(answered == [.need(check)])
  }
}
