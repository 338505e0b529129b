import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("Both forms on the block screen")
struct BlockFormsTests {
  private static let block = BlockPath(stage: 2, block: 1)

  private func lines(_ state: State) -> [String] { state.body(of: state.blockView).lines }

  @Test(
    "The deploy form shows where the boxes went: the branches dimmed, one box below",
    arguments: [Size(width: 100, height: 30), Size(width: 80, height: 24)]
  )
  func deployShowsOrigin(size: Size) throws {
    let state = Fixture.block(size: size, commands: [.form(.deploy)])
    let grid = state.body(of: state.blockView)
    let text = grid.lines
    let branches = try #require(text.firstIndex { $0.contains("identity") })
    let arrow = try #require(text.firstIndex { $0.contains("▼ fold") })
    let box = try #require(text.firstIndex { $0.contains("conv 3x3 + bias") })
    #expect(branches < arrow && arrow < box, "\(text.joined(separator: "\n"))")
    #expect(text[branches].contains("conv 3x3") && text[branches].contains("conv 1x1"))
    func isDim(_ row: Int, _ word: String) -> Bool {
      let line = String((0..<grid.size.width).map { grid[$0, row].character })
      guard let range = line.firstRange(of: word) else { return false }
      let x = line.distance(from: line.startIndex, to: range.lowerBound)
      return grid[x, row].style.attributes.contains(.dim)
    }
    #expect(isDim(branches, "identity") && !isDim(box, "conv 3x3 + bias"))
  }

  @Test("A low screen says in words what the deploy form was folded from")
  func lowDeploy() {
    let text = lines(Fixture.block(size: Size(width: 60, height: 24), commands: [.form(.deploy)]))
    #expect(text.contains { $0.contains("conv 3x3 + bias") }, "\(text.joined(separator: "\n"))")
  }

  @Test("A file of folded blocks draws one box, and no branches that it lacks")
  func foldedFile() {
    let text = lines(Fixture.block(Fixture.folded)).joined(separator: "\n")
    #expect(text.contains("conv 3x3 + bias") && !text.contains("identity"), "\(text)")
    #expect(!text.contains("▼ fold"), "\(text)")
  }

  @Test("A norm's box says which vectors it learned, and how long they are")
  func normBoxes() {
    let block = lines(Fixture.block()).joined(separator: "\n")
    #expect(block.contains("γ β, 2×24"), "\(block)")
    let ascii = lines(
      Fixture.block(size: Size(width: 160, height: 45), glyphs: .ascii, depth: .mono)
    )
    .joined(separator: "\n")
    #expect(ascii.contains("gamma beta, 2x24"), "\(ascii)")
  }

  /// A block of a detection network with squeeze-excite.
  private var excited: (document: Document, shape: BlockShape) {
    let shape = BlockShape(
      path: BlockPath(stage: 0, block: 0),
      inputChannels: 320,
      outputChannels: 320,
      branches: [
        BranchShape(role: .dense), BranchShape(role: .pointwise), BranchShape(role: .identity),
      ],
      squeezeExcite: SqueezeExciteShape(hidden: 20, placement: .beforeActivation)
    )
    let architecture = Architecture(
      name: "d2se",
      input: InputShape(channels: 320, height: 28, width: 28),
      stages: [StageShape(blocks: [shape])],
      wiring: .separate
    )
    return (Document(Network(random: architecture, seed: 1), title: "d2se.pth"), shape)
  }

  @Test("The folded convolution counts its own parameters, squeeze-excite those of its two maps")
  func parameters() throws {
    let (document, shape) = excited
    let size = Size(width: 160, height: 45)
    let state = Fixture.block(document, shape.path, size: size, commands: [.form(.deploy)])
    let text = lines(state)
    let counts = text.enumerated().filter { $0.element.contains("parameters") }
    try #require(counts.count == 2, "\(text.joined(separator: "\n"))")
    // 320 x 320 x 3 x 3 + 320, and 2 x 320 x 20 + 20 + 320.
    #expect(counts[0].element.contains("921,920"), "\(counts)")
    #expect(counts[1].element.contains("13,140"), "\(counts)")
    #expect(text[counts[1].offset - 1].contains("squeeze-excite, 20 hidden"), "\(counts)")
    // The tree, too, gives each what belongs to it.
    let tree = Fixture.state(document, size: size, commands: [.select(shape.path)]).render().lines
    let folded = try #require(tree.first { $0.contains("3x3 + bias") && $0.contains("MACs") })
    let kept = try #require(tree.first { $0.contains("squeeze-excite") && $0.contains("MACs") })
    #expect(folded.contains("922k, 723M MACs") && kept.contains("13.1k, 12.8k MACs"), "\(tree)")
  }

  @Test("No size of a map is ever cut to another number", arguments: Form.allCases)
  func sizesAreWhole(form: Form) {
    let (document, shape) = excited
    let whole = ["320 × 28 × 28", "320×28×28"]
    for width in [60, 70, 80, 90, 100, 130] {
      for height in [16, 20, 24, 30, 45] {
        let size = Size(width: width, height: height)
        let state = Fixture.block(document, shape.path, size: size, commands: [.form(form)])
        for line in lines(state) where line.contains("320") && line.contains("put") {
          #expect(whole.contains { line.contains($0) }, "\(size): '\(line)'")
        }
        let text = lines(state).joined(separator: "\n")
        #expect(text.contains("output \(whole[0])") || text.contains(whole[1]), "\(size)\n\(text)")
      }
    }
  }

  @Test("The chart keeps the signs of the scales, and takes at most a third of the height")
  func chart() throws {
    let network = Fixture.network.changingNorm(at: BlockFormsTests.block) {
      $0.learned(times: -1)
    }
    let document = Document(network, title: "negative")
    for height in [24, 30, 45, 60] {
      let state = Fixture.block(
        document,
        size: Size(width: 100, height: height),
        glyphs: .ascii,
        depth: .mono,
        commands: [.channel(5)]
      )
      let text = lines(state)
      let fold = BlockFold(try #require(state.selectedBlock))
      let scale = fold.branches[0].scale[5]
      #expect(scale < 0)
      guard let first = text.firstIndex(where: { $0.contains("scale of 3x3") }) else { continue }
      #expect(text[first].contains("scale of 3x3 \(factorText(scale))"), "\(text[first])")
      let last = try #require(text.lastIndex { $0.contains("^5") })
      #expect(last - first < text.count / 3 + 1, "\(height): \(first)...\(last)")
      let all = fold.branches.flatMap(\.scale).map(\.magnitude).max() ?? 0
      #expect(text[first].contains("to +/-\(Numbers.significant(all))"), "\(text[first])")
    }
  }

  @Test("The chart stands wherever four rows are free", arguments: Form.allCases)
  func chartWherever(form: Form) {
    let (document, shape) = excited
    for (document, path) in [(Fixture.document, BlockFormsTests.block), (document, shape.path)] {
      for width in [80, 100, 130] {
        for height in 16...44 {
          let size = Size(width: width, height: height)
          let state = Fixture.block(document, path, size: size, commands: [.form(form)])
          let text = lines(state).dropLast()
          let left = text.map { line in line.drop { $0 != "│" }.dropFirst().prefix { $0 != "│" } }
          let free = left.reversed().prefix { $0.allSatisfy { $0 == " " } }.count
          // It takes a third of the height, and leaves what is more.
          let isShown = text.contains { $0.contains("scale of") || $0.contains("folded bias") }
          #expect(
            free < 4 || isShown,
            "\(size), \(document.title)\n\(text.joined(separator: "\n"))"
          )
        }
      }
    }
  }

  @Test(
    "A damaged norm is told, with the first channel",
    arguments: [-1, Float.nan, .infinity, 0]
  )
  func damage(variance: Float) {
    let network = Fixture.network.changingNorm(at: BlockFormsTests.block) {
      $0.with(variance: variance, at: 5)
    }
    for form in Form.allCases {
      for channel in [0, 5] {
        let state = Fixture.block(
          Document(network, title: "bad"),
          size: Size(width: 100, height: 40),
          commands: [.form(form), .channel(channel)]
        )
        let text = state.render().lines.joined(separator: "\n")
        let place = "\(variance) \(form) channel \(channel)"
        #expect(!text.contains("nan") && !text.contains("infe"), "\(place)\n\(text)")
        guard form == .train else { continue }
        let words = variance == 0 ? "variance 0 in 1 channel" : "damaged in 1 channel"
        #expect(text.contains("\(words), first 5"), "\(place)\n\(text)")
        let numbers = text.replacing("[5] is NaN", with: "")
        #expect(numbers.contains("NaN") == (channel == 5 && !(variance >= 0)), "\(place)\n\(text)")
      }
    }
  }
}
