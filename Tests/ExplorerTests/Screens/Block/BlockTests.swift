import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The block screen")
struct BlockTests {
  /// A depthwise block of four 3x3 branches, a 1x1 and an identity; a pointwise one of four 1x1.
  private static let depthwise = BlockPath(stage: 2, block: 2)
  private static let pointwise = BlockPath(stage: 2, block: 3)
  /// A QARepVGG block of four branches with a norm after the sum.
  private static let averaged = BlockPath(stage: 1, block: 0)

  private func text(_ state: State) -> String {
    state.body(of: state.blockView).lines.joined(separator: "\n")
  }

  @Test(
    "gathers branches of one role where they would not fit, and draws them singly where they do"
  )
  func lanes() {
    let narrow = text(Fixture.block(Fixture.mobileOne, BlockTests.depthwise))
    #expect(narrow.contains("4 x conv 3x3") && narrow.contains("┐┐┐┐"), "\(narrow)")
    let wide = Fixture.block(
      Fixture.mobileOne,
      BlockTests.depthwise,
      size: Size(width: 160, height: 45)
    )
    for branch in ["conv 3x3 ", "conv 3x3.1", "conv 3x3.2", "conv 3x3.3", "conv 1x1", "identity"] {
      #expect(text(wide).contains(branch), "\(branch) is missing in\n\(text(wide))")
    }
    #expect(!text(wide).contains("4 x conv"), "\(text(wide))")
  }

  @Test("steps through every branch of a stack, and says which one it is")
  func stepping() {
    var state = Fixture.block(Fixture.mobileOne, BlockTests.depthwise)
    for (name, place) in [
      ("3x3", "1 of 4"), ("3x3.1", "2 of 4"), ("3x3.2", "3 of 4"), ("3x3.3", "4 of 4"),
    ] {
      let words = text(state)
      #expect(words.contains("branch \(name) + norm, \(place)"), "\(name):\n\(words)")
      #expect(words.contains("this: \(name)"), "\(name):\n\(words)")
      _ = state.perform(.nextBranch)
    }
    #expect(text(state).contains("branch 1x1 + norm"), "\(text(state))")
  }

  @Test(
    "says what several branches of one role are for, with the parameters that folding keeps",
    arguments: [depthwise, pointwise],
    [Size(width: 100, height: 30), Size(width: 80, height: 24), Size(width: 160, height: 45)]
  )
  func overParameterization(_ path: BlockPath, _ size: Size) throws {
    let state = Fixture.block(Fixture.mobileOne, path, size: size)
    let shape = try #require(state.selectedShape)
    let (all, left) = (shape.parameters, shape.deployed.parameters)
    let words = "\(Numbers.grouped(left)) of"
    #expect(text(state).contains("Over-parameterized"), "\(text(state))")
    #expect(text(state).contains(words), "\(text(state))")
    #expect(text(state).contains(Numbers.grouped(all)), "\(text(state))")
    let plain = Fixture.block(Fixture.document, BlockPath(stage: 2, block: 1), size: size)
    #expect(!text(plain).contains("Over-parameterized"), "\(text(plain))")
  }

  @Test("spells out the norm after the sum, and what an average weighs")
  func quantizationAware() throws {
    let state = Fixture.block(Fixture.quantizationAware, BlockTests.averaged)
    let norm = try #require(state.selectedBlock?.postNorm)
    let scale = Numbers.signed(NormFold(norm).scale[0], 4)
    for words in ["norm of the sum", "scales the sum by", scale, "mean 3x3"] {
      #expect(text(state).contains(words), "\(words) is missing in\n\(text(state))")
    }
    let average = Fixture.block(
      Fixture.quantizationAware,
      BlockTests.averaged,
      commands: [.nextBranch, .nextBranch, .nextBranch]
    )
    #expect(text(average).contains("1/9 at every tap"), "\(text(average))")
  }

  @Test("keeps the verdict on a screen that is too low for all that is told")
  func lowScreen() throws {
    for height in [16, 20, 24, 30, 60] {
      let size = Size(width: 80, height: height)
      var state = Fixture.block(Fixture.quantizationAware, BlockTests.averaged, size: size)
      let block = try #require(state.selectedBlock)
      state.shared.answers.receive(
        .answer(BlockCheck(block)),
        to: AnyNeed(CheckNeed(BlockTests.averaged))
      )
      let text = text(state)
      #expect(text.contains("verdict"), "no verdict in \(height) rows\n\(text)")
      let places = ["verdict", "gamma/sqrt"].map { text.firstRange(of: $0)?.lowerBound }
      if height == 60, let verdict = places[0], let norm = places[1] {
        #expect(norm < verdict, "the verdict comes first where there is room\n\(text)")
      }
    }
  }

  @Test("cuts no number of the chart's caption off, however narrow the screen is")
  func caption() throws {
    let fold = BlockFold(
      try #require(Fixture.block(Fixture.quantizationAware, BlockTests.averaged).selectedBlock)
    )
    let largest = fold.branches[0].scale.map(\.magnitude).max() ?? 0
    let value = "scale of 3x3 \(factorText(fold.branches[0].scale[0]))"
    let whole = [value, "\(value)  to \(Numbers.significant(largest))"]
    var seen: Set<String> = []
    for width in 60...180 {
      let size = Size(width: width, height: 45)
      let text = text(Fixture.block(Fixture.quantizationAware, BlockTests.averaged, size: size))
      guard let line = text.split(separator: "\n").first(where: { $0.contains("scale of") })
      else { continue }
      let told = line.split(separator: "│").first.map(String.init)?.trimmed ?? ""
      #expect(whole.contains(told), "\(width) columns: \(line)")
      seen.insert(told)
    }
    #expect(seen.contains(whole[1]), "\(seen)")
  }

  @Test("names a block by its module, keeping the end of a long name")
  func longName() {
    for width in [60, 80, 100] {
      let size = Size(width: width, height: 24)
      let text = text(Fixture.block(Fixture.quantizationAware, BlockTests.averaged, size: size))
      #expect(text.contains("block.0, training form"), "\(text)")
    }
  }

  @Test("Every size is drawn inside its area", arguments: Form.allCases)
  func everySizeIsDrawn(form: Form) {
    let places = [
      (Fixture.mobileOne, BlockTests.depthwise), (Fixture.mobileOne, BlockTests.pointwise),
      (Fixture.quantizationAware, BlockTests.averaged),
    ]
    for (document, path) in places {
      for size in Fixture.sizes {
        for (glyphs, depth) in Fixture.looks {
          let state = Fixture.block(
            document,
            path,
            size: size,
            glyphs: glyphs,
            depth: depth,
            commands: [.form(form)]
          )
          let place = "\(path) \(size) \(form) \(glyphs) \(depth)"
          expectDrawingStaysInside(state.blockView, size, state.pen, place)
        }
      }
    }
  }

  @Test("The screen looks as recorded", arguments: [(100, 30), (80, 24)])
  func looksAsRecorded(width: Int, height: Int) throws {
    let size = Size(width: width, height: height)
    for (name, document, path) in [
      ("depthwise", Fixture.mobileOne, BlockTests.depthwise),
      ("pointwise", Fixture.mobileOne, BlockTests.pointwise),
      ("averaged", Fixture.quantizationAware, BlockTests.averaged),
    ] {
      let state = Fixture.block(document, path, size: size, glyphs: .ascii, depth: .mono)
      try expectSnapshot(state.render(), "block-\(name)-\(width)x\(height)")
    }
  }
}

extension String {
  /// Without blanks at either end.
  fileprivate var trimmed: String {
    String(drop(while: { $0 == " " }).reversed().drop(while: { $0 == " " }).reversed())
  }
}
