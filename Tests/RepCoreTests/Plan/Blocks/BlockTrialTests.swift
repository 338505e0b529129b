import Testing

@testable import RepCore

@Suite("A block that is tried under each algorithm")
struct BlockTrialTests {
  private static let train = Network(random: Architecture(Recipe.small()), seed: 1)
  private static let input = Tensor.normal(shape: [1, 3, 28, 32], seed: 2)
  private static let options = PlanOptions(threads: 2)

  /// The products of a block's convolution of this shape, counted output by output with loops of its own.
  private func direct(_ shape: BlockShape, height: Int, width: Int) -> Int {
    var products = 0
    for _ in 0..<shape.outputExtent(height) {
      for _ in 0..<shape.outputExtent(width) {
        products += shape.kernelSize * shape.kernelSize * shape.inputChannels / shape.groups
      }
    }
    return products * shape.outputChannels
  }

  @Test("has the products of the definition, and of tiles counted by hand")
  func counts() throws {
    let architecture = Self.train.architecture.deployed
    var options = Self.options
    (options.height, options.width) = (28, 32)
    for (block, extent) in zip(architecture.blocks, architecture.extents(height: 28, width: 32)) {
      let outlook = try BlockOutlook(of: block.path, in: architecture, options, cache: nil)
      #expect(outlook.planned.count == 1)
      let wanted = direct(block, height: extent.height, width: extent.width)
      for case .success(let found) in outlook.each.values {
        #expect(found.map(\.counts.direct) == [wanted], "\(block.path)")
      }
      let height = block.outputExtent(extent.height)
      let width = block.outputExtent(extent.width)
      // The rows may be cut into stripes, so only what any cut has in common: all outputs, once.
      for case .success(let found) in outlook.each.values where found[0].family != nil {
        let outputs = found[0].tiles.reduce(0) { $0 + $1.key.height * $1.key.width * $1.value }
        #expect(outputs == height * width, "\(block.path), \(found[0].algorithm.rawValue)")
      }
    }
  }

  @Test("has 784, 484 and 400 products at 14x14 for a pair of channels, on one thread")
  func hand() throws {
    var architecture = BlockCase(channels: (32, 48), height: 14, width: 14, form: .deploy)
      .architecture
    let path = architecture.stages[1].blocks[0].path
    let options = PlanOptions(threads: 1)
    for (stride, wanted) in [
      (
        1,
        [ConvolutionAlgorithm.direct: 1764, .winogradF2: 784, .winogradF4: 484, .winogradF6: 400]
      ),
      (2, [.direct: 441, .winogradF2: 324, .winogradF4: 256]),
    ] {
      architecture.stages[1].blocks[0].stride = stride
      let outlook = try BlockOutlook(of: path, in: architecture, options, cache: nil)
      for algorithm in ConvolutionAlgorithm.allCases {
        let found = try? outlook.each[algorithm]?.get()
        let products = found?.first?.counts.products
        #expect(
          products == wanted[algorithm].map { $0 * 32 * 48 },
          "\(algorithm.rawValue), stride \(stride)"
        )
      }
      // The weights of 16, 36 and 64 points in place of nine taps.
      let points = [
        ConvolutionAlgorithm.direct: 9, .winogradF2: 16, .winogradF4: 36, .winogradF6: 64,
      ]
      for case (let algorithm, .success(let found)) in outlook.each {
        let bytes = try #require(points[algorithm]) * 32 * 48 * 4
        #expect(found[0].weightBytes == bytes, "\(algorithm.rawValue), stride \(stride)")
      }
    }
  }

  @Test(
    "makes five products of six where a stem takes two rows of outputs together",
    .enabled(if: InstructionSet.best.stemColumns != nil)
  )
  func stem() throws {
    let architecture = Architecture(variant: .a0).deployed
    let outlook = try BlockOutlook(
      of: BlockPath(stage: 0, block: 0),
      in: architecture,
      PlanOptions(threads: 2),
      cache: nil
    )
    let found = try #require(outlook.planned.first)
    #expect(found.algorithm == .polyphaseRows && found.family == nil)
    // 112x112 outputs of 48 channels, each of 27 taps.
    #expect(found.counts.direct == 112 * 112 * 48 * 27)
    #expect(found.counts.products * 6 == found.counts.direct * 5)
    let direct = try #require(try outlook.each[.direct]?.get().first)
    #expect(direct.counts.products == found.counts.direct && direct.algorithm == .directPlanar)
  }

  @Test("is right under each, where the oracle has its input, and takes some time")
  func trial() throws {
    for network in [Self.train, try Self.train.folded()] {
      for block in network.blocks.dropFirst() {
        let trial = try BlockTrial(
          of: block.path,
          in: network,
          on: Self.input,
          Self.options,
          runs: 2,
          cache: nil
        )
        #expect(trial.each[.direct] != nil && trial.each[.winogradF2] != nil, "\(block.path)")
        for (algorithm, found) in trial.each {
          let limit = algorithm == .winogradF6 ? 1e-4 : 2e-5
          #expect(
            found.error > 0 && found.error <= limit,
            "\(block.path), \(algorithm.rawValue): \(found.error)"
          )
          #expect(found.timing.median > 0, "\(block.path), \(algorithm.rawValue)")
          let family = algorithm.family(stride: block.shape.stride)
          #expect(
            found.convolutions.contains { $0.family == family },
            "\(block.path), \(algorithm.rawValue)"
          )
        }
      }
    }
  }

  @Test("reads the picture's first planes where blocks stand alone")
  func separate() throws {
    let chain = Self.train
    let alone = Network(name: "alone", input: chain.input, stages: chain.stages, head: nil)
    let widest = alone.inputChannels
    let input = Tensor.normal(shape: [2, widest, 9, 12], seed: 5)
    for block in alone.blocks {
      let trial = try BlockTrial(
        of: block.path,
        in: alone,
        on: input,
        Self.options,
        runs: 1,
        cache: nil
      )
      for (algorithm, found) in trial.each {
        #expect(found.error <= 1e-4, "\(block.path), \(algorithm.rawValue): \(found.error)")
      }
    }
  }

  @Test("ends where it is told to, and tells how far it is")
  func ending() throws {
    struct Enough: Error {}
    var told: [[Int]] = []
    #expect(throws: Enough.self) {
      _ = try BlockTrial(
        of: BlockPath(stage: 1, block: 1),
        in: Self.train,
        on: Self.input,
        Self.options,
        runs: 2,
        cache: nil
      ) { done, total in
        told.append([done, total])
        if done == 3 { throw Enough() }
      }
    }
    #expect(told.map { $0[0] } == [0, 1, 2, 3])
    #expect(told.allSatisfy { $0[1] == told[0][1] && $0[1] >= 8 })
  }
}
