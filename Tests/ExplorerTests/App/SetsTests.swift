import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("A file of several sets")
struct SetsTests {
  /// The state of a file that was just opened.
  private func asking() -> State {
    var state = Fixture.state(Fixture.twoSets)
    state.askForSet()
    return state
  }

  private func text(_ state: State) -> String { state.render().lines.joined(separator: "\n") }

  @Test("asks at the start which set to look at, the first one selected")
  func asks() {
    let text = text(asking())
    for words in ["Which set?", "last.pt holds 2 sets", "▶ model", "ema", "Esc leaves"] {
      #expect(text.contains(words), "\(words) is missing in\n\(text)")
    }
    var single = Fixture.state()
    single.askForSet()
    #expect(single.chooser == nil, "one set leaves nothing to choose")
  }

  @Test("goes on with the first set on Enter, and reads nothing again")
  func enterOpensTheFirst() {
    var state = asking()
    let effects = state.press(.enter)
    #expect(effects == [], "\(effects)")
    #expect(state.chooser == nil)
  }

  @Test("reads the chosen set in the way that the first was read")
  func otherSetIsRead() {
    let options = ReadingOptions(epsilon: 1e-3, extent: 16)
    let document = Document(
      Fixture.opened(set: "model"),
      title: "last.pt",
      from: .file("last.pt"),
      options: options
    )
    var state = Fixture.state(document)
    state.askForSet()
    _ = state.press(.down)
    let wanted = ReadingOptions(set: "ema", epsilon: 1e-3, extent: 16)
    let request = ReadingRequest(
      source: .file("last.pt"),
      options: wanted,
      replaces: state.shared.workspace.current.id
    )
    #expect(state.press(.enter) == [.read(request)])
    #expect(state.render().lines[28].contains("reading set ema"), "\(text(state))")
  }

  @Test(
    "leaves on Escape at the start, and on q at any time",
    arguments: [Key.escape, .character("q")]
  )
  func leaves(_ key: Key) {
    var state = asking()
    let hints = state.render().lines.last ?? ""
    #expect(hints.contains("Escape leave") && !hints.contains("close"), "\(hints)")
    #expect(state.press(key) == [.quit])
  }

  @Test("closes on Escape when the list was asked for later")
  func closes() {
    var state = Fixture.state(Fixture.twoSets)
    _ = state.press(.character("S"))
    #expect(state.chooser?.isFirst == false)
    #expect(text(state).contains("open now"), "\(text(state))")
    #expect(state.press(.escape) == [])
    #expect(state.chooser == nil)
  }

  @Test("keeps keys of the screens away while a set is chosen")
  func otherKeys() {
    var state = asking()
    for key in "2t/:?" {
      #expect(state.press(.character(key)) == [])
      #expect(state.notice?.contains("does nothing here") == true, "\(key)")
    }
    #expect(
      state.screen == .tree && state.palette == nil && state.searching == nil && state.help == nil
    )
  }

  @Test("shows the other set on the same screen, at the same block")
  func takesOver() throws {
    let path = BlockPath(stage: 1, block: 1)
    var state = Fixture.state(
      Fixture.twoSets,
      size: Size(width: 140, height: 30),
      commands: [.select(path), .show(.block), .form(.deploy)]
    )
    let request = try #require(state.perform(.set("ema")).reading)
    let effects = state.receive(Result(reading: request, with: Fixture.reader), for: request)
    #expect(effects == [.document], "\(effects)")
    #expect(state.lackedNeeds() == [AnyNeed(CheckNeed(path))], "the new set's block is not checked")
    #expect(state.document.opened?.set == "ema" && state.document.title == "last.pt")
    #expect(state.screen == .block && state.selection == path && state.form == .deploy)
    #expect(text(state).contains(", ema"), "\(text(state))")
  }

  @Test("stays as it is when the other set cannot be read, and says why")
  func failure() throws {
    var state = Fixture.state(Fixture.twoSets)
    let request = try #require(state.perform(.set("ema")).reading)
    let error = FormatError(
      .damaged,
      en: "the pickle ends early",
      vi: "pickle kết thúc quá sớm",
      path: "/tmp/last.pt"
    )
    #expect(state.receive(.failure(error), for: request) == [])
    #expect(state.notice == "cannot open set ema: the pickle ends early")
    #expect(state.document.opened?.set == "model" && state.shared.readings.isEmpty)
  }

  @Test("drops an answer that nobody waits for any more")
  func staleAnswer() throws {
    var state = Fixture.state(Fixture.twoSets)
    let request = try #require(state.perform(.set("ema")).reading)
    _ = state.perform(.set("model"))
    #expect(state.receive(Result(reading: request, with: Fixture.reader), for: request) == [])
    #expect(state.document.opened?.set == "model")
  }

  @Test("says which sets there are when there is no such one")
  func unknownSet() {
    var state = Fixture.state(Fixture.twoSets)
    #expect(state.perform(.set("optimizer")) == [])
    #expect(state.notice == "no set 'optimizer'; there are model, ema")
    var single = Fixture.state()
    #expect(single.perform(.set(nil)) == [])
    #expect(single.notice?.contains("one set") == true)
  }

  @Test("is read anew in the way that it was read, and says so")
  func reload() throws {
    let options = ReadingOptions(set: "model", extent: 16)
    var state = Fixture.state(
      Document(
        Fixture.opened(set: "model"),
        title: "last.pt",
        from: .file("last.pt"),
        options: options
      )
    )
    var request = ReadingRequest(
      source: .file("last.pt"),
      options: options,
      replaces: state.shared.workspace.current.id
    )
    #expect(state.press(.character("r")) == [.read(request)])
    #expect(state.render().lines[28].contains("reading anew"), "\(text(state))")
    let effects = state.receive(Result(reading: request, with: Fixture.reader), for: request)
    #expect(state.notice == "read anew" && effects == [.document])
    let next = try #require(state.perform(.reload).reading)
    request = next
    let damage = FormatError(.damaged, en: "is cut short", vi: "bị cụt", path: "last.pt")
    #expect(state.receive(.failure(damage), for: request).isEmpty)
    #expect(state.notice == "cannot read it anew: is cut short")
    var made = Fixture.state()
    #expect(made.perform(.reload) == [] && made.notice == "this network comes from no file")
  }

  @Test("says on every screen that it has changed, whatever else is to be said")
  func changed() {
    for screen in ScreenID.all {
      var state = Fixture.state(Fixture.twoSets, commands: [.show(screen), .run(true)])
      #expect(!text(state).contains("has changed"))
      state.shared.fileHasChanged = true
      #expect(text(state).contains("the file has changed; r reads it anew"), "\(text(state))")
    }
  }

  @Test("can be switched by a script")
  func script() throws {
    var state = Fixture.state(Fixture.twoSets)
    try state.play(
      Command.script("screen file; set ema"),
      read: Fixture.reader,
      write: Fixture.noPictures
    )
    #expect(state.document.opened?.set == "ema" && state.screen == .file)
    let check = state.shared.answers.check(of: state.selection)
    #expect(check != nil, "the new set's block was not checked")
  }

  @Test("is switched by the loop when the answer has come")
  func loop() throws {
    let terminal = WaitingTerminal(
      for: "set ema is open",
      script: [.key(.character("S")), .key(.down), .key(.enter)]
    )
    var loop = ExplorerLoop(
      Fixture.state(Fixture.twoSets),
      on: terminal,
      read: Fixture.reader,
      write: Fixture.noPictures
    )
    _ = try loop.run()
  }

  @Test("is checked also where a script has opened it")
  func scriptInTheLoop() throws {
    let terminal = WaitingTerminal(for: "verdict", script: [])
    var loop = ExplorerLoop(
      Fixture.state(Fixture.twoSets),
      on: terminal,
      read: Fixture.reader,
      write: Fixture.noPictures
    )
    _ = try loop.run([.set("ema"), .show(.block)])
  }

  @Test("floats over the screen, which stays in sight around the list")
  func floats() {
    let (screen, asked) = (Fixture.state(Fixture.twoSets).render(), asking().render())
    let rows = screen.lines.indices.dropFirst().dropLast(2)
    let kept = rows.filter { screen.lines[$0] == asked.lines[$0] }
    #expect(kept.count >= 15, "\(asked.lines.joined(separator: "\n"))")
    #expect(rows.allSatisfy { screen.row($0).prefix(18) == asked.row($0).prefix(18) })
  }

  @Test(
    "The list looks as recorded",
    arguments: [(60, 16), (80, 24), (100, 30), (200, 60)],
    Language.allCases
  )
  func looksAsRecorded(_ extent: (width: Int, height: Int), language: Language) throws {
    let (width, height) = extent
    var state = Fixture.state(
      Fixture.twoSets,
      size: Size(width: width, height: height),
      glyphs: .ascii,
      depth: .mono
    )
    _ = state.perform(.language(language))
    state.askForSet()
    let suffix = language == .en ? "" : "-\(language)"
    try expectSnapshot(state.render(), "sets\(suffix)-\(width)x\(height)")
  }
}
