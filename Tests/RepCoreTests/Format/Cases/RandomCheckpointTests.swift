import Testing

@testable import RepCore

@Suite("A random checkpoint of a random scheme")
struct RandomCheckpointTests {
  private static let seeds = 0..<600

  private func recognise(_ checkpoint: RandomCheckpoint) throws -> Recognizer.Result {
    try Recognizer(CheckpointSet(Checkpoint(tensors: checkpoint.tensors))).recognize(
      named: "a file"
    )
  }

  @Test("opens with all its blocks, which fold to the right kernels")
  func folds() throws {
    for seed in Self.seeds {
      let checkpoint = RandomCheckpoint(seed: UInt64(seed))
      let found: Recognizer.Result
      do { found = try recognise(checkpoint) } catch {
        Issue.record("\(checkpoint): \(error)")
        continue
      }
      let prefixes = Set(found.blocks.map(\.prefix))
      #expect(prefixes == Set(checkpoint.blocks.keys), "\(checkpoint): \(found.opaqueBlocks)")
      for (name, block) in zip(found.blocks.map(\.prefix), found.network.blocks) {
        guard let (own, factor) = checkpoint.blocks[name] else { continue }
        let epsilon = block.branches.compactMap(\.norm).first?.shape.epsilon
        let right = NaiveFold(own.withEpsilon(epsilon), factor: factor)
        let fold = BlockFold(block).doubles()
        guard fold.kernel.count == right.kernel.count else {
          Issue.record(
            "\(checkpoint): \(name) has \(fold.kernel.count) taps, not \(right.kernel.count)"
          )
          continue
        }
        #expect(relativeError(fold.kernel, right.kernel) < 1e-12, "\(checkpoint): \(name)")
        #expect(relativeError(fold.bias, right.bias) < 1e-9, "\(checkpoint): \(name)")
      }
      if let epsilon = found.network.blocks.flatMap(\.branches).compactMap(\.norm).first?.shape
        .epsilon
      {
        let named = found.network.conditions.map(\.condition)
        #expect(named.contains { $0.contains("epsilon is \(epsilon)") }, "\(checkpoint): \(named)")
      }
    }
  }

  @Test("accounts for every tensor exactly once")
  func accounts() throws {
    for seed in Self.seeds {
      let checkpoint = RandomCheckpoint(seed: UInt64(seed))
      let coverage = try recognise(checkpoint).coverage
      let listed = coverage.ignored + coverage.opaque
      #expect(Set(listed).count == listed.count, "\(checkpoint)")
      #expect(coverage.found == checkpoint.tensors.count, "\(checkpoint): \(coverage)")
      for name in checkpoint.odd { #expect(listed.contains(name), "\(checkpoint): \(name)") }
    }
  }
}

extension Block {
  /// The same weights with another epsilon in every norm, which no tensor tells.
  fileprivate func withEpsilon(_ epsilon: Double?) -> Block {
    guard let epsilon else { return self }
    let branches = branches.map { branch in
      Branch(
        role: branch.role,
        index: branch.index,
        kernel: branch.kernel,
        bias: branch.bias,
        norm: branch.norm.map {
          BatchNorm(
            shape: NormShape(epsilon: epsilon, isAffine: $0.shape.isAffine),
            gamma: $0.gamma,
            beta: $0.beta,
            mean: $0.mean,
            variance: $0.variance
          )
        }
      )
    }
    var shape = shape
    shape.branches = branches.map(\.shape)
    return Block(shape: shape, branches: branches, postNorm: postNorm, squeezeExcite: squeezeExcite)
  }
}
