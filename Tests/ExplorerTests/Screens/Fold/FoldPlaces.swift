import Canvas
import RepCore
import Testing

@testable import Explorer

/// A block of one family, for the fold screen, with channels to look at.
struct FoldPlace: Sendable, CustomTestStringConvertible {
  let name: String
  let document: Document
  let path: BlockPath

  var testDescription: String { name }

  /// The screen at the block.
  func state(
    size: Size = Size(width: 100, height: 30),
    glyphs: GlyphLevel = .block,
    depth: ColorDepth = .ansi256,
    _ commands: [Command] = []
  ) -> State {
    Fixture.state(
      document,
      size: size,
      glyphs: glyphs,
      depth: depth,
      commands: [.select(path), .show(.fold)] + commands
    )
  }

  /// A pair of channels at one of the steps of the fold, on what the screen shares.
  func moment(
    _ shared: Shared,
    _ pair: (output: Int, input: Int),
    step: Int,
    tap: Int?
  ) throws -> PairAtStep {
    var (shared, choices) = (shared, FoldChoices())
    (shared.selection.output, shared.selection.input) = pair
    choices.go(to: step, of: block.shape.foldSteps)
    choices.tap = tap
    return try #require(PairAtStep(shared, choices), "\(name)")
  }

  /// The block.
  var block: Block {
    guard let block = document.network.block(at: path) else {
      preconditionFailure("\(name) has no block \(path)")
    }
    return block
  }

  /// Pairs of channels: an own one, one of another channel where there is one, the last.
  var pairs: [(output: Int, input: Int)] {
    let shape = block.shape
    let width = shape.inputChannels / shape.groups
    let last = shape.outputChannels - 1
    return [(0, 0), (5 % (last + 1), 5 % width), (1 % (last + 1), width / 2), (last, width - 1)]
  }
}

extension FoldPlace {
  static let plain = FoldPlace(
    name: "three branches",
    document: Fixture.document,
    path: BlockPath(stage: 2, block: 2)
  )
  static let grouped = FoldPlace(
    name: "two groups",
    document: Fixture.document,
    path: BlockPath(stage: 2, block: 1)
  )
  static let depthwise = family(FamilyKernelsTests.depthwise)
  static let pointwise = family(FamilyKernelsTests.pointwise)
  static let averaged = family(FamilyKernelsTests.averaged)
  static let quantizationAware = FoldPlace(
    name: "a norm behind the sum",
    document: Fixture.quantizationAware,
    path: BlockPath(stage: 0, block: 1)
  )
  static let foldedAlready = FoldPlace(
    name: "folded already",
    document: Fixture.folded,
    path: BlockPath(stage: 2, block: 1)
  )
  static let foldedAmongOthers = FoldPlace(
    name: "folded among others",
    document: Fixture.quantizationAware,
    path: BlockPath(stage: 1, block: 1)
  )
  static let damaged = FoldPlace(
    name: "a damaged norm",
    document: Fixture.damaged,
    path: BlockPath(stage: 1, block: 1)
  )

  /// Blocks of a make that no fixture has, each alone in a network.
  static let others =
    [5, 7].map { side in
      alone("\(side)x\(side)") { $0.kernelSize = side }
    } + [
      alone("squeeze-excite") {
        $0.squeezeExcite = SqueezeExciteShape(hidden: 2, placement: .beforeActivation)
      },
      alone("reflected") { $0.padding = .reflect },
      alone("one branch") { $0.branches = [BranchShape(role: .dense)] },
      alone("biases of their own") {
        $0.branches = [
          BranchShape(role: .dense, hasBias: true), BranchShape(role: .pointwise, hasBias: true),
        ]
      },
      alone("no norms") {
        $0.branches = [BranchRole.dense, .pointwise, .identity].map {
          BranchShape(role: $0, norm: nil)
        }
      },
      alone("norms that learn nothing") {
        $0.branches = [BranchRole.dense, .identity].map {
          BranchShape(role: $0, norm: NormShape(epsilon: 1e-3, isAffine: false))
        }
      },
      alone("one branch, then a norm") {
        $0.branches = [BranchShape(role: .dense, norm: nil)]
        $0.postNorm = NormShape()
      },
    ]

  /// Every kind of block that the fold knows.
  static let all =
    [
      plain, grouped, depthwise, pointwise, averaged, quantizationAware, foldedAlready,
      foldedAmongOthers, damaged,
    ] + others

  private static func family(_ place: FamilyKernelsTests.Place) -> FoldPlace {
    FoldPlace(name: place.name, document: place.document, path: place.path)
  }

  private static func alone(_ name: String, _ change: (inout BlockShape) -> Void) -> FoldPlace {
    var shape = BlockShape(
      path: BlockPath(stage: 0, block: 0),
      name: "module",
      inputChannels: 8,
      outputChannels: 8,
      groups: 2,
      branches: [BranchRole.dense, .pointwise, .identity].map { BranchShape(role: $0) }
    )
    change(&shape)
    let architecture = Architecture(
      name: name,
      input: InputShape(channels: 8, height: 12, width: 12),
      stages: [StageShape(blocks: [shape])],
      wiring: .separate
    )
    return FoldPlace(
      name: name,
      document: Document(Network(random: architecture, seed: 17), title: "alone.pt"),
      path: shape.path
    )
  }
}
