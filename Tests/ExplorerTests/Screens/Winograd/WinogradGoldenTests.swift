import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The Winograd screen as recorded")
struct WinogradGoldenTests {
  private func expectPicture(
    _ name: String,
    _ place: WinogradPlace,
    _ line: String,
    _ size: Size,
    _ language: Language
  ) throws {
    var state = place.state("lang \(language)", line, size: size)
    state.shared.notice = nil
    try expectSnapshot(state.render(), "winograd-\(name)-\(language)-\(size.width)x\(size.height)")
  }

  @Test(
    "shows each step of a tile",
    arguments: [(60, 16), (80, 24), (100, 30), (200, 60)].map { Size(width: $0.0, height: $0.1) },
    Language.allCases
  )
  func steps(size: Size, language: Language) throws {
    for step in WinogradStep.allCases {
      let line = "pair 5 9; step \(step.rawValue + 1); cell 1 1"
      try expectPicture("\(step)", .plain, line, size, language)
    }
  }

  @Test(
    "shows larger tiles, stride 2, and blocks that are computed otherwise",
    arguments: [(80, 24), (100, 30)].map { Size(width: $0.0, height: $0.1) },
    Language.allCases
  )
  func kinds(size: Size, language: Language) throws {
    let document = Fixture.document
    let large = WinogradPlace(document: document, block: BlockPath(stage: 1, block: 1))
    try expectPicture("f4", large, "tiles f4; step 3", size, language)
    try expectPicture("f6", large, "tiles f6; step 3", size, language)
    let grouped = WinogradPlace(document: document, block: BlockPath(stage: 2, block: 1))
    try expectPicture("grouped", grouped, "step 5", size, language)
    let strided = WinogradPlace(document: document, block: BlockPath(stage: 2, block: 0))
    try expectPicture("stride", strided, "tiles f2; step 2", size, language)
    let first = WinogradPlace(document: document, block: BlockPath(stage: 0, block: 0))
    try expectPicture("pictures", first, "step 4", size, language)
    try expectPicture("chosen", .plain, "algorithm f4; sample-timing; step 1", size, language)
    let pointwise = WinogradPlace(
      document: Fixture.mobileOne,
      block: try #require(Fixture.mobileOne.stored.blocks.first { $0.kernelSize == 1 }?.path)
    )
    try expectPicture("pointwise", pointwise, "step 1", size, language)
  }
}
