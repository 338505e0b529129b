import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The kernel screen of blocks that are not RepVGG's")
struct FamilyKernelsTests {
  /// What a block is shown as, from the fixtures.
  struct Place: Sendable, CustomTestStringConvertible {
    let name: String
    let document: Document
    let path: BlockPath

    var testDescription: String { name }
  }

  static let depthwise = Place(
    name: "depthwise",
    document: Fixture.mobileOne,
    path: BlockPath(stage: 2, block: 2)
  )
  static let pointwise = Place(
    name: "pointwise",
    document: Fixture.mobileOne,
    path: BlockPath(stage: 2, block: 3)
  )
  static let averaged = Place(
    name: "averaged",
    document: Fixture.quantizationAware,
    path: BlockPath(stage: 1, block: 0)
  )
  static let places = [depthwise, pointwise, averaged]

  private func state(
    _ place: Place,
    size: Size = Size(width: 100, height: 30),
    glyphs: GlyphLevel = .block,
    depth: ColorDepth = .ansi256,
    commands: [Command] = []
  ) -> State {
    Fixture.state(
      place.document,
      size: size,
      glyphs: glyphs,
      depth: depth,
      commands: [
        .select(place.path), .show(.kernels),
        .pair(output: 5, input: place.name == "depthwise" ? 0 : 5),
      ] + commands
    )
  }

  private func text(_ state: State) -> String {
    state.body(of: state.kernelsView).lines.joined(separator: "\n")
  }

  @Test("The equation shows every branch's factor and the fold's kernel", arguments: places)
  func equation(_ place: Place) throws {
    for size in [Size(width: 100, height: 30), Size(width: 80, height: 24)] {
      let state = state(place, size: size)
      let text = text(state)
      let fold = BlockFold(try #require(state.selectedBlock))
      for branch in fold.branches {
        let factor = "× \(Numbers.signed(branch.scale[5], 3))"
        #expect(text.contains(factor), "\(branch.id) \(factor) is missing at \(size) in\n\(text)")
      }
      let bias = "bias \(Numbers.signed(fold.bias(output: 5), 3))"
      #expect(text.contains(bias), "\(bias) is missing at \(size) in\n\(text)")
      let folded = fold.kernel(output: 5, input: state.shared.selection.input)
      for tap in folded where tap.magnitude >= 0.0005 && tap.magnitude < 1 {
        let digits = Numbers.signed(tap, 3)
        let short = digits.prefix(1) + digits.dropFirst(2)
        #expect(text.contains(digits) || text.contains(short), "\(tap) at \(size) in\n\(text)")
      }
    }
  }

  @Test("The terms of the equation add up to the fold, one by one and by role", arguments: places)
  func termsAddUp(_ place: Place) throws {
    let fold = BlockFold(try #require(place.document.network.block(at: place.path)))
    let inputs = fold.block.shape.inputChannels / fold.block.shape.groups
    for (output, input) in [(0, 0), (5, 5 % inputs), (7, inputs - 1)] {
      let equation = KernelEquation(fold, output: output, input: input)
      for terms in [equation.terms, equation.gathered.terms] {
        for tap in equation.folded.indices {
          let sum = terms.map { $0.scaled[tap] }.reduce(0, +) * (equation.post?.scale ?? 1)
          let error = abs(sum - equation.folded[tap])
          #expect(error < 1e-12, "out \(output) in \(input) tap \(tap): off by \(error)")
        }
      }
      #expect(equation.folded.count == equation.side * equation.side)
    }
  }

  @Test("A norm after the sum is a factor in the equation")
  func postScale() throws {
    let state = state(FamilyKernelsTests.averaged)
    let norm = try #require(state.selectedBlock?.postNorm)
    let factor = "× \(Numbers.signed(NormFold(norm).scale[5], 3))"
    #expect(text(state).contains(factor), "\(factor) is missing in\n\(text(state))")
  }

  @Test("Only branches that are not padded are said to reach the outer taps")
  func outerTaps() throws {
    let words = try FamilyKernelsTests.places.map { place in
      let fold = BlockFold(try #require(place.document.network.block(at: place.path)))
      return KernelEquation(fold, output: 0, input: 0).outerTaps?.en
    }
    #expect(words == ["the 4 3x3", nil, "the 3x3 and the average"])
  }

  @Test("Terms that do not fit are summed by role", arguments: [60, 70])
  func tiny(width: Int) {
    let state = state(FamilyKernelsTests.depthwise, size: Size(width: width, height: 16))
    #expect(text(state).contains("all 4 3x3"), "\(text(state))")
  }

  @Test("A gallery holds the chosen channel, and one step down goes to the row below")
  func galleryRows() {
    for size in [
      Size(width: 60, height: 30), Size(width: 100, height: 30), Size(width: 160, height: 45),
    ] {
      var state = state(
        FamilyKernelsTests.depthwise,
        size: size,
        commands: [.pair(output: 0, input: 0)]
      )
      let row = state.kernelsView.channelsPerRow(in: state.shared.body, with: state.pen)
      #expect(row > 1, "\(size)")
      _ = state.perform(.move(.down, 1))
      #expect(state.shared.selection.output == row, "\(size)")
      _ = state.perform(.move(.right, 2))
      #expect(state.shared.selection.output == row + 2, "\(size)")
      _ = state.perform(.move(.up, 1))
      #expect(state.shared.selection.output == 2 && state.shared.selection.input == 0, "\(size)")
    }
  }

  @Test("The window of a gallery always holds the chosen channel")
  func galleryWindow() {
    for level in [GlyphLevel.ascii, .block] {
      let pen = Fixture.state(glyphs: level, depth: level == .ascii ? .mono : .ansi256).pen
      for count in [1, 2, 31, 1024] {
        for size in Fixture.sizes {
          let layout = GalleryLayout(channels: count, side: 3, in: size, with: pen)
          for channel in Set([0, count / 2, count - 1]) {
            let shown = layout.channels(showing: channel)
            #expect(shown.contains(channel), "\(channel) of \(count) in \(size): \(shown)")
            #expect(shown.upperBound <= count, "\(channel) of \(count) in \(size): \(shown)")
          }
        }
      }
    }
  }

  @Test("The branch that is looked at is the one shown as stored", arguments: places)
  func chosenBranch(_ place: Place) throws {
    var state = state(place)
    for branch in try #require(state.selectedShape).branches {
      #expect(text(state).contains("\(branch.id) as stored"), "\(branch.id):\n\(text(state))")
      _ = state.perform(.nextBranch)
    }
  }

  @Test("Every size is drawn inside its area", arguments: places, Form.allCases)
  func everySizeIsDrawn(_ place: Place, form: Form) {
    for size in Fixture.sizes {
      for detail in KernelDetail.allCases {
        for (glyphs, depth) in Fixture.looks {
          let state = state(
            place,
            size: size,
            glyphs: glyphs,
            depth: depth,
            commands: [.form(form), .detail(detail)]
          )
          let configuration = "\(place.name) \(size) \(detail) \(form) \(glyphs) \(depth)"
          expectDrawingStaysInside(state.kernelsView, size, state.pen, configuration)
        }
      }
    }
  }

  @Test("The screen looks as recorded", arguments: places)
  func looksAsRecorded(_ place: Place) throws {
    for (width, height) in [(100, 30), (80, 24)] {
      for detail in KernelDetail.allCases {
        let size = Size(width: width, height: height)
        let state = state(
          place,
          size: size,
          glyphs: .ascii,
          depth: .mono,
          commands: [.detail(detail)]
        )
        let name = "kernels-\(place.name)-\(detail.rawValue)-\(width)x\(height)"
        try expectSnapshot(state.render(), name)
      }
    }
  }
}
