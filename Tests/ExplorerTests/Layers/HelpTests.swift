import Canvas
import Testing
import Words

@testable import Explorer

@Suite("The help")
struct HelpTests {
  private func lines(_ width: Int, _ language: Language, on screen: ScreenID) -> [StyledLine] {
    var state = Fixture.state(size: Size(width: width, height: 30), commands: [.show(screen)])
    state.shared.language = language
    return HelpText(state: state, pen: state.pen, width: width - 4).lines
  }

  @Test("has every key of the screen with the whole of what it does, in one column and in two")
  func everyKey() {
    for screen in ScreenID.all {
      for language in Language.allCases {
        for width in [60, 80, 99, 100, 140, 220] {
          let lines = lines(width, language, on: screen)
          let text = lines.map(\.text).joined(separator: " ")
            .split(separator: " ").joined(separator: " ")
          for binding in KeyMap.bindings(on: screen) {
            let keys = binding.keys.map(\.keyCap).joined(separator: " ")
            let line = lines.first { $0.text.contains("  \(keys) ") }
            #expect(line != nil, "\(keys) on \(screen) at \(width)")
            let word = binding.summary[language].split(separator: " ")[0]
            #expect(text.contains(word), "\(word) on \(screen) at \(width)")
          }
          #expect(lines.allSatisfy { $0.columns <= width - 4 }, "\(screen) \(language) \(width)")
        }
      }
    }
  }

  @Test("is shorter in two columns, which are about as long as each other")
  func columns() {
    let (one, two) = (lines(99, .en, on: .kernels).count, lines(100, .en, on: .kernels).count)
    #expect(two <= one * 4 / 5, "\(two) of \(one)")
  }
}
