import Canvas
import Foundation
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The palette")
struct PaletteTests {
  private func typed(_ text: String, in start: State = Fixture.state()) -> State {
    var state = start
    for key in ":" + text { _ = state.press(.character(key)) }
    return state
  }

  private func text(_ state: State) -> String { state.render().lines.joined(separator: "\n") }

  @Test("lists all commands, and with each letter those that fit, the best first")
  func fits() {
    let all = text(typed(""))
    #expect(
      all.contains("screen tree|block") && all.contains("\(CommandTable.all.count) fit"),
      "\(all)"
    )
    let some = Completion.all(for: "nb", Fixture.state().shared, on: .tree).map(\.title)
    #expect(some.first == "next-block", "\(some)")
    let none = text(typed("zzzz"))
    #expect(none.contains("no command fits"), "\(none)")
  }

  @Test("shows the key of a command")
  func keys() {
    #expect(Completion.all(for: "form", Fixture.state().shared, on: .tree).first?.keys == "t")
  }

  @Test("says that a line can be run, where nothing completes it, and shows keys whole")
  func wholeLine() {
    let pasted = text(typed("open models/q.rvg"))
    #expect(pasted.contains("Enter runs this line") && !pasted.contains("no command"), "\(pasted)")
    let keys = text(typed("previous-screen"))
    #expect(keys.contains("Shift-Tab"), "\(keys)")
  }

  @Test("completes arguments: choices, blocks, sets")
  func arguments() {
    let shared = Fixture.state(Fixture.twoSets).shared
    func lines(_ line: String) -> [String] {
      Completion.all(for: line, shared, on: .tree).map(\.line)
    }
    #expect(lines("screen k") == ["screen kernels", "screen block", "screen break"])
    #expect(lines("form ") == ["form train", "form deploy"])
    #expect(lines("up; form d") == ["up; form deploy"])
    #expect(lines("set e") == ["set ema", "set model"])
    #expect(lines("select 1.0").first == "select stage1.0", "\(lines("select 1.0"))")
    #expect(lines("quit now").isEmpty)
  }

  @Test("completes files, folder by folder, and published networks")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let models = folder.appendingPathComponent("models")
    try FileManager.default.createDirectory(at: models, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["10.pth", "9.pth", ".hidden"] {
      try Data().write(to: models.appendingPathComponent(name))
    }
    var state = typed("open \(folder.path)/mod")
    state.meetNeeds()
    _ = state.press(.tab)
    #expect(state.palette?.editor.line == "open \(folder.path)/models/")
    state.meetNeeds()
    func titles() -> [String] {
      Completion.all(for: state.palette?.editor.line ?? "", state.shared, on: .tree).map(\.title)
    }
    #expect(titles() == ["9.pth", "10.pth"])
    _ = state.press(.character("."))
    #expect(titles().contains(".hidden"), "\(titles())")
    let published = Completion.all(for: "open zoo:A0", state.shared, on: .tree).map(\.line)
    #expect(published.first == "open zoo:RepVGG-A0", "\(published)")
  }

  @Test("runs what was typed, or the candidate that was chosen")
  func runs() {
    var state = typed("screen kernels; pair 2 0")
    _ = state.press(.enter)
    #expect(state.screen == .kernels && state.shared.selection.output == 2)
    #expect(state.palette == nil)
    // What is only alike is not run.
    state = typed("smtm")
    _ = state.press(.enter)
    #expect(state.notice?.contains("no command 'smtm'") == true)
    // The candidate that the text begins.
    state = typed("expan")
    _ = state.press(.enter)
    #expect(state.tree.expanded.count > 5)
    // A candidate that needs more is completed first.
    state = typed("sel")
    _ = state.press(.enter)
    #expect(state.palette?.editor.line == "select ", "\(state.palette?.editor.line ?? "")")
    _ = state.press(.down)
    _ = state.press(.enter)
    #expect(state.palette == nil && state.selection == Fixture.document.paths[0])
  }

  @Test("completes by Tab and moves around the ends of the list")
  func moving() {
    var state = typed("theme ")
    _ = state.press(.up)
    _ = state.press(.tab)
    let last = ThemeName.allCases.last?.rawValue ?? ""
    #expect(state.palette?.editor.line == "theme \(last) ")
  }

  @Test("offers again what was run, the last first, each once")
  func history() {
    var state = Fixture.state()
    for line in ["form deploy", "form train", "form deploy", "fly"] {
      state = typed(line, in: state)
      _ = state.press(.escape)
      state = typed(line, in: state)
      _ = state.press(.enter)
    }
    #expect(state.shared.history.lines == ["fly", "form deploy", "form train"])
    state = typed("", in: state)
    _ = state.press(.down)
    _ = state.press(.down)
    _ = state.press(.enter)
    #expect(state.form == .deploy)
  }

  @Test("finds every letter of a text in its order, or nothing")
  func fuzzy() {
    for entry in CommandTable.all {
      let name = entry.name.rawValue
      #expect(FuzzyMatch(name, in: name)?.cost == 0, "\(name)")
      let ends = String(name.first ?? "x") + String(name.last ?? "x")
      #expect(name.count < 2 || FuzzyMatch(ends, in: name) != nil, "\(ends) in \(name)")
      #expect(FuzzyMatch(name + "ß", in: name) == nil, "\(name)")
    }
  }

  @Test("draws at every size", arguments: Language.allCases)
  func sizes(_ language: Language) {
    for size in Fixture.sizes {
      var state = Fixture.state(size: size)
      state.shared.language = language
      for line in ["", "screen ", "zz", "set"] {
        let shown = typed(line, in: state)
        #expect(shown.render().size == shown.size, "\(size) \(line)")
      }
    }
  }
}
