import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The fold screen as recorded")
struct FoldGoldenTests {
  private func expectPicture(
    _ name: String,
    _ place: FoldPlace,
    _ commands: [Command],
    _ size: Size,
    _ language: Language
  ) throws {
    var state = place.state(size: size, depth: .mono, commands + [.language(language)])
    state.meetNeeds()
    state.shared.notice = nil
    try expectSnapshot(state.render(), "fold-\(name)-\(language)-\(size.width)x\(size.height)")
  }

  @Test(
    "shows each step of a block of three branches",
    arguments: [(60, 16), (80, 24), (100, 30), (200, 60)].map { Size(width: $0.0, height: $0.1) },
    Language.allCases
  )
  func steps(size: Size, language: Language) throws {
    for (index, step) in FoldPlace.plain.block.shape.foldSteps.enumerated() {
      let commands: [Command] = [.pair(output: 5, input: 5), .step(index + 1)]
      try expectPicture("plain-\(step)", .plain, commands, size, language)
    }
  }

  @Test(
    "shows blocks of other families",
    arguments: [(80, 24), (100, 30)].map { Size(width: $0.0, height: $0.1) },
    Language.allCases
  )
  func families(size: Size, language: Language) throws {
    let quantized: [Command] = [.pair(output: 5, input: 5), .step(5)]
    try expectPicture("quantized-post", .averaged, quantized, size, language)
    try expectPicture(
      "depthwise-add",
      .depthwise,
      [.pair(output: 5, input: 0), .step(4)],
      size,
      language
    )
    try expectPicture(
      "grouped-pad",
      .grouped,
      [.pair(output: 13, input: 3), .step(3)],
      size,
      language
    )
    try expectPicture("folded", .foldedAlready, [.pair(output: 5, input: 5)], size, language)
    try expectPicture(
      "damaged-check",
      .damaged,
      [.pair(output: 2, input: 2), .step(5)],
      size,
      language
    )
    try expectPicture(
      "other-channel",
      .plain,
      [.pair(output: 5, input: 3), .step(3)],
      size,
      language
    )
  }
}
