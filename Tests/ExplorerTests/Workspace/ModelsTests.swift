import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("Several models")
struct ModelsTests {
  private static let small = ModelSource.file("small.rvg")
  private static let path = BlockPath(stage: 1, block: 1)

  /// The state of two open models, the second of which is shown.
  private func two(size: Size = Size(width: 100, height: 30)) throws -> State {
    var state = Fixture.state(Fixture.twoSets, size: size)
    try state.play([.open("small.rvg")], read: Fixture.reader, write: Fixture.noPictures)
    return state
  }

  private func text(_ state: State) -> String { state.render().lines.joined(separator: "\n") }

  @Test("are opened by a command, and each keeps where one stood in it")
  func stands() throws {
    var state = Fixture.state(
      Fixture.twoSets,
      commands: [.select(ModelsTests.path), .show(.kernels), .form(.deploy)]
    )
    let before = state.render()
    try state.play([.open("small.rvg")], read: Fixture.reader, write: Fixture.noPictures)
    #expect(state.document.title == "small.rvg" && state.screen == .kernels)
    #expect(state.notice == "small.rvg is open; ' goes back")
    #expect(state.form == .train && state.selection == state.document.paths[0])
    #expect(state.render().lines[0].contains("2/2"), "\(state.render().lines[0])")
    #expect(state.press(.character("'")) == [.document])
    #expect(state.selection == ModelsTests.path && state.form == .deploy)
    #expect(state.render().lines.dropFirst().dropLast(2) == before.lines.dropFirst().dropLast(2))
    #expect(state.press(.character("'")) == [.document] && state.document.title == "small.rvg")
  }

  @Test("are not read twice: what is open already is shown")
  func openTwice() throws {
    var state = try two()
    #expect(state.perform(.open("last.pt")) == [.document] && state.document.title == "last.pt")
    #expect(state.perform(.open("last.pt")) == [] && state.shared.readings.isEmpty)
    #expect(state.shared.workspace.models.count == 2)
  }

  @Test("can be read behind the screen, which stays")
  func behind() throws {
    var state = Fixture.state(Fixture.twoSets)
    let request = try #require(state.open(ModelsTests.small, isShown: false).reading)
    #expect(text(state).contains("reading small.rvg"), "\(text(state))")
    #expect(state.receive(Result(reading: request, with: Fixture.reader), for: request) == [])
    #expect(state.document.title == "last.pt" && state.shared.workspace.models.count == 2)
    #expect(state.notice == "small.rvg is open too; M lists the models")
  }

  @Test("that cannot be read leave all as it is, and say why")
  func failure() {
    var state = Fixture.state(Fixture.twoSets)
    #expect(throws: CommandError.self) {
      try state.play([.open("absent.pth")], read: Fixture.reader, write: Fixture.noPictures)
    }
    #expect(state.notice == "absent.pth: is not there")
    #expect(state.shared.workspace.models.count == 1 && state.shared.readings.isEmpty)
  }

  @Test("that nobody waits for any more are dropped")
  func cancelled() throws {
    var state = Fixture.state(Fixture.twoSets)
    let request = try #require(state.open(ModelsTests.small).reading)
    #expect(state.perform(line: "cancel") == [.cancel])
    #expect(state.receive(Result(reading: request, with: Fixture.reader), for: request) == [])
    #expect(state.shared.workspace.models.count == 1)
  }

  @Test("are listed, shown and closed by keys, all but the last")
  func list() throws {
    var state = try two()
    _ = state.press(.character("M"))
    let list = text(state)
    #expect(list.contains("Open models") && list.contains("• small.rvg"), "\(list)")
    #expect(list.contains("last.pt"), "\(list)")
    _ = state.press(.up)
    #expect(state.press(.enter) == [.document])
    #expect(state.layers.isEmpty && state.document.title == "last.pt")
    _ = state.press(.character("M"))
    #expect(state.press(.character("d")) == [.document])
    #expect(state.document.title == "small.rvg" && state.shared.workspace.models.count == 1)
    #expect(state.press(.character("d")) == [])
    #expect(state.notice?.contains("only model") == true, "\(state.notice ?? "")")
    #expect(state.shared.workspace.models.count == 1)
    _ = state.press(.escape)
    #expect(state.perform(line: "other-model") == [])
    #expect(state.notice?.contains("only model") == true)
  }

  @Test("are closed one that is not shown without a change of the screen")
  func closingAnother() throws {
    var state = try two()
    for key in [Key.character("M"), .up] { _ = state.press(key) }
    #expect(state.press(.character("d")) == [])
    #expect(state.document.title == "small.rvg" && state.shared.workspace.models.count == 1)
  }

  @Test("read anew while another is shown take over in their place")
  func readAnewBehind() throws {
    var state = try two()
    _ = state.perform(line: "other-model")
    let request = try #require(state.perform(.set("ema")).reading)
    _ = state.perform(line: "other-model")
    #expect(state.receive(Result(reading: request, with: Fixture.reader), for: request) == [])
    #expect(state.document.title == "small.rvg")
    _ = state.perform(line: "other-model")
    #expect(state.document.opened?.set == "ema")
  }

  @Test("take the choice of a set away where they have none")
  func noSets() throws {
    var state = Fixture.state(Fixture.twoSets, commands: [.set(nil)])
    let request = try #require(state.open(ModelsTests.small).reading)
    #expect(state.chooser != nil)
    _ = state.receive(Result(reading: request, with: Fixture.reader), for: request)
    #expect(state.document.title == "small.rvg" && state.chooser == nil)
    #expect(state.press(.enter) == [], "the tree takes the key")
  }

  @Test("closed before they were read anew are not opened again")
  func closedMeanwhile() throws {
    var state = try two()
    _ = state.perform(line: "other-model")
    let request = try #require(state.perform(.set("ema")).reading)
    _ = state.perform(line: "close")
    #expect(state.receive(Result(reading: request, with: Fixture.reader), for: request) == [])
    #expect(state.shared.workspace.models.count == 1 && state.document.title == "small.rvg")
  }

  @Test("keep their answers apart, and ask again for what was not answered when they were left")
  func answers() throws {
    var state = Fixture.state(Fixture.twoSets, commands: [.show(.block)])
    let request = try #require(state.open(ModelsTests.small).reading)
    _ = state.receive(Result(reading: request, with: Fixture.reader), for: request)
    let (need, head) = (AnyNeed(CheckNeed(state.selection)), AnyNeed(HeadNeed()))
    #expect(state.lackedNeeds() == [need, head])
    _ = state.perform(line: "other-model; other-model")
    #expect(state.lackedNeeds() == [need, head], "whoever was to find it out is gone")
    for need in [need, head] { state.shared.answers.receive(.nothing, to: need) }
    _ = state.perform(line: "other-model")
    let other = AnyNeed(CheckNeed(state.selection))
    #expect(state.lackedNeeds() == [other], "another model's answer is not this")
    _ = state.perform(line: "other-model")
    #expect(state.lackedNeeds() == nil, "what was found out is kept")
  }

  @Test("are read anew when they were written, once more where that was during the reading")
  func following() throws {
    var state = try two()
    let source = ModelSource.file("last.pt")
    let request = try #require(state.follow(source).reading)
    #expect(state.follow(source) == [], "it is being read")
    #expect(state.follow(.file("other.pt")) == [], "that is not open")
    let before = state.shared.workspace.models[0].id
    let effects = state.receive(Result(reading: request, with: Fixture.reader), for: request)
    let now = state.shared.workspace.models[0].id
    #expect(now != before && state.document.title == "small.rvg")
    let again = try #require(effects.reading, "what was written during the reading is not read")
    #expect(again.replaces == now && effects.count == 1)
    #expect(state.receive(Result(reading: again, with: Fixture.reader), for: again) == [])
    #expect(state.shared.readings.isEmpty)
  }

  @Test("have a list that is drawn inside every size, in both languages")
  func sizes() throws {
    var state = try two()
    _ = state.press(.character("M"))
    for language in Language.allCases {
      _ = state.perform(.language(language))
      for size in Fixture.sizes {
        state.size = size
        #expect(state.render().size == size)
      }
    }
  }
}
