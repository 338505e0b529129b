import Testing

@testable import RepCore

/// Multiply-adds that the kernels do, counted again without their tables.
@Suite struct ProductCountTests {
  /// The step of the case's block, alone in its form.
  private func step(_ instance: BlockCase) throws -> (step: PlanStep, stripes: Int) {
    let plan = try instance.plan(Network(random: instance.architecture, seed: 1))
    let index = try #require(plan.steps.firstIndex { $0.blockPath?.stage == 1 }, "\(instance)")
    guard case .winograd(let choice)? = plan.convolutions.first(where: { $0.step == index })?.choice
    else { return (plan.steps[index], 1) }
    return (plan.steps[index], choice.stripes)
  }

  /// `count` rounded up to whole blocks of 16.
  private func whole(_ count: Int) -> Int { (count + 15) / 16 * 16 }

  @Test(arguments: InstructionSet.available)
  func `a direct convolution multiplies whole blocks, all nine taps`(set: InstructionSet) throws {
    for (input, output) in [(16, 16), (20, 33), (1, 5), (48, 17)] {
      for (height, width, stride, batch) in [
        (1, 1, 1, 1), (7, 5, 1, 2), (7, 5, 2, 1), (6, 9, 3, 2),
      ] {
        let instance = BlockCase(
          channels: (input, output),
          stride: stride,
          height: height,
          width: width,
          batch: batch,
          form: .deploy,
          set: set,
          algorithm: .direct
        )
        let pixels = batch * ((height - 1) / stride + 1) * ((width - 1) / stride + 1)
        let step = try step(instance).step
        #expect(step.macs == pixels * input * output * 9, "\(instance)")
        #expect(step.products == pixels * whole(input) * whole(output) * 9, "\(instance)")
        #expect(step.weightBytes == 4 * (input * output * 9 + output), "\(instance)")
        #expect(
          step.packedBytes == 4 * (whole(input) * whole(output) * 9 + whole(output)),
          "\(instance)"
        )
      }
    }
  }

  @Test func `planes are multiplied as they are`() throws {
    // The first block of every case reads two planes; its 20 outputs take two blocks.
    let instance = BlockCase(
      channels: (20, 16),
      height: 5,
      width: 3,
      form: .deploy,
      algorithm: .direct
    )
    let plan = try instance.plan(Network(random: instance.architecture, seed: 1))
    let first = try #require(plan.steps.first { $0.blockPath?.stage == 0 })
    #expect(first.macs == 15 * 2 * 20 * 9)
    #expect(first.products == 15 * 2 * 32 * 9)
    let linear = try #require(plan.steps.last)
    #expect((linear.macs, linear.products) == (16 * 19, 16 * 32))
    #expect((linear.weightBytes, linear.packedBytes) == (4 * 17 * 19, 4 * 17 * 32))
  }

  @Test func `groups that share blocks multiply zeros, whole groups do not`() throws {
    // (input, output, groups, multiply-adds of a pixel), counted by hand: of 40 outputs in four groups the
    // second and the third block see two blocks of inputs, and every block is given as many.
    let cases = [
      (20, 40, 4, 3 * 16 * 2 * 16 * 9), (32, 64, 2, 4 * 16 * 16 * 9), (17, 17, 17, 2 * 16 * 9),
      (48, 48, 48, 48 * 9),
    ]
    for (input, output, groups, each) in cases {
      let instance = BlockCase(
        channels: (input, output),
        groups: groups,
        height: 3,
        width: 4,
        form: .deploy,
        algorithm: .direct
      )
      let step = try step(instance).step
      #expect(step.macs == 12 * input / groups * output * 9, "\(instance)")
      #expect(step.products == 12 * each, "\(instance)")
    }
  }

  /// The fewest products of `length` outputs in one dimension, by trying every tile at every place.
  private func fewest(_ length: Int, tiles: [(outputs: Int, products: Int)]) -> Int {
    var best: [Int?] = [0]
    for outputs in 1...length {
      let cuts = tiles.compactMap { tile in
        tile.outputs <= outputs ? best[outputs - tile.outputs].map { $0 + tile.products } : nil
      }
      best.append(cuts.min())
    }
    return best[length] ?? 0
  }

  /// Tiles of each algorithm, stride 1: `m + 2` products for `m` outputs; stride 2: `2m + 1`.
  private func tiles(_ algorithm: Algorithm) -> (rows: [(Int, Int)], columns: [(Int, Int)])? {
    let (two, four) = ([(1, 3), (2, 4)], [(2, 4), (3, 5), (4, 6)])
    let six = [(2, 4), (4, 6), (6, 8)]
    let (stridedTwo, stridedFour) = ([(1, 3), (2, 5)], [(2, 5), (3, 7), (4, 9)])
    return switch algorithm {
    case .winogradF2: (two, two)
    case .winogradF4: (four, four)
    case .winogradF6: (six, six)
    case .winogradF4F6: (four, six)
    case .polyphaseP2: (stridedTwo, stridedTwo)
    case .polyphaseP4: (stridedFour, stridedFour)
    case .polyphaseP4P2: (stridedFour, stridedTwo)
    default: nil
    }
  }

  @Test(arguments: [ConvolutionAlgorithm.winogradF2, .winogradF4, .winogradF6])
  func `Winograd's products are those of the fewest tiles`(algorithm: ConvolutionAlgorithm) throws {
    var seen: Set<Algorithm> = []
    for stride in 1...2 {
      for (height, width) in [(2, 2), (7, 6), (14, 14), (8, 12), (13, 9), (28, 10), (5, 3)] {
        for (input, output, groups) in [(16, 16, 1), (20, 33, 1), (64, 32, 2)] {
          for batch in 1...2 {
            let instance = BlockCase(
              channels: (input, output),
              stride: stride,
              groups: groups,
              height: height * stride,
              width: width * stride,
              batch: batch,
              form: .deploy,
              algorithm: algorithm
            )
            let (step, stripes) = try step(instance)
            guard let tiles = tiles(step.algorithm) else { continue }
            seen.insert(step.algorithm)
            let rows = (0..<stripes).reduce(0) { sum, stripe in
              let (first, end) = (stripe * height / stripes, (stripe + 1) * height / stripes)
              return sum + fewest(end - first, tiles: tiles.rows)
            }
            let columns = fewest(width, tiles: tiles.columns)
            let pairs = whole(input / groups) * whole(output)
            #expect(
              step.products == batch * rows * columns * pairs,
              "\(instance) \(step.algorithm) \(stripes) stripes"
            )
          }
        }
      }
    }
    #expect(!seen.isEmpty)
  }

  @Test func `a map of 14x14 takes 484 products, as tiles of four, four, four and two`() throws {
    let instance = BlockCase(
      channels: (32, 48),
      height: 14,
      width: 14,
      threads: 1,
      form: .deploy,
      algorithm: .winogradF4
    )
    let step = try step(instance).step
    #expect(step.macs == 196 * 9 * 32 * 48)
    #expect(step.products == 484 * 32 * 48)
    #expect(step.packedBytes == 4 * (36 * 32 * 48 + 48))
  }

  @Test func `a stem makes two rows with five products in place of six`() throws {
    guard InstructionSet.best.stemColumns != nil else { return }
    let network = Network(random: Architecture(variant: .a0).deployed, seed: 1)
    let step = try #require(try Plan(network, PlanOptions(threads: 1)).steps.first)
    #expect(step.algorithm == .polyphaseRows)
    #expect(step.macs == 112 * 112 * 3 * 48 * 9)
    #expect(step.products == 112 / 2 * 112 * 3 * 48 * 3 * 5)
  }

  @Test func `squeeze-excite has two matrices`() throws {
    let excite = Recipe.SqueezeExcite(reduction: 4, placement: .afterActivation)
    let architecture = Architecture(Recipe.small(squeezeExcite: excite)).deployed
    let network = Network(random: architecture, seed: 1)
    let plan = try Plan(network, PlanOptions(threads: 1, batch: 3))
    let steps = plan.steps.filter { $0.operation == .squeezeExcite }
    #expect(!steps.isEmpty)
    for step in steps {
      let channels = step.outputShape[1]
      let hidden = channels / 4
      #expect(step.macs == 3 * 2 * hidden * channels)
      #expect(step.products == 3 * 2 * whole(hidden) * whole(channels))
    }
  }

  @Test func `norms, sums and activations multiply and add nothing`() throws {
    let plan = try Plan(Network(random: Architecture(Recipe.small()), seed: 1))
    for step in plan.steps where ![.conv3x3, .conv1x1, .linear].contains(step.operation) {
      #expect((step.macs, step.products) == (0, 0), "\(step)")
    }
  }
}
