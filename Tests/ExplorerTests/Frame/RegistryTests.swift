import Canvas
import Testing
import Words

@testable import Explorer

@Suite("The registry")
struct RegistryTests {
  @Test("gives each screen a title, keys, a glossary and a help, in both languages")
  func isComplete() {
    #expect(Set(ScreenID.all).count == ScreenID.all.count, "\(ScreenID.all)")
    for screen in ScreenRegistry.all {
      #expect(!screen.keys.isEmpty && !screen.glossary.isEmpty, "\(screen.id)")
      for language in Language.allCases {
        #expect(!screen.title[language].isEmpty, "\(screen.id) in \(language)")
        var state = Fixture.state(size: Size(width: 140, height: 90), commands: [.show(screen.id)])
        state.shared.language = language
        let text = HelpText(state: state, pen: state.pen, width: HelpText.oneColumn)
        let help = text.lines.map(\.text).joined(separator: " ")
          .split(separator: " ").joined(separator: " ")
        for term in screen.glossary {
          #expect(help.contains(term.word[language]), "\(term.word.en) on \(screen.id)\n\(help)")
          #expect(help.contains(term.meaning[language]), "\(term.word.en) on \(screen.id)")
        }
      }
    }
  }

  @Test("lets every command be carried out on every screen, and by its name")
  func everyCommand() throws {
    for screen in ScreenID.all {
      for line in CommandTableTests.examples where line.prefix(4) != "shot" {
        var state = Fixture.state(commands: [.show(screen)])
        _ = state.perform(line: line)
        #expect(state.render().size == state.size, "'\(line)' on \(screen)")
      }
    }
  }

  @Test("has Vietnamese texts in composed letters that differ from the English ones")
  func vietnamese() {
    let summaries = CommandTable.all.map(\.summary)
    let terms = ScreenRegistry.all.flatMap { $0.glossary }.map(\.meaning)
    for text in summaries + terms {
      #expect(text.vi != text.en, "\(text.en) is not translated")
      let combining = text.vi.unicodeScalars.filter { (0x300...0x36F).contains($0.value) }
      #expect(combining.isEmpty, "'\(text.vi)' is not composed")
    }
  }
}
