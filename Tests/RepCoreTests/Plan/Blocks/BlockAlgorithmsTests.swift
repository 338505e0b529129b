import Testing

@testable import RepCore

@Suite("The algorithm of a single block")
struct BlockAlgorithmsTests {
  private static let small = Network(random: Architecture(Recipe.small()), seed: 1)
  private static let folded: Network = {
    do { return try small.folded() } catch { preconditionFailure("\(error)") }
  }()

  private static func options(
    _ algorithms: [BlockPath: ConvolutionAlgorithm],
    threads: Int = 2
  ) -> PlanOptions {
    PlanOptions(threads: threads, height: 32, width: 32, algorithms: algorithms)
  }

  /// How the windows of 3x3 of a block are computed.
  private func algorithms(_ plan: Plan, _ path: BlockPath) -> [Algorithm] {
    plan.steps.filter { $0.blockPath == path && $0.operation == .conv3x3 }.map(\.algorithm)
  }

  @Test("is obeyed where it can be, and changes no other block, though its shape be the same")
  func oneOfTwo() throws {
    for network in [Self.small, Self.folded] {
      let free = try Plan(network, Self.options([:]))
      let paths = network.blocks.map(\.path)
      for path in paths.dropFirst() {
        for algorithm in ConvolutionAlgorithm.allCases {
          let plan = try Plan(network, Self.options([path: algorithm]))
          for other in paths where other != path {
            #expect(
              algorithms(plan, other) == algorithms(free, other),
              "\(algorithm.rawValue) of \(path) changes \(other)"
            )
          }
          let shape = try #require(network.block(at: path)?.shape)
          let wanted = algorithm.family(stride: shape.stride)?.algorithm ?? .direct
          if plan.obstacles[path] == nil {
            #expect(algorithms(plan, path) == [wanted], "\(algorithm.rawValue) of \(path)")
          } else {
            #expect(
              algorithms(plan, path) == algorithms(free, path),
              "\(algorithm.rawValue) of \(path)"
            )
          }
        }
      }
    }
  }

  @Test("is what counts, whatever a measured plan or the other options say")
  func precedence() throws {
    let path = BlockPath(stage: 1, block: 1)
    var options = Self.options([path: .winogradF2])
    options.algorithm = .direct
    let forced = try Plan(Self.folded, options)
    #expect(algorithms(forced, path) == [.winogradF2])
    #expect(
      Set(forced.steps.filter { $0.blockPath != path }.map(\.algorithm)).isDisjoint(with: [
        .winogradF2
      ])
    )
    options.algorithm = nil
    let shape = try #require(
      Plan(Self.folded, options).convolutions.first { forced.steps[$0.step].blockPath == path }?
        .shape
    )
    for (text, isTaken) in [("f2/1/3/1/own", true), ("f4/1/3/1/own", false), ("direct", false)] {
      let known = try #require(ConvolutionChoice(text))
      let plan = try Plan(Self.folded, options, choices: [shape.key: known])
      let found = plan.convolutions.first { plan.steps[$0.step].blockPath == path }?.choice
      #expect(found?.family == .f2, "\(text)")
      #expect((found == known) == isTaken, "\(text)")
    }
  }

  @Test("leaves the logits what the oracle has, under every algorithm of every block")
  func logits() throws {
    let input = Tensor.normal(shape: [1, 3, 32, 32], seed: 2)
    for network in [Self.small, Self.folded] {
      let wanted = Reference<Double>.run(network, input: FeatureMap(input)).flatMap { $0 }
      let paths = network.blocks.map(\.path)
      for algorithm in ConvolutionAlgorithm.allCases {
        let all = Dictionary(uniqueKeysWithValues: paths.map { ($0, algorithm) })
        for algorithms in paths.map({ [$0: algorithm] }) + [all] {
          for threads in [1, 3] {
            let plan = try Plan(network, Self.options(algorithms, threads: threads))
            let error = relativeError(try Session(plan).run(input).doubles(), wanted)
            #expect(error <= 1e-4, "\(algorithms), \(threads) threads: off by \(error)")
          }
        }
      }
    }
  }

  @Test("that cannot be is told with its reason")
  func obstacles() throws {
    func obstacle(
      _ instance: BlockCase,
      _ algorithm: ConvolutionAlgorithm,
      _ change: (inout BlockShape) -> Void = { _ in },
      memory: PlanMemory = .fast
    ) throws -> ChoiceObstacle? {
      var architecture = instance.architecture
      change(&architecture.stages[1].blocks[0])
      let path = architecture.stages[1].blocks[0].path
      let network = Network(random: architecture, seed: 1)
      let options = PlanOptions(threads: 2, algorithms: [path: algorithm], memory: memory)
      return try Plan(network, options).obstacles[path]
    }
    var plain = BlockCase(channels: (32, 32), height: 7, width: 9, form: .deploy)
    #expect(try obstacle(plain, .winogradF4) == nil)
    #expect(try obstacle(plain, .winogradF6) == .extent(height: 7, width: 9, .f6))
    #expect(try obstacle(plain, .winogradF4, memory: .low) == .memory)
    #expect(try obstacle(plain, .winogradF2, memory: .low) == nil)
    (plain.height, plain.width) = (1, 9)
    #expect(try obstacle(plain, .winogradF4) == .extent(height: 1, width: 9, .f4))
    #expect(try obstacle(plain, .winogradF2) == nil)
    plain.height = 8
    plain.stride = 2
    #expect(try obstacle(plain, .winogradF4) == nil)
    #expect(try obstacle(plain, .winogradF6) == .sixOfStrideTwo)
    plain.stride = 3
    #expect(try obstacle(plain, .winogradF2) == .stride(3))
    plain.stride = 1
    plain.dilation = 2
    #expect(try obstacle(plain, .winogradF2) == .dilation(2))
    plain.dilation = 1
    plain.groups = 4
    #expect(try obstacle(plain, .winogradF2) == .groups(inputs: 8, outputs: 8))
    plain.groups = 2
    #expect(try obstacle(plain, .winogradF2) == nil)
    plain.groups = 32
    #expect(try obstacle(plain, .winogradF2) == .depthwise)
    #expect(try obstacle(plain, .direct) == nil)
    plain.groups = 1
    #expect(try obstacle(plain, .winogradF2) { $0.kernelSize = 1 } == .window(1))
  }

  @Test("of the first block is told to read the pictures, and of no block that there is none")
  func ends() throws {
    let first = BlockPath(stage: 0, block: 0)
    let nowhere = BlockPath(stage: 9, block: 9)
    for algorithm in ConvolutionAlgorithm.allCases where algorithm != .direct {
      let plan = try Plan(Self.folded, Self.options([first: algorithm, nowhere: algorithm]))
      #expect(plan.obstacles == [first: .pictures, nowhere: .noConvolution])
    }
    let plan = try Plan(Self.folded, Self.options([first: .direct]))
    #expect(plan.obstacles.isEmpty && algorithms(plan, first) == [.directPlanar])
  }

  @Test("is no tile of six in a deep network")
  func depth() throws {
    let instance = BlockCase(channels: (64, 64), height: 12, width: 12, form: .deploy)
    var architecture = instance.architecture
    let block = architecture.stages[1].blocks[0]
    for (count, obstacle) in [(31, nil), (32, ChoiceObstacle.accuracy)] {
      architecture.stages[1] = StageShape(
        blocks: (0..<count).map { index in
          var block = block
          block.path = BlockPath(stage: 1, block: index)
          return block
        }
      )
      let network = Network(blank: architecture)
      let options = PlanOptions(threads: 1, algorithms: [block.path: .winogradF6])
      #expect(try Plan(network, options).obstacles[block.path] == obstacle, "\(count + 1) blocks")
    }
  }

  @Test("does not spoil what a measurement remembers of the shape")
  func measured() throws {
    try withTemporaryFolder { folder in
      let cache = PlanCache(folder: folder)
      let path = BlockPath(stage: 1, block: 1)
      let plan = try Plan.measured(Self.folded, Self.options([path: .direct]), cache: cache)
      #expect(algorithms(plan, path) == [.direct])
      let known = cache.choices(for: Self.options([:]), PlanAccuracy(Self.folded))
      let free = try Plan.measured(Self.folded, Self.options([:]), cache: cache) { _, _ in
        Issue.record("measured again")
      }
      for (_, shape, choice) in free.convolutions {
        #expect(known[shape.key] == choice, "\(shape.key)")
      }
      let again = try Plan.measured(Self.folded, Self.options([path: .direct]), cache: cache)
      #expect(algorithms(again, path) == [.direct])
    }
  }
}
