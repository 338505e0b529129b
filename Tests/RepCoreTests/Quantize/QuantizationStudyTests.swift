import Testing
import Words

@testable import RepCore

@Suite("Simulated integer networks")
struct QuantizationStudyTests {
  /// Signal by noise behind each block, by the definition on the oracle, in double, all pictures at once.
  private func naive(
    _ network: Network,
    _ setting: QuantizationSetting,
    _ pictures: QuantizationPictures
  ) -> [Double] {
    func joined(_ batches: [Tensor]) -> FeatureMap<Double> {
      let shape = batches[0].shape
      return FeatureMap(
        batch: batches.count * shape[0],
        channels: shape[1],
        height: shape[2],
        width: shape[3],
        values: batches.flatMap { $0.doubles() }
      )
    }
    func rounded(_ map: FeatureMap<Double>, _ seen: FeatureMap<Double>) -> FeatureMap<Double> {
      let (least, greatest) = (min(seen.values.min() ?? 0, 0), max(seen.values.max() ?? 0, 0))
      let highest = Double((1 << setting.bits.activations) - 1)
      let step = (greatest - least) / highest
      let zero = (-least / step).rounded(.toNearestOrEven)
      var map = map
      map.values = map.values.map {
        let integer = ($0 / step).rounded(.toNearestOrEven) + zero
        return (min(max(integer, 0), highest) - zero) * step
      }
      return map
    }
    func rounded(_ kernel: Tensor) -> Tensor {
      let rows = (0..<kernel.shape[0]).map { kernel.slice($0..<$0 + 1).doubles() }
      let whole = rows.joined().map(abs).max() ?? 0
      let highest = Double((1 << (setting.bits.weights - 1)) - 1)
      let taps = rows.flatMap { row in
        let largest = setting.steps == .perTensor ? whole : row.map(abs).max() ?? 0
        return row.map { tap -> Float in
          let step = largest / highest
          return Float((tap / step).rounded(.toNearestOrEven) * step)
        }
      }
      return Tensor(taps, shape: kernel.shape)
    }
    var (seen, map) = (joined(pictures.calibration), joined(pictures.tried))
    var changed = rounded(map, seen)
    return network.blocks.map { block in
      let integer = Block(
        shape: block.shape,
        branches: block.branches.map {
          Branch(
            role: $0.role,
            index: $0.index,
            kernel: $0.kernel.map { rounded($0) },
            bias: $0.bias,
            norm: $0.norm
          )
        },
        postNorm: block.postNorm,
        squeezeExcite: block.squeezeExcite
      )
      seen = Reference<Double>.run(block, input: seen)
      map = Reference<Double>.run(block, input: map)
      let made = Reference<Double>.run(integer, input: changed)
      changed = rounded(made, seen)
      let signal = map.values.reduce(0) { $0 + $1 * $1 }
      let noise = zip(map.values, made.values).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      return signal / noise
    }
  }

  @Test(
    "of the samples err by the decibels, and know the digits, that numpy finds in double",
    arguments: ["digits", "digits-qa"]
  )
  func samples(_ name: String) throws {
    let expected = try #require(try ExpectedQuantization.all()[name])
    let stored = try ModelFile.open(Samples.path("\(name).rvg"))
    let (digits, folded) = (try Samples.digits(), try stored.folded())
    let pictures = try QuantizationPictures(digits, for: stored)
    #expect(pictures.count == 360 && pictures.calibrationCount == 64)
    for (form, network) in [(Form.train, stored), (.deploy, folded)] {
      let settings = WeightSteps.allCases.flatMap { steps in
        QuantizedBits.expected.map { QuantizationSetting($0, steps) }
      }
      let study = try QuantizationStudy(
        of: network,
        settings,
        on: pictures,
        options: PlanOptions(threads: 2)
      )
      let right = expected.study(form, .perTensor).right
      #expect(study.whole == .accuracy(Tally(hits: right, count: 360)))
      for run in study.runs {
        let wanted = try #require(
          expected.study(form, run.setting.steps).runs.first {
            QuantizedBits(weights: $0.weights, activations: $0.activations) == run.setting.bits
          }
        )
        for (index, pair) in zip(run.errors, wanted.decibels).enumerated() {
          let decibels = try #require(pair.0.decibels)
          let message = "\(name) \(form), \(run.setting), block \(index)"
          #expect(abs(decibels - pair.1) < 0.05, "\(message): \(decibels), not \(pair.1)")
        }
        guard case .accuracy(let tally) = run.score else {
          Issue.record("the digits have labels")
          continue
        }
        // A value between two integers may fall to the other side in float32, and a picture with it.
        #expect(
          abs(tally.hits - wanted.right) <= 1,
          "\(name) \(form), \(run.setting): \(tally.hits), not \(wanted.right)"
        )
      }
    }
  }

  @Test("of every family err as the definition says on the oracle")
  func families() throws {
    for (name, network) in ObservedNetworks.all.sorted(by: { $0.key < $1.key }) {
      let stored = network.onSmallPictures
      let (channels, coarse) = (stored.input.channels, name.count.isMultiple(of: 2))
      let data = try Dataset(
        Checkpoint(tensors: [
          "input": .normal(shape: [5, channels, 16, 16], seed: 11),
          "held_out": .bytes([0, 1, 0, 1, 0], shape: [5]),
        ]),
        name: "made"
      )
      let pictures = try QuantizationPictures(data, for: stored)
      #expect(pictures.count == 2 && pictures.calibrationCount == 3 && pictures.part == .heldOut)
      for network in [stored, try stored.folded()] {
        for setting in [
          coarse || network.form == .deploy
            ? QuantizationSetting(QuantizedBits(weights: 4, activations: 6), .perChannel)
            : QuantizationSetting(QuantizedBits(weights: 8, activations: 8), .perTensor)
        ] {
          let study = try QuantizationStudy(
            of: network,
            [setting],
            on: pictures,
            options: PlanOptions(threads: 1)
          )
          let wanted = naive(network, setting, pictures)
          let found = study.runs[0].errors
          #expect(found.count == wanted.count && study.whole == nil)
          for (index, pair) in zip(found, wanted).enumerated() {
            let ratio = pair.0.signal / pair.0.noise
            #expect(
              abs(ratio / pair.1 - 1) < 0.02,
              "\(name) \(network.form as Any) \(setting), \(index): \(ratio), not \(pair.1)"
            )
          }
        }
      }
    }
  }

  @Test("of sixteen bits agree with the network itself on pictures that ranges were taken from")
  func fine() throws {
    let network = Network(random: Architecture(Recipe.small()), seed: 8)
    let pictures = Tensor.normal(shape: [12, 3, 16, 16], seed: 4)
    let data = try Dataset(Checkpoint(tensors: ["input": pictures]), name: "made")
    let setting = QuantizationSetting(QuantizedBits(weights: 16, activations: 16), .perChannel)
    let study = try QuantizationStudy(
      of: network,
      [setting],
      on: QuantizationPictures(data, for: network)
    )
    #expect(study.runs[0].score == .agreement(Tally(hits: 12, count: 12)))
    let worst = study.runs[0].errors.compactMap(\.decibels).min() ?? 0
    #expect(worst > 60, "\(worst) dB")
  }

  @Test("tell of progress block by block, and stop when they are told to")
  func progress() throws {
    let network = try Samples.network()
    let pictures = try QuantizationPictures(try Samples.digits(), for: network)
    let setting = QuantizationSetting(QuantizedBits(weights: 8, activations: 8), .perTensor)
    var told: [Int] = []
    _ = try QuantizationStudy(
      of: network,
      [setting],
      on: pictures,
      progress: { done, total in told.append(done * 10 + total) }
    )
    #expect(told == [17, 27, 37, 47, 57, 67, 77])
    #expect(throws: SessionError.cancelled) {
      try QuantizationStudy(of: network, [setting], on: pictures, isCancelled: { true })
    }
  }

  @Test("of a damaged network have no decibels from the damage on")
  func damage() throws {
    let sample = try Samples.network()
    let opened = try sample.rewritten { name, tensor in
      name == "stage1.1.rbr_dense.conv.weight" ? tensor.replacing(5, by: .nan) : tensor
    }
    let pictures = try QuantizationPictures(try Samples.digits(), for: sample)
    let setting = QuantizationSetting(QuantizedBits(weights: 8, activations: 8), .perTensor)
    let study = try QuantizationStudy(of: opened.network, [setting], on: pictures)
    let decibels = study.runs[0].errors.map(\.decibels)
    #expect(decibels[..<2].allSatisfy { $0 != nil } && decibels[2...].allSatisfy { $0 == nil })
  }

  @Test("are refused pictures of another size, and tried on few where networks are large")
  func pictures() throws {
    let network = Network(random: Architecture(Recipe.small()), seed: 1)
    #expect(throws: FormatError.self) {
      try QuantizationPictures(try Samples.digits(), for: network)
    }
    let large = Network(blank: Architecture(variant: .b1))
    let few = try QuantizationPictures(seeded: 1, for: large)
    #expect(few.count == 4 && few.calibrationCount == 4 && few.part == nil)
  }
}

extension Network {
  /// The same network for pictures of 16 x 16.
  fileprivate var onSmallPictures: Network {
    let input = InputShape(channels: input.channels, height: 16, width: 16)
    return Network(name: name, input: input, stages: stages, head: head)
  }
}
