import Testing

@testable import RepCore

/// Whole blocks, as the engine runs them, against the double-precision oracle.
@Suite struct LayerAccuracyTests {
  /// The largest error of a layer, in parts of its largest output.
  static let limit = 2e-5

  @Test(arguments: InstructionSet.available)
  func `every size from one pixel up comes out right in both forms`(set: InstructionSet) throws {
    let sizes = [(1, 1), (1, 7), (5, 1), (2, 2), (3, 4), (7, 6), (13, 3), (14, 14), (33, 17)]
    for (height, width) in sizes {
      for stride in 1...2 {
        for form in Form.allCases {
          try check(
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
        try check(BlockCase(channels: (input, output), height: 6, width: 5, batch: 3, set: set))
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
          try check(
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
        try check(
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
          try check(
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

  /// Compares the last map and the logits.
  private func check(_ instance: BlockCase) throws {
    let network = Network(random: instance.architecture, seed: 7)
    let shape = [instance.batch, 2, instance.height, instance.width]
    let input = Tensor.normal(shape: shape, seed: 11)
    let session = try Session(
      Plan(
        network,
        PlanOptions(
          threads: instance.threads,
          batch: instance.batch,
          instructionSet: instance.set
        )
      )
    )
    let logits = try session.run(input).doubles()
    var map = FeatureMap<Double>(input)
    for block in network.blocks { map = Reference<Double>.run(block, input: map) }
    let found = try session.lastMap(of: input).values.map { Double($0) }
    let error = relativeError(found, map.values)
    #expect(error <= Self.limit, "map is off by \(error): \(instance)")
    let wanted = Reference<Double>.globalMeans(map).flatMap { means in
      Reference<Double>.linear(means, kernel: network.head.kernel, bias: network.head.bias)
    }
    let logitError = relativeError(logits, wanted)
    #expect(logitError <= Self.limit, "logits are off by \(logitError): \(instance)")
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
