import Testing

@testable import RepCore

@Suite("Mistakes made on purpose")
struct MistakeTrialTests {
  private func trial(_ mistake: Mistake?, only path: BlockPath? = nil) throws -> MistakeTrial {
    let (digits, network) = (try Samples.digits(), try Samples.network())
    return try MistakeTrial(
      mistake,
      in: path.map { [$0] } ?? Set(network.blocks.map(\.path)),
      of: network,
      on: TrialPictures(for: network, in: digits),
      threads: 1
    )
  }

  /// Counted in double, by another program, on the 360 held-out digits.
  @Test(
    "leave so many of 360 digits right, and are found first in this block",
    arguments: [
      (Mistake.epsilon, 356, "stage0"), (.norms, 356, "stage0"), (.identity, 155, "stage1.1"),
      (.corner, 24, "stage0"), (.activation, 130, "stage0"),
    ]
  )
  func sample(_ mistake: Mistake, right: Int, first: String) throws {
    let found = try trial(mistake)
    #expect(found.score == .accuracy(Tally(hits: right, count: 360)), "\(mistake)")
    #expect(found.first?.title == first, "\(mistake): \(found.checks.map { ($0.title, $0.error) })")
  }

  @Test("are all absent from a network that is folded as it should be")
  func none() throws {
    let found = try trial(nil)
    #expect(found.score == .accuracy(Tally(hits: 356, count: 360)))
    #expect(found.first == nil && found.checks.allSatisfy { !$0.isMade && $0.error < 2e-6 })
  }

  /// Counted in double, by another program.
  @Test(
    "may keep the accuracy in one block, where the check finds them all the same",
    arguments: [(1, 1, 336), (2, 1, 357), (2, 2, 356)]
  )
  func oneBlock(stage: Int, block: Int, right: Int) throws {
    let path = BlockPath(stage: stage, block: block)
    let found = try trial(.identity, only: path)
    #expect(found.score == .accuracy(Tally(hits: right, count: 360)), "\(path)")
    #expect(found.first?.path == path && found.checks.filter(\.isMade).map(\.path) == [path])
    #expect(found.checks.allSatisfy { $0.path == path || $0.passes })
  }

  @Test(
    "hide behind large variances where epsilon is forgotten: 4.7e-03 in stage0, then near the tolerance"
  )
  func epsilon() throws {
    // By another program, on another seeded map.
    let wanted = [4.7e-3, 5.5e-5, 3.0e-5, 1.8e-5, 3.5e-5, 1.4e-5, 2.1e-5]
    let found = try trial(.epsilon).checks.map(\.error)
    for (index, (found, wanted)) in zip(found, wanted).enumerated() {
      #expect(found > wanted / 4 && found < wanted * 4, "block \(index): \(found), not \(wanted)")
    }
  }

  @Test("are what their definition says, value by value, on blocks of every kind")
  func definition() {
    for (index, block) in MistakeTrialTests.blocks.enumerated() {
      let extent = 5
      let shape = [2, block.shape.inputChannels, extent, extent]
      let input = FeatureMap<Double>(Tensor.normal(shape: shape, seed: UInt64(index)))
      for mistake in Mistake.allCases
      where mistake.concerns(block.shape) && mistake != .winograd {
        let found = MistakenBlock(block, mistake).linearPart(of: input)
        let wanted = naive(mistake, block, input)
        let error = Difference(of: found.values, from: wanted.values).maximumRelative
        // A folded block is rounded once to float.
        #expect(error < 1e-6, "\(mistake) of \(block.shape): \(error)")
        let right = Reference<Double>.linearPart(of: block, input: input)
        func results(_ map: FeatureMap<Double>) -> [Double] {
          mistake == .activation
            ? Reference<Double>.activate(map, block.shape.activation).values : map.values
        }
        let change = Difference(of: results(wanted), from: results(right)).maximumRelative
        let check = MistakeCheck(
          block,
          making: mistake,
          on: .normal(shape: shape, seed: UInt64(index))
        )
        #expect(check.isMade && abs(check.error - change) < 1e-5, "\(mistake) of \(block.shape)")
      }
    }
  }

  @Test("concern only the blocks that have what they are about")
  func concerns() {
    let depthwise = MistakeTrialTests.block(groups: 8)
    #expect(!Mistake.identity.concerns(depthwise.shape), "a group of one channel has no other")
    #expect(Mistake.identity.concerns(MistakeTrialTests.block(groups: 4).shape))
    let folded = BlockFold(depthwise).folded(threads: 1)
    #expect(Mistake.allCases.allSatisfy { !$0.concerns(folded.shape) })
    let strided = MistakeTrialTests.block(groups: 1, stride: 2)
    #expect(!Mistake.identity.concerns(strided.shape) && Mistake.corner.concerns(strided.shape))
  }

  // MARK: The same, by hand

  private static func block(groups: Int, stride: Int = 1) -> Block {
    var recipe = Recipe.small(groups: groups)
    recipe.strides = [stride, 1, 2]
    let architecture = Architecture(recipe)
    let blocks = Network(random: architecture, seed: 7).blocks
    return blocks.first { $0.shape.stride == stride && $0.shape.groups == groups } ?? blocks[2]
  }

  private static let blocks: [Block] =
    [1, 2, 4, 8].flatMap { Network(random: Architecture(.small(groups: $0)), seed: 3).blocks }
    + Network(random: .startOfMobileOne, seed: 4).blocks.prefix(4)

  private func naive(
    _ mistake: Mistake,
    _ block: Block,
    _ input: FeatureMap<Double>
  ) -> FeatureMap<Double> {
    var sum: FeatureMap<Double>?
    for branch in block.branches {
      let output = naive(mistake, branch, block.shape, input)
      sum = sum.map { Reference<Double>.add($0, output) } ?? output
    }
    guard let sum else { return input }
    return block.postNorm.map { naive(mistake, $0, sum) } ?? sum
  }

  private func naive(
    _ mistake: Mistake,
    _ branch: Branch,
    _ shape: BlockShape,
    _ input: FeatureMap<Double>
  ) -> FeatureMap<Double> {
    var map: FeatureMap<Double>
    switch (mistake, branch.role) {
    case (.identity, .identity):
      let group = shape.inputChannels / shape.groups
      map = input
      for picture in 0..<input.batch {
        for channel in 0..<input.channels {
          let other = channel / group * group + (channel % group + 1) % group
          for place in 0..<input.height * input.width {
            let plane = input.height * input.width
            map.values[(picture * input.channels + channel) * plane + place] =
              input.values[(picture * input.channels + other) * plane + place]
          }
        }
      }
    case (.corner, .pointwise):
      // The first tap sees the pixel that lies half a window up and to the left.
      let reach = shape.kernelSize / 2 * shape.dilation
      map = Reference<Double>.run(branch.withNorm(nil), in: shape, input: input.moved(by: reach))
    default: map = Reference<Double>.run(branch.withNorm(nil), in: shape, input: input)
    }
    map = branch.norm.map { naive(mistake, $0, map) } ?? map
    return mistake == .activation ? Reference<Double>.activate(map, shape.activation) : map
  }

  private func naive(
    _ mistake: Mistake,
    _ norm: BatchNorm,
    _ map: FeatureMap<Double>
  ) -> FeatureMap<Double> {
    var map = map
    let plane = map.height * map.width
    for channel in 0..<map.channels {
      let places = (0..<map.batch).flatMap { picture in
        (0..<plane).map { (picture * map.channels + channel) * plane + $0 }
      }
      var (mean, variance) = (norm.mean.double(at: channel), norm.variance.double(at: channel))
      if mistake == .norms {
        mean = places.reduce(0) { $0 + map.values[$1] } / Double(places.count)
        variance = places.reduce(0) { $0 + (map.values[$1] - mean) * (map.values[$1] - mean) }
        variance /= Double(places.count)
      }
      let epsilon = mistake == .epsilon ? 0 : norm.shape.epsilon
      let scale = (norm.gamma?.double(at: channel) ?? 1) / (variance + epsilon).squareRoot()
      for place in places {
        map.values[place] =
          (map.values[place] - mean) * scale + (norm.beta?.double(at: channel) ?? 0)
      }
    }
    return map
  }
}

extension FeatureMap {
  /// The map moved down and to the right by so many pixels, zeros behind it.
  fileprivate func moved(by reach: Int) -> FeatureMap {
    var moved = FeatureMap(batch: batch, channels: channels, height: height, width: width)
    for row in 0..<batch * channels * height where row % height >= reach {
      for column in reach..<max(width, reach) {
        moved.values[row * width + column] = values[(row - reach) * width + column - reach]
      }
    }
    return moved
  }
}
