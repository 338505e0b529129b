import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("Every screen of the registry")
struct GoldenScreenTests {
  private static let sizes = [(60, 16), (80, 24), (100, 30), (200, 60)]
    .map { Size(width: $0.0, height: $0.1) }

  private func state(
    _ screen: ScreenID,
    _ language: Language = .en,
    size: Size,
    depth: ColorDepth = .ansi256
  ) -> State {
    var state = Fixture.state(
      size: size,
      depth: depth,
      commands: [
        .sampleTiming, .select(BlockPath(stage: 2, block: 1)), .show(screen), .language(language),
      ]
    )
    state.shared.notice = nil
    state.meetNeeds()
    return state
  }

  @Test(
    "looks as recorded, in text and in the roles of its styles, in both languages",
    arguments: sizes,
    Language.allCases
  )
  func roles(size: Size, language: Language) throws {
    for screen in ScreenRegistry.all {
      let state = state(screen.id, language, size: size)
      let text = StyledText(state.render(), state.look)
      try expectSnapshot(text.lines, "roles-\(screen.id)-\(language)-\(size.width)x\(size.height)")
    }
  }

  @Test("has its colours as recorded, however many there are", arguments: ColorDepth.allCases)
  func levels(depth: ColorDepth) throws {
    for screen in [ScreenID.tree, .kernels, .live] {
      let size = Size(width: 100, height: 30)
      let text = state(screen, size: size, depth: depth).render().ansi(depth: depth)
      let lines = text.replacing("\u{1B}", with: "^").split(separator: "\n").map(String.init)
      try expectSnapshot(lines, "levels-\(screen)-\(depth)")
    }
  }
}
