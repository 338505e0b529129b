import RepCore
import Testing

@Suite("The oracle")
struct ReferenceTests {
  @Test("a 3x3 convolution sees zeros outside the picture")
  func padding() {
    let input = FeatureMap<Double>(Tensor((1...9).map { Float($0) }, shape: [1, 1, 3, 3]))
    let ones = Tensor([Float](repeating: 1, count: 9), shape: [1, 1, 3, 3])
    let output = Reference<Double>.convolve(
      input,
      kernel: ones,
      bias: nil,
      stride: 1,
      groups: 1,
      dilation: 1
    )
    #expect(output.values == [12, 21, 16, 27, 45, 33, 24, 39, 28])
  }

  @Test(
    "padding takes the pixels around the map from where PyTorch does",
    arguments: [
      // numpy.pad(1...4, 2, mode) for reflect, edge and wrap, of which the middle is the map itself.
      (PaddingMode.zeros, [0, 0, 1, 2, 3, 4, 0, 0]), (.reflect, [3, 2, 1, 2, 3, 4, 3, 2]),
      (.replicate, [1, 1, 1, 2, 3, 4, 4, 4]), (.circular, [3, 4, 1, 2, 3, 4, 1, 2]),
    ] as [(PaddingMode, [Double])]
  )
  func paddingModes(mode: PaddingMode, padded: [Double]) {
    let input = FeatureMap<Double>(Tensor((1...4).map { Float($0) }, shape: [1, 1, 1, 4]))
    for (taps, dilation) in [([1, 0, 0], 1), ([0, 1, 0], 1), ([0, 0, 1], 1), ([1, 0, 0], 2)] {
      let rows: [Float] = [0, 0, 0] + taps.map { Float($0) } + [0, 0, 0]
      let output = Reference<Double>.convolve(
        input,
        kernel: Tensor(rows, shape: [1, 1, 3, 3]),
        bias: nil,
        stride: 1,
        groups: 1,
        dilation: dilation,
        padding: mode
      )
      let shift = 2 + ((taps.firstIndex(of: 1) ?? 1) - 1) * dilation
      let place = "\(mode) \(taps) dilation \(dilation)"
      #expect(output.values == Array(padded[shift..<shift + 4]), "\(place)")
      let turned = Reference<Double>.convolve(
        FeatureMap(batch: 1, channels: 1, height: 4, width: 1, values: input.values),
        kernel: Tensor((0..<9).map { rows[$0 % 3 * 3 + $0 / 3] }, shape: [1, 1, 3, 3]),
        bias: nil,
        stride: 1,
        groups: 1,
        dilation: dilation,
        padding: mode
      )
      #expect(turned.values == output.values, "\(place), in columns")
    }
  }

  @Test("activations are what their definitions say")
  func activations() {
    let input = FeatureMap<Double>(
      batch: 1,
      channels: 1,
      height: 1,
      width: 7,
      values: [-4, -3, -1.5, 0, 1.5, 5, 8]
    )
    let expected: [(Activation, [Double])] = [
      (.relu, [0, 0, 0, 0, 1.5, 5, 8]), (.relu6, [0, 0, 0, 0, 1.5, 5, 6]),
      (.leakyReLU(slope: 0.5), [-2, -1.5, -0.75, 0, 1.5, 5, 8]),
      (.leakyReLU(slope: -2), [8, 6, 3, 0, 1.5, 5, 8]),
      (.hardswish, [0, 0, -0.375, 0, 1.125, 5, 8]),
      (.identity, input.values),
    ]
    for (activation, values) in expected {
      #expect(Reference<Double>.activate(input, activation).values == values, "\(activation)")
    }
  }

  @Test("stride 2 keeps every second window, from the first")
  func stride() {
    let input = FeatureMap<Double>(Tensor((1...16).map { Float($0) }, shape: [1, 1, 4, 4]))
    let centre = Tensor([0, 0, 0, 0, 2, 0, 0, 0, 0], shape: [1, 1, 3, 3])
    let output = Reference<Double>.convolve(
      input,
      kernel: centre,
      bias: Tensor([10], shape: [1]),
      stride: 2,
      groups: 1,
      dilation: 1
    )
    #expect(output.values == [12, 16, 28, 32])
  }

  @Test("groups see only their own channels")
  func groups() {
    let input = FeatureMap<Double>(Tensor([1, 10, 100, 1000], shape: [1, 4, 1, 1]))
    let kernel = Tensor([1, 1, 1, 1], shape: [2, 2, 1, 1])
    let output = Reference<Double>.convolve(
      input,
      kernel: kernel,
      bias: nil,
      stride: 1,
      groups: 2,
      dilation: 1
    )
    #expect(output.values == [11, 1100])
  }

  @Test("a norm uses its epsilon")
  func norm() {
    let norm = BatchNorm(
      shape: NormShape(epsilon: 0.25),
      gamma: Tensor([3], shape: [1]),
      beta: Tensor([1], shape: [1]),
      mean: Tensor([2], shape: [1]),
      variance: Tensor([2], shape: [1])
    )
    let output = Reference<Double>.normalize(
      FeatureMap(Tensor([5, 2], shape: [1, 1, 1, 2])),
      norm
    )
    #expect(output.values == [7, 1])
  }

  @Test("squeeze-excite scales each channel by its gate")
  func squeezeExcite() {
    let weights = SqueezeExcite(
      reduceKernel: Tensor([1, 1], shape: [1, 2]),
      reduceBias: Tensor([-3], shape: [1]),
      expandKernel: Tensor([0, 0], shape: [2, 1]),
      expandBias: Tensor([0, 100], shape: [2])
    )
    let output = Reference<Double>.squeezeExcite(
      FeatureMap(Tensor([4, 8, 6, 2], shape: [1, 2, 1, 2])),
      weights
    )
    #expect(output.values == [2, 4, 6, 2])
  }
}
