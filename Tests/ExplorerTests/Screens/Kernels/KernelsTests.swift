import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The kernel screen")
struct KernelsTests {
  private static let block = BlockPath(stage: 2, block: 1)

  private func state(
    _ document: Document = Fixture.document,
    size: Size = Size(width: 100, height: 30),
    glyphs: GlyphLevel = .block,
    depth: ColorDepth = .ansi256,
    form: Form = .train,
    _ detail: KernelDetail = .grid
  ) -> State {
    Fixture.state(
      document,
      size: size,
      glyphs: glyphs,
      depth: depth,
      commands: [
        .select(KernelsTests.block), .form(form), .pair(output: 5, input: 5), .detail(detail),
      ]
    )
  }

  @Test("The folded kernel and bias on the screen are the fold's", arguments: Form.allCases)
  func foldedNumbersAreTheFolds(form: Form) throws {
    let state = state(form: form)
    let block = try #require(state.selectedBlock)
    let fold = BlockFold(block)
    let view = state.kernelsView
    let text = state.body(of: view).lines.joined(separator: "\n")
    let kernel = fold.kernel(output: 5, input: 5)
    for tap in kernel where tap.magnitude >= 0.0005 {
      #expect(text.contains(Numbers.signed(tap, 3)), "\(form): \(tap) is missing in\n\(text)")
    }
    let bias = "bias \(Numbers.signed(fold.bias(output: 5), 3))"
    #expect(text.contains(bias), "\(form): \(bias) is missing in\n\(text)")
    #expect(
      view.status.en.contains("centre \(Numbers.signed(kernel[4], 3)) = "),
      "\(view.status.en)"
    )
    #expect(view.status.en.contains(bias), "\(view.status.en)")
  }

  @Test("The training form shows every branch as stored and scaled")
  func trainingFormShowsBranches() throws {
    let state = state()
    let block = try #require(state.selectedBlock)
    let text = state.body(of: state.kernelsView).lines.joined(separator: "\n")
    for branch in BlockFold(block).branches {
      let raw = Numbers.signed(branch.rawCentre(output: 5, input: 5), 3)
      let factor = "× \(Numbers.signed(branch.scale[5], 3))"
      for wanted in [branch.role.rawValue, raw, factor] {
        #expect(text.contains(wanted), "\(wanted) of \(branch.role) is missing in\n\(text)")
      }
    }
  }

  @Test("Centre taps alone equal the centres of whole kernels")
  func centresAreKernelsCentres() {
    for block in Fixture.network.blocks {
      let fold = BlockFold(block)
      for output in [0, block.shape.outputChannels - 1] {
        for input in 0..<block.shape.inputChannels / block.shape.groups {
          let whole = fold.kernel(output: output, input: input)[4]
          let centre = fold.centre(output: output, input: input)
          #expect(centre == whole, "\(block.shape.path) out \(output) in \(input)")
        }
      }
    }
  }

  @Test("The map's window always holds the chosen pair")
  func windowHoldsThePair() {
    for count in [1, 2, 7, 48, 2560] {
      for room in [0, 1, 5, 48, 100] {
        for place in Set([0, count / 2, count - 1]) {
          let window = Range(showing: place, of: count, room: room)
          let wanted = min(room, count)
          #expect(window.count == wanted, "\(place) of \(count) in \(room)")
          let isInside = window.lowerBound >= 0 && window.upperBound <= count
          #expect(
            isInside && (wanted == 0 || window.contains(place)),
            "\(place) of \(count): \(window)"
          )
        }
      }
    }
  }

  @Test("A file of folded blocks says that the branches are gone")
  func foldedFileSaysSo() {
    let state = state(Fixture.folded, form: .deploy)
    let text = state.body(of: state.kernelsView).lines.joined(separator: "\n")
    #expect(text.contains("branches"), "\(text)")
    let norms = self.state(Fixture.folded, form: .deploy, .norms)
    let words = norms.body(of: norms.kernelsView).lines.joined(separator: "\n")
    #expect(words.contains("No norms"), "\(words)")
  }

  @Test("The identity block of a grouped layer counts its input over the whole map")
  func groupedInputsAreCountedOverTheMap() throws {
    let grouped = try #require(Fixture.network.blocks.first { $0.shape.groups > 1 })
    let output = grouped.shape.outputChannels - 1
    let state = Fixture.state(commands: [
      .select(grouped.shape.path), .pair(output: output, input: 0),
    ])
    let first = grouped.shape.inputChannels / grouped.shape.groups
    let status = state.kernelsView.status.en
    #expect(status.contains("in \(first)/\(grouped.shape.inputChannels)"), "\(status)")
  }

  @Test(
    "A damaged norm is drawn and told, never as a number of C",
    arguments: [-1, Float.nan, .infinity, 0],
    Form.allCases
  )
  func damagedNormIsDrawn(variance: Float, form: Form) {
    let network = Fixture.network.changingNorm(at: Self.block) {
      $0.with(variance: variance, at: 5)
    }
    let document = Document(network, title: "bad")
    for detail in KernelDetail.allCases {
      let state = state(document, form: form, detail)
      let view = state.kernelsView
      let text = (state.body(of: view).lines + [view.status.en]).joined(separator: "\n")
      let place = "\(detail) \(form) variance \(variance)"
      #expect(!text.contains("-nan") && !text.contains("infe") && !text.contains("nan"), "\(place)")
      let isNumber = variance >= 0
      #expect(text.contains("NaN") == !isNumber, "\(place)\n\(text)")
    }
  }

  @Test("Every size is drawn inside its area", arguments: Form.allCases)
  func everySizeIsDrawn(form: Form) {
    for size in Fixture.sizes {
      for detail in KernelDetail.allCases {
        for (glyphs, depth) in Fixture.looks {
          let state = state(size: size, glyphs: glyphs, depth: depth, form: form, detail)
          let where_ = "\(size) \(detail) \(form) \(glyphs) \(depth)"
          expectDrawingStaysInside(state.kernelsView, size, state.pen, where_)
        }
      }
    }
  }

  @Test("The screen looks as recorded", arguments: KernelDetail.allCases)
  func looksAsRecorded(detail: KernelDetail) throws {
    for (width, height) in [(100, 30), (80, 24)] {
      for form in Form.allCases {
        let size = Size(width: width, height: height)
        let state = state(size: size, glyphs: .ascii, depth: .mono, form: form, detail)
        let name = "kernels-\(detail.rawValue)-\(form.rawValue)-\(width)x\(height)"
        try expectSnapshot(state.body(of: state.kernelsView), name)
      }
    }
  }
}
