import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

/// The Winograd screen of a block, ready to be looked at.
struct WinogradPlace: CustomStringConvertible {
  let document: Document
  let block: BlockPath

  var description: String { "\(document.title) \(block)" }

  /// Every block of the documents that has tiles to look at.
  static let all: [WinogradPlace] = [Fixture.document, Fixture.folded, Fixture.quantizationAware]
    .flatMap { document in
      document.paths.map { WinogradPlace(document: document, block: $0) }
    }

  /// A block of 24 channels and stride 1, on 4x4.
  static let plain = WinogradPlace(document: Fixture.document, block: BlockPath(stage: 2, block: 2))

  /// The screen after `lines` of commands; what it needs is known before and behind each.
  func state(_ lines: String..., size: Size = Size(width: 100, height: 30)) -> State {
    var state = Fixture.state(
      document,
      size: size,
      commands: [.sampleTiming, .select(block), .show(.winograd)]
    )
    state.meetNeeds()
    for line in lines {
      _ = state.perform(line: line)
      state.meetNeeds()
    }
    return state
  }

  /// What the block reads: the map of the blocks in front of it, in the deploy form, as the portable kernels make it.
  func input() throws -> FeatureMap<Double> {
    let input = document.stored.input
    let picture = try Tensor.normalInput(
      shape: [1, document.network.inputChannels, input.height, input.width],
      seed: FormRunner.seed
    )
    guard !document.isSeparate, let place = document.paths.firstIndex(of: block), place > 0 else {
      // Blocks that stand alone read as many planes as they need.
      let channels = try #require(document.shape(of: block, in: .deploy)?.inputChannels)
      let (height, width) = (input.height, input.width)
      let values = picture.doubles().prefix(channels * height * width)
      return FeatureMap(
        batch: 1,
        channels: channels,
        height: height,
        width: width,
        values: Array(values)
      )
    }
    let options = PlanOptions(threads: 1, instructionSet: .portable)
    let before = ObservedValue.block(document.paths[place - 1])
    let session = try Session(Plan(document.network.folded(), options))
    return FeatureMap(try #require(try session.run(picture, observing: [before])[before]))
  }

  /// The folded kernel, `O x I/g x 3 x 3`.
  func kernel() throws -> Tensor {
    let folded = try document.network.folded()
    return try #require(folded.block(at: block)?.branches.first?.kernel)
  }
}

extension State {
  var winograd: WinogradScreen {
    guard let screen = current as? WinogradScreen else {
      preconditionFailure("another screen is shown")
    }
    return screen
  }

  var winogradFigures: WinogradFigures? { WinogradFigures(shared, winograd) }

  /// All cells of the screen.
  var shown: String { render().lines.joined(separator: "\n") }
}
