import Synchronization
import Testing

@testable import RepCore

@Suite("Verifying a network")
struct VerificationTests {
  private let network = Network(random: Architecture(.small(groups: 2)), seed: 21)

  @Test("a usual network amplifies rounding little, and is judged by the floor")
  func usual() throws {
    let verification = try Verification(network)
    let amplification = try #require(verification.amplification)
    #expect(verification.passes)
    #expect(verification.tolerance == 1e-4 && !verification.amplifies)
    #expect(amplification.changes.count == 3 && Set(amplification.changes).count == 3)
    #expect((1...200).contains(amplification.factor), "\(amplification.factor)")
  }

  @Test("a classifier that cancels its features amplifies rounding by its own factor")
  func amplifying() throws {
    for factor in [1e3, 1e4, 1e5] as [Float] {
      let verification = try Verification(cancelling(factor))
      let amplification = try #require(verification.amplification)
      // Two features of one picture, each off by some rounding, times the factor, over logits of 1.
      let relative = amplification.factor / Double(factor)
      #expect((0.1...20).contains(relative), "\(factor): \(amplification.factor)")
      #expect(verification.tolerance == max(1e-4, 4 * amplification.change), "\(factor)")
      #expect(verification.blocksPass && verification.passes, "\(factor): \(verification)")
    }
    let strong = try Verification(cancelling(1e5))
    #expect(strong.amplifies)
    let error = try #require(strong.logits?.difference.maximumRelative)
    #expect(error > 1e-4, "the old tolerance would have failed this sound network: \(error)")
  }

  @Test("a fault of a tap is seen by its block, however much the network amplifies")
  func realFault() throws {
    let sound = cancelling(1e5).blocks[0]
    let folded = BlockFold(sound).folded()
    let kernel = try #require(folded.branches[0].kernel)
    let wrong = Block(
      shape: folded.shape,
      branches: [
        Branch(
          role: .folded,
          kernel: kernel.replacing(4, by: kernel.floats()[4] + 1e-3),
          bias: folded.branches[0].bias
        )
      ]
    )
    #expect(!BlockCheck(sound, folded: wrong, seed: 0).passes())
  }

  @Test("a tie of the top class is no difference, and a gap beyond the tolerance is one")
  func topClass() {
    let reference = [1, 1.00005, 0.5]
    let tie = LogitCheck([[1.00006, 1.00004, 0.5]], reference: reference)
    #expect(tie.topClass(tolerance: 1e-4) == .tie && tie.passes(tolerance: 1e-4))
    #expect(tie.topClass(tolerance: 1e-5) == .differs && !tie.passes(tolerance: 1e-5))
    let same = LogitCheck([reference, reference], reference: reference)
    #expect(same.topClass(tolerance: 1e-4) == .agrees && same.passes(tolerance: 0))
    let gap = LogitCheck([[1, 0.9]], reference: [0.9, 1])
    #expect(gap.topClass(tolerance: 0.05) == .differs)
  }

  @Test("logits that are no numbers agree with nothing", arguments: [Double.nan, .infinity])
  func notFinite(value: Double) {
    for (form, reference) in [([1, value], [1, 0.0]), ([1, 0], [1, value]), ([value], [value])] {
      let check = LogitCheck([form], reference: reference)
      #expect(check.topClass(tolerance: 1) == .differs && !check.passes(tolerance: 1))
    }
  }

  @Test("progress is told of every phase to its end")
  func progress() throws {
    let ends = Ends()
    _ = try Verification(network) { phase, done, total in
      if done == total { ends.add(phase) }
    }
    #expect(ends.all == VerificationPhase.allCases)
  }

  /// One block whose two outputs are the same but for rounding, and a classifier that takes one from the
  /// other times `factor`, plus 1.
  private func cancelling(_ factor: Float) -> Network {
    let shape = BlockShape(
      path: BlockPath(stage: 0, block: 0),
      inputChannels: 3,
      outputChannels: 2,
      branches: [BranchShape(role: .dense, hasBias: true, norm: NormShape())]
    )
    let kernel = Tensor.normal(shape: [1, 3, 3, 3], seed: 8).floats()
    // The second channel is a third of the first, brought back by its norm.
    let dense = Branch(
      role: .dense,
      kernel: Tensor(kernel + kernel.map { $0 / 3 }, shape: [2, 3, 3, 3]),
      bias: Tensor([0.3, 0.1], shape: [2]),
      norm: BatchNorm(
        shape: NormShape(epsilon: 0),
        gamma: Tensor([1, 3], shape: [2]),
        beta: Tensor([0, 0], shape: [2]),
        mean: Tensor([0, 0], shape: [2]),
        variance: Tensor([1, 1], shape: [2])
      )
    )
    let block = Block(
      shape: BlockShape(
        path: shape.path,
        inputChannels: 3,
        outputChannels: 2,
        branches: [dense.shape]
      ),
      branches: [dense]
    )
    return Network(
      name: "cancelling",
      input: InputShape(channels: 3, height: 16, width: 16),
      stages: [[block]],
      head: Head(
        kernel: Tensor([factor, -factor], shape: [1, 2]),
        bias: Tensor([1], shape: [1])
      )
    )
  }
}

/// The phases that came to their end, in the order in which they did.
private final class Ends: Sendable {
  private let phases = Mutex<[VerificationPhase]>([])

  func add(_ phase: VerificationPhase) { phases.withLock { $0.append(phase) } }

  var all: [VerificationPhase] { phases.withLock { $0 } }
}
