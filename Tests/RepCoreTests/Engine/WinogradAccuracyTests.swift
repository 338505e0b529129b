import Testing

@testable import RepCore

/// Convolutions by Winograd's algorithm against the double-precision oracle.
@Suite struct WinogradAccuracyTests {
  private static let algorithms: [ConvolutionAlgorithm] = [.winogradF2, .winogradF4, .winogradF6]

  /// The case by every algorithm with every instruction set.
  private func expectAccuracyOfAll(_ instance: BlockCase) throws {
    var variants: [BlockCase] = []
    for set in InstructionSet.available {
      for algorithm in Self.algorithms {
        var variant = instance
        (variant.set, variant.algorithm) = (set, algorithm)
        variants.append(variant)
      }
    }
    // What design.md allows: tiles of six lose more than the others.
    try expectAccuracy(instance, variants: variants) { $0.algorithm == .winogradF6 ? 1e-4 : 2e-5 }
  }

  @Test(arguments: 1...2)
  func `every extent from 1 to 33 comes out right`(stride: Int) throws {
    for extent in 1...33 {
      try expectAccuracyOfAll(
        BlockCase(
          channels: (16, 24),
          stride: stride,
          height: extent,
          width: extent * 7 % 33 + 1,
          form: .deploy
        )
      )
    }
  }

  @Test(arguments: 1...2)
  func `every number of channels comes out right in batches`(stride: Int) throws {
    for channels in [(1, 1), (3, 17), (17, 3), (48, 80), (80, 33), (33, 112)] {
      try expectAccuracyOfAll(
        BlockCase(
          channels: channels,
          stride: stride,
          height: 14,
          width: 12,
          batch: 3,
          form: .deploy
        )
      )
    }
  }

  @Test(arguments: 1...2)
  func `sums around the length of a chain come out right`(stride: Int) throws {
    for accuracy in PlanAccuracy.allCases {
      for channels in [16, 32, 48, 64, 80, 176, 192, 208, 384, 400, 640] {
        try expectAccuracyOfAll(
          BlockCase(
            channels: (channels, 48),
            stride: stride,
            height: 8,
            width: 7,
            form: .deploy,
            accuracy: accuracy
          )
        )
      }
    }
  }

  @Test(arguments: Form.allCases)
  func `groups of whole blocks come out right`(form: Form) throws {
    for (input, output, groups) in [(32, 64, 2), (64, 64, 4), (96, 160, 2), (128, 64, 4)] {
      for stride in 1...2 {
        try expectAccuracyOfAll(
          BlockCase(
            channels: (input, output),
            stride: stride,
            groups: groups,
            height: 10,
            width: 7,
            form: form
          )
        )
      }
    }
  }

  @Test(arguments: WinogradFamily.allCases)
  func `however the work is cut, the result is the same`(family: WinogradFamily) throws {
    let instance = BlockCase(
      channels: (40, 80),
      stride: family.stride,
      height: family.stride * 18,
      width: family.stride * 10,
      batch: 2,
      threads: 3,
      form: .deploy
    )
    var variants: [BlockCase] = []
    for set in InstructionSet.available {
      for groupBlocks in set.groupSizes {
        for (tiles, stripes) in [(1, 1), (3, 2), (7, 1), (64, 3), (1000, 1)] {
          for isShared in [false, true] {
            var variant = instance
            variant.set = set
            variant.choice = WinogradChoice(
              family: family,
              groupBlocks: groupBlocks,
              tiles: tiles,
              stripes: stripes,
              isShared: isShared
            )
            variants.append(variant)
          }
        }
      }
    }
    try expectAccuracy(instance, variants: variants) { _ in
      family == .f6 || family == .f4f6 ? 1e-4 : 2e-5
    }
  }

  @Test(arguments: InstructionSet.available, Self.algorithms)
  func `results are the same bits in every run of a plan`(
    set: InstructionSet,
    algorithm: ConvolutionAlgorithm
  ) throws {
    let network = Network(random: Architecture(Recipe.small(groups: 2)), seed: 5)
    let input = Tensor.normal(shape: [1, 3, 48, 40], seed: 6)
    for threads in [1, 2, 3, 5] {
      let options = PlanOptions(
        threads: threads,
        height: 48,
        width: 40,
        instructionSet: set,
        algorithm: algorithm
      )
      var seen: Set<[UInt32]> = []
      for _ in 0..<2 {
        let session = try Session(Plan(network, options))
        for _ in 0..<5 { seen.insert(try session.run(input).floats().map(\.bitPattern)) }
      }
      #expect(seen.count == 1, "\(set.rawValue) \(algorithm.rawValue) \(threads) threads")
    }
  }
}
