import Testing
import Words

@testable import RepCore

@Suite("A network without what a lesion takes out")
struct LesionTests {
  @Test("computes the sum of the other branches, and nothing where a block is skipped")
  func naive() throws {
    for (name, network) in LesionTests.networks {
      let input = FeatureMap<Double>(
        Tensor.normal(
          shape: [2, network.input.channels, 16, 16],
          seed: 3
        )
      )
      for size in 0...5 {
        for lesion in lesions(of: network, size: size) {
          let changed = try network.with(lesion)
          let wanted = LesionTests.naive(network, without: lesion, input)
          let found = Reference<Double>.run(changed, input: input)
          let error = Difference(of: found.joined(), from: wanted.joined()).maximumRelative
          #expect(error < 1e-12, "\(name) without \(lesion): \(error)")
          let folded = Reference<Double>.run(try changed.folded(threads: 1), input: input)
          let folding = Difference(of: folded.joined(), from: wanted.joined()).maximumRelative
          #expect(folding < 1e-5, "folded \(name) without \(lesion): \(folding)")
        }
      }
    }
  }

  @Test("is run by the engine, in both forms")
  func engine() throws {
    for (name, network) in LesionTests.networks {
      let input = Tensor.normal(shape: [1, network.input.channels, 16, 16], seed: 4)
      for lesion in lesions(of: network, size: 3) {
        let wanted = LesionTests.naive(network, without: lesion, FeatureMap(input))
        let changed = try network.with(lesion)
        for form in [changed, try changed.folded(threads: 1)] {
          let session = try Session(Plan(form, PlanOptions(threads: 1, height: 16, width: 16)))
          let found = try session.run(input).floats().map(Double.init)
          let error = Difference(of: found, from: wanted.joined()).maximumRelative
          #expect(error < 1e-4, "\(name) without \(lesion): \(error)")
        }
      }
    }
  }

  @Test("stays the same without a lesion, and all that was not taken out stays the same")
  func rest() throws {
    let network = Network(random: Architecture(.small()), seed: 2)
    let path = network.blocks[2].path
    let cut = Lesion.Cut(path, BranchID(.pointwise))
    for lesion in [Lesion(), Lesion(cutting: [cut])] {
      let changed = try network.with(lesion)
      for (old, new) in zip(network.blocks, changed.blocks) {
        let kept = old.shape.branches.map(\.id).filter {
          !lesion.branches(of: old.path).contains($0)
        }
        #expect(new.shape.branches.map(\.id) == kept, "\(old.path) without \(lesion)")
        #expect(new.path == old.path && new.shape.activation == old.shape.activation)
        for (left, right) in zip(old.norms.suffix(1), new.norms.suffix(1)) {
          #expect(left.variance.floats() == right.variance.floats(), "\(old.path)")
        }
      }
    }
  }

  @Test("cannot be without what it does not have, nor skip a block that changes the map")
  func obstacles() {
    let network = Network(random: Architecture(.small()), seed: 2)
    let first = network.blocks[0]
    let absent = Lesion.Cut(first.path, BranchID(.identity))
    func obstacle(_ lesion: Lesion) -> LesionObstacle? {
      do {
        _ = try network.with(lesion)
        return nil
      } catch {
        return error
      }
    }
    #expect(obstacle(Lesion(cutting: [absent])) == .absentBranch(absent))
    let nowhere = BlockPath(stage: 7, block: 1)
    #expect(obstacle(Lesion(skipping: [nowhere])) == .absentBlock(nowhere))
    for block in network.blocks.map(\.shape) {
      let keepsShape = block.stride == 1 && block.inputChannels == block.outputChannels
      #expect(
        obstacle(Lesion(skipping: [block.path])) == (keepsShape ? nil : .reshapes(block)),
        "\(block.path)"
      )
    }
    #expect(obstacle(Lesion(skipping: [first.path]))?.description.contains("stride 2") == true)
  }

  @Test("is put together branch by branch and block by block, and taken back")
  func toggling() {
    let (one, other) = (BlockPath(stage: 0, block: 0), BlockPath(stage: 1, block: 1))
    var lesion = Lesion()
    lesion.toggle(Lesion.Cut(one, BranchID(.dense)))
    lesion.toggle(Lesion.Cut(other, BranchID(.identity)))
    lesion.toggle(other)
    #expect(lesion.count == 3 && lesion.branches(of: one) == [BranchID(.dense)])
    #expect(lesion.skipped == [other])
    lesion.toggle(other)
    lesion.toggle(Lesion.Cut(one, BranchID(.dense)))
    lesion.toggle(Lesion.Cut(other, BranchID(.identity)))
    #expect(lesion.isEmpty && lesion == Lesion())
  }

  @Test("has no branches to lose where its blocks are folded")
  func cuts() throws {
    let network = Network(random: Architecture(.small()), seed: 2)
    #expect(network.architecture.cuts.count == 2 * 2 + 5 * 3)
    #expect(try network.folded(threads: 1).architecture.cuts.isEmpty)
  }

  // MARK: The same, by hand

  static let networks: [(String, Network)] = {
    let small = [1, 2, 8].map { groups in
      ("groups \(groups)", Network(random: Architecture(.small(groups: groups)), seed: 11))
    }
    let excited = SqueezeExciteShape.Placement.allCases.map { placement in
      let excite = Recipe.SqueezeExcite(reduction: 2, placement: placement)
      let recipe = Recipe.small(squeezeExcite: excite)
      return ("\(placement)", Network(random: Architecture(recipe), seed: 12))
    }
    return small + excited + [
      ("MobileOne", Network(random: .startOfMobileOne, seed: 13)),
      ("QARepVGG", Network(random: .withNormsBehindSums, seed: 14)),
    ]
  }()

  /// Lesions of `size` branches, the last of them with all that one block has, and a block that can be skipped.
  private func lesions(of network: Network, size: Int) -> [Lesion] {
    let cuts = network.architecture.cuts
    let drawn = Lesion.random(size, of: cuts, draws: 2, seed: 5)
    let whole = cuts.filter { $0.block == cuts[size % cuts.count].block }
    let skipped = network.blocks.map(\.shape).filter(\.canBeSkipped).map(\.path).prefix(size % 3)
    return drawn + [Lesion(cutting: Set(whole), skipping: Set(skipped))]
  }

  static func naive(
    _ network: Network,
    without lesion: Lesion,
    _ input: FeatureMap<Double>
  ) -> [[Double]] {
    var map = input
    for block in network.blocks where !lesion.skipped.contains(block.path) {
      var sum = FeatureMap<Double>(
        batch: map.batch,
        channels: block.shape.outputChannels,
        height: block.shape.outputExtent(map.height),
        width: block.shape.outputExtent(map.width)
      )
      for branch in block.branches {
        guard !lesion.cuts.contains(Lesion.Cut(block.path, branch.id)) else { continue }
        sum = Reference<Double>.add(
          sum,
          Reference<Double>.run(branch, in: block.shape, input: map)
        )
      }
      map = Reference<Double>.finish(block, sum: sum)
    }
    guard let head = network.head else { return [] }
    return Reference<Double>.globalMeans(map).map {
      Reference<Double>.linear($0, kernel: head.kernel, bias: head.bias)
    }
  }
}

extension Architecture {
  /// Blocks as QARepVGG has them: a norm behind the 3x3 and one behind the sum.
  fileprivate static var withNormsBehindSums: Architecture {
    var architecture = Architecture(.small())
    architecture.stages = architecture.stages.map { stage in
      StageShape(
        blocks: stage.blocks.map { block in
          var block = block
          block.postNorm = NormShape()
          block.branches = block.branches.map { branch in
            var branch = branch
            if branch.role != .dense { branch.norm = nil }
            return branch
          }
          return block
        }
      )
    }
    return architecture
  }
}
