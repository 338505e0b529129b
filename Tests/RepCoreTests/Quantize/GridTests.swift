import Testing

@testable import RepCore

@Suite("Grids of integers")
struct GridTests {
  @Test("around zero have every multiple of the step up to the largest weight, and nothing else")
  func symmetric() {
    var random = SeededRandom(seed: 3)
    for bits in [2, 3, 4, 5, 6, 8, 11, 16] {
      let largest = Double(random.uniform(in: 0.001...50))
      let grid = SymmetricGrid(largest: largest, bits: bits)
      let highest = (1 << (bits - 1)) - 1
      #expect(abs(grid.step * Double(highest) - largest) < 1e-12 * largest, "\(bits) bits")
      for integer in [-highest, -1, 0, 1, highest / 2, highest] {
        let value = Double(integer) * grid.step
        #expect(abs(grid.nearest(value) - value) < 1e-12 * largest, "\(bits) bits, \(integer)")
      }
      for _ in 0..<200 {
        let value = Double(random.uniform(in: -1...1)) * largest
        let nearest = grid.nearest(value)
        let place = nearest / grid.step
        #expect(abs(nearest - value) <= grid.step * (0.5 + 1e-9), "\(bits) bits, \(value)")
        #expect(abs(place - place.rounded()) < 1e-9, "\(bits) bits, \(value)")
      }
      #expect(abs(grid.nearest(3 * largest) - largest) < 1e-12 * largest, "\(bits) bits")
      #expect(abs(grid.nearest(-3 * largest) + largest) < 1e-12 * largest, "\(bits) bits")
    }
  }

  @Test("between two ends hold zero exactly, both ends nearly, and as many integers as bits say")
  func affine() {
    let ranges: [ClosedRange<Double>] = [0...6, -0.8...1.85, -3...(-1), 2...5, -7.25...0.001]
    for bits in [2, 3, 5, 8, 12] {
      for range in ranges {
        let grid = AffineGrid(range, bits: bits)
        let (least, greatest) = (min(range.lowerBound, 0), max(range.upperBound, 0))
        #expect(grid.nearest(0.0) == 0, "\(bits) bits, \(range)")
        var values: Set<Int> = []
        for index in 0...20_000 {
          let value = least - 1 + (greatest - least + 2) * Double(index) / 20_000
          let nearest = grid.nearest(value)
          values.insert(Int((nearest / grid.step).rounded()))
          guard (least...greatest).contains(value) else { continue }
          // Zero on an integer moves both ends by half a step at most.
          #expect(
            abs(nearest - value) <= grid.step * (1 + 1e-9),
            "\(bits) bits, \(range), \(value)"
          )
        }
        #expect(values.count <= 1 << bits, "\(bits) bits, \(range): \(values.count) integers")
        #expect(abs(grid.step * Double((1 << bits) - 1) - (greatest - least)) < 1e-9)
      }
    }
  }

  @Test("send halves to the even integer")
  func halves() {
    let weights = SymmetricGrid(largest: 7, bits: 4)
    #expect([0.5, 1.5, 2.5, -0.5, -1.5].map(weights.nearest) == [0, 2, 2, 0, -2])
    let maps = AffineGrid(0...15, bits: 4)
    #expect([0.5, 1.5, 2.5, 14.5].map { maps.nearest($0) } == [0, 2, 2, 14])
  }

  @Test("leave what is no number as it is, and zeros where there is nothing else")
  func edges() {
    let weights = SymmetricGrid(largest: 0, bits: 8)
    #expect(weights.nearest(0) == 0 && weights.step == 0)
    let maps = AffineGrid(0...0, bits: 8)
    #expect(maps.nearest(0.0) == 0 && maps.step == 0)
    #expect(SymmetricGrid(largest: 1, bits: 8).nearest(.nan).isNaN)
    #expect(AffineGrid(0...1, bits: 8).nearest(Double.infinity) == .infinity)
  }

  @Test("of a kernel are one for all taps, or one for each output channel")
  func kernels() throws {
    let kernel = Tensor([127, 1, -0.4, 0.6, 12.7, 0.1, 0.04, -0.06], shape: [2, 1, 2, 2])
    let shape = BlockShape(
      path: BlockPath(stage: 0, block: 0),
      inputChannels: 1,
      outputChannels: 2,
      kernelSize: 1,
      branches: [BranchShape(role: .pointwise, norm: nil)]
    )
    let taps = kernel.floats()
    let block = Block(
      shape: shape,
      branches: [
        Branch(role: .pointwise, kernel: Tensor([taps[4], taps[3]], shape: [2, 1, 1, 1]))
      ]
    )
    func rounded(_ steps: WeightSteps) throws -> [Float] {
      try #require(block.quantized(bits: 2, steps).branches[0].kernel).floats()
    }
    // Of 2 bits there are -1, 0 and 1 times the largest.
    #expect(try rounded(.perTensor) == [taps[4], 0])
    #expect(try rounded(.perChannel) == [taps[4], taps[3]])
  }
}
