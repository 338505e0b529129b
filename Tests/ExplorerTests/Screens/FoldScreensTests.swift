import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The screens of one block")
struct FoldScreensTests {
  private static let block = BlockPath(stage: 2, block: 1)
  private static let screens: [ScreenID] = [.block, .kernels]

  @Test(
    "keep the branch while the form is switched back and forth",
    arguments: screens + [.fold]
  )
  func branchIsKept(screen: ScreenID) {
    var state = Fixture.state(commands: [
      .select(FoldScreensTests.block), .show(screen), .nextBranch,
    ])
    let (index, text) = (state.shared.branchIndex, state.render().lines.dropLast(2))
    #expect(index == 1)
    _ = state.press(.character("t"))
    #expect(state.form == .deploy)
    _ = state.press(.character("t"))
    #expect(state.form == .train && state.shared.branchIndex == index)
    #expect(state.render().lines.dropLast(2) == text)
  }

  @Test("name every key once in their key bar, the one for the form among them", arguments: screens)
  func keyBar(screen: ScreenID) {
    for width in [60, 80, 100, 140, 200] {
      for language in Language.allCases {
        var state = Fixture.state(
          size: Size(width: width, height: 24),
          commands: [.select(FoldScreensTests.block), .show(screen)]
        )
        _ = state.perform(line: "lang \(language.rawValue)")
        let bar = state.render().lines[23]
        let hints = bar.split(separator: "  ").compactMap { $0.split(separator: " ").first }
        let keys = hints.flatMap { $0.count > 1 ? $0.split(separator: "/") : [$0] }
        #expect(Set(keys).count == keys.count, "\(width): '\(bar)'")
        #expect(width < 80 || keys.contains("t"), "\(width): '\(bar)'")
      }
    }
  }

  @Test(
    "have no English words in Vietnamese but those that the article keeps",
    arguments: screens
  )
  func vietnamese(screen: ScreenID) {
    let places = [
      (Fixture.document, FoldScreensTests.block), (Fixture.folded, FoldScreensTests.block),
      (Fixture.mobileOne, BlockPath(stage: 2, block: 2)),
      (Fixture.mobileOne, BlockPath(stage: 2, block: 3)),
      (Fixture.quantizationAware, BlockPath(stage: 1, block: 0)),
    ]
    for (document, path) in places {
      for detail in KernelDetail.allCases {
        for form in Form.allCases {
          var state = Fixture.state(
            document,
            size: Size(width: 200, height: 60),
            commands: [.select(path), .show(screen), .form(form), .detail(detail)]
          )
          let english = text(state)
          _ = state.perform(line: "lang vi")
          let left = EnglishWords.left(in: text(state), of: english)
          #expect(left.isEmpty, "\(path) \(detail) \(form): \(left)")
        }
      }
    }
  }

  /// What the panes and the status line show.
  private func text(_ state: State) -> String {
    state.render().lines.dropFirst().dropLast().joined(separator: " ")
  }

  @Test(
    "look as recorded",
    arguments: [(60, 16), (80, 24), (100, 30), (200, 60)],
    Language.allCases
  )
  func looksAsRecorded(_ extent: (width: Int, height: Int), language: Language) throws {
    let (width, height) = extent
    func picture(_ name: String, _ document: Document, _ path: BlockPath, _ lines: String) throws {
      var state = Fixture.state(
        document,
        size: Size(width: width, height: height),
        depth: .mono,
        commands: [.select(path)]
      )
      _ = state.perform(line: "lang \(language); \(lines)")
      #expect(state.shared.fault == nil)
      try expectSnapshot(state.render(), "\(name)-\(language)-\(width)x\(height)")
    }
    let (document, path) = (Fixture.document, FoldScreensTests.block)
    let averaged = BlockPath(stage: 1, block: 0)
    try picture("block-train", document, path, "screen block")
    try picture("block-deploy", document, path, "screen block; form deploy")
    try picture(
      "block-depthwise",
      Fixture.mobileOne,
      BlockPath(stage: 2, block: 2),
      "screen block"
    )
    try picture("kernels-grid", document, path, "screen kernels; pair 5 5")
    try picture("kernels-filter", document, path, "screen kernels; pair 5 5; detail filter")
    try picture("kernels-deploy", document, path, "screen kernels; pair 5 5; form deploy")
    try picture("kernels-norms", document, path, "screen kernels; pair 5 5; detail norms")
    try picture(
      "kernels-averaged-bias",
      Fixture.quantizationAware,
      averaged,
      "screen kernels; pair 5 5; detail bias"
    )
  }
}
