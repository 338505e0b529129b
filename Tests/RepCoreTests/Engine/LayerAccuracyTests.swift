import Testing

@testable import RepCore

/// Whole blocks, as the engine runs them, against the double-precision oracle.
@Suite struct LayerAccuracyTests {
  @Test(arguments: InstructionSet.available)
  func `every size from one pixel up comes out right in both forms`(set: InstructionSet) throws {
    let sizes = [(1, 1), (1, 7), (5, 1), (2, 2), (3, 4), (7, 6), (13, 3), (14, 14), (33, 17)]
    for (height, width) in sizes {
      for stride in 1...2 {
        for form in Form.allCases {
          try expectAccuracy(
            BlockCase(stride: stride, height: height, width: width, form: form, set: set)
          )
        }
      }
    }
  }

  @Test(arguments: InstructionSet.available)
  func `every number of channels comes out right`(set: InstructionSet) throws {
    for input in [1, 3, 10, 16, 17, 48] {
      for output in [1, 3, 10, 16, 17, 48, 80] {
        try expectAccuracy(
          BlockCase(channels: (input, output), height: 6, width: 5, batch: 3, set: set)
        )
      }
    }
  }

  @Test(arguments: InstructionSet.available)
  func `sums around the length of a chain come out right`(set: InstructionSet) throws {
    for input in [32, 33, 64, 65, 272, 288, 304, 640] {
      for output in [16, 48, 256, 272] {
        try expectAccuracy(
          BlockCase(channels: (input, output), height: 3, width: 5, set: set, algorithm: .direct)
        )
      }
    }
  }

  @Test(arguments: InstructionSet.available)
  func `groups come out right whether or not they are whole blocks`(set: InstructionSet) throws {
    for (input, output, groups) in [
      (16, 16, 2), (16, 16, 4), (32, 64, 2), (64, 64, 4), (48, 96, 2), (20, 40, 4), (40, 20, 4),
      (48, 48, 48), (36, 36, 3), (128, 128, 4), (17, 17, 17), (34, 68, 2),
    ] {
      for stride in 1...2 {
        for form in Form.allCases {
          try expectAccuracy(
            BlockCase(
              channels: (input, output),
              stride: stride,
              groups: groups,
              height: 7,
              width: 9,
              batch: 2,
              form: form,
              set: set
            )
          )
        }
      }
    }
  }

  @Test(arguments: InstructionSet.available)
  func `strides and dilations beyond two come out right`(set: InstructionSet) throws {
    for stride in [1, 2, 3, 5] {
      for dilation in [1, 2, 4] {
        try expectAccuracy(
          BlockCase(
            channels: (17, 33),
            stride: stride,
            dilation: dilation,
            height: 11,
            width: 10,
            set: set
          )
        )
      }
    }
  }

  @Test(arguments: InstructionSet.available)
  func `squeeze-excite and a norm after the sum come out right`(set: InstructionSet) throws {
    for placement in SqueezeExciteShape.Placement.allCases {
      for form in Form.allCases {
        for channels in [10, 16, 48] {
          try expectAccuracy(
            BlockCase(
              channels: (channels, channels),
              batch: 2,
              form: form,
              hasPostNorm: form == .train,
              squeezeExcite: SqueezeExciteShape(hidden: 5, placement: placement),
              set: set
            )
          )
        }
      }
    }
  }

  @Test(arguments: Activation.allThatRun, InstructionSet.available)
  func `every activation comes out right, with squeeze-excite and without`(
    activation: Activation,
    set: InstructionSet
  ) throws {
    for placement in [nil] + SqueezeExciteShape.Placement.allCases.map(Optional.some) {
      for form in Form.allCases {
        for branches in BranchExecution.allCases {
          try expectAccuracy(
            BlockCase(
              channels: (20, 36),
              height: 9,
              width: 7,
              batch: 2,
              form: form,
              squeezeExcite: placement.map { SqueezeExciteShape(hidden: 5, placement: $0) },
              activation: activation,
              set: set,
              branches: branches
            )
          )
        }
      }
    }
  }

  @Test(arguments: InstructionSet.available)
  func `activations of their own step come out right for every stride, grouping and norm`(
    set: InstructionSet
  ) throws {
    let activations: [Activation] = [.leakyReLU(slope: 0.1), .relu6, .hardswish]
    let shapes: [(channels: (Int, Int), groups: Int)] = [
      ((1, 1), 1), ((3, 17), 1), ((34, 34), 2), ((48, 48), 48), ((15, 31), 1),
    ]
    for activation in activations {
      for (channels, groups) in shapes {
        for stride in 1...2 {
          for (form, hasPostNorm) in [(Form.deploy, false), (.train, false), (.train, true)] {
            try expectAccuracy(
              BlockCase(
                channels: channels,
                stride: stride,
                groups: groups,
                height: 5,
                width: 11,
                batch: stride == 1 ? 3 : 1,
                form: form,
                hasPostNorm: hasPostNorm,
                activation: activation,
                set: set
              )
            )
          }
        }
      }
    }
  }

  @Test(arguments: BranchExecution.allCases)
  func `fused branches compute what written ones compute`(branches: BranchExecution) throws {
    for (stride, groups, postNorm) in [(1, 1, false), (2, 1, false), (1, 2, false), (1, 1, true)] {
      for placement in [nil] + SqueezeExciteShape.Placement.allCases.map(Optional.some) {
        let instance = BlockCase(
          channels: (64, 64),
          stride: stride,
          groups: groups,
          height: 9,
          width: 12,
          batch: 2,
          hasPostNorm: postNorm,
          squeezeExcite: placement.map { SqueezeExciteShape(hidden: 5, placement: $0) },
          branches: branches
        )
        let variants = InstructionSet.available.flatMap { set in
          [ConvolutionAlgorithm.direct, .winogradF4].map { algorithm in
            var variant = instance
            (variant.set, variant.algorithm) = (set, algorithm)
            return variant
          }
        }
        try expectAccuracy(instance, variants: variants)
      }
    }
  }
}

/// Runs the case and compares the last map and the logits with the oracle's, in double.
///
/// `variants` are ways to compute the same, the case's own where none is given; `limit` is the largest
/// error of each in parts of the largest value.
func expectAccuracy(
  _ instance: BlockCase,
  variants: [BlockCase]? = nil,
  limit: (BlockCase) -> Double = { _ in 2e-5 }
) throws {
  let network = Network(random: instance.architecture, seed: 7)
  let shape = [instance.batch, 2, instance.height, instance.width]
  let input = Tensor.normal(shape: shape, seed: 11)
  var map = FeatureMap<Double>(input)
  for block in network.blocks { map = Reference<Double>.run(block, input: map) }
  let wanted = Reference<Double>.globalMeans(map).flatMap { means in
    network.head.map { Reference<Double>.linear(means, kernel: $0.kernel, bias: $0.bias) } ?? []
  }
  for variant in variants ?? [instance] {
    let session = try Session(variant.plan(network))
    let logitError = relativeError(try session.run(input).doubles(), wanted)
    #expect(logitError <= limit(variant), "logits are off by \(logitError): \(variant)")
    let found = try session.lastMap(of: input).values.map { Double($0) }
    let error = relativeError(found, map.values)
    #expect(error <= limit(variant), "map is off by \(error): \(variant)")
  }
}

/// The largest difference in parts of the largest wanted value.
func relativeError(_ found: [Double], _ wanted: [Double]) -> Double {
  precondition(found.count == wanted.count, "\(found.count) values, not \(wanted.count)")
  let scale = wanted.map(abs).max() ?? 0
  let worst = zip(found, wanted).map { abs($0 - $1) }.max() ?? 0
  guard worst.isFinite else { return .infinity }
  return scale == 0 ? worst : worst / scale
}
