import Testing

@testable import RepCore

@Suite struct RooflineTests {
  /// A machine of round numbers: 100 GFLOP/s, 100 GB/s from a cache of 1 MB, 10 GB/s from memory.
  private let machine = Ceilings(threads: 1, instructionSet: .portable, lastCache: 1 << 20) {
    let rate: [Ceiling: Double] = [
      .peakOfOne: 100e9, .peak: 100e9, .level1: 200e9, .level2: 100e9, .memory: 10e9, .triad: 8e9,
    ]
    return Rate($0.unit, runs: [(rate[$0] ?? 0) / 2, rate[$0] ?? 0])
  }

  /// A network whose weights take so many bytes.
  private func plan(packed: Int) -> MemoryPlan {
    MemoryPlan(
      parameters: packed,
      packed: packed,
      activationsPeak: 1000,
      scratch: 0,
      live: [],
      compulsory: []
    )
  }

  /// Work of so many multiply-adds of the kernels and so many bytes.
  private func work(products: Int, bytes: Int) -> WorkCount {
    WorkCount([
      PlanStep(
        blockPath: nil,
        blockTitle: nil,
        branch: nil,
        operation: .conv3x3,
        algorithm: .direct,
        isRectified: false,
        outputShape: [1, 1, 1, 1],
        macs: 4 * products,
        products: products,
        weightBytes: 0,
        packedBytes: bytes,
        inputBytes: 0,
        outputBytes: 0
      )
    ])
  }

  @Test func `memory counts only where a network fills more than the last cache`() {
    #expect(Roofline(machine, over: plan(packed: 100_000)).roofs == [.cache, .peak])
    #expect(Roofline(machine, over: plan(packed: 2 << 20)).roofs == [.memory, .cache, .peak])
    let unknown = Ceilings(threads: 1, instructionSet: .portable, lastCache: nil) { machine[$0] }
    #expect(Roofline(unknown, over: plan(packed: 1)).roofs == [.memory, .cache, .peak])
  }

  @Test func `a roof slopes up to its ridge, and the peak is flat`() {
    let roofline = Roofline(machine, over: plan(packed: 2 << 20))
    #expect(roofline.ridge(of: .memory) == 10)
    #expect(roofline.ridge(of: .cache) == 1)
    for intensity in [0.25, 1, 8] {
      #expect(roofline.height(of: .memory, at: intensity) == 10e9 * intensity)
      #expect(roofline.height(of: .cache, at: intensity) == 100e9 * intensity)
      #expect(roofline.height(of: .peak, at: intensity) == 100e9)
    }
  }

  @Test func `the roof under which work takes longest binds it`() {
    let roofline = Roofline(machine, over: plan(packed: 2 << 20))
    // 1 MFLOP take 10 us; 1 MB takes 10 us from the cache and 100 us from memory.
    let cases: [(products: Int, bytes: Int, time: Double, Roofline.Roof, Double)] = [
      (500_000, 1000, 20, .peak, 0.5), (5000, 1_000_000, 200, .memory, 0.5),
      // Faster than memory gives its bytes: they came from a cache.
      (5000, 1_000_000, 20, .cache, 0.5), (500_000, 900_000, 12.5, .peak, 0.8),
      // Above the peak, which cannot be: the cache is left.
      (500_000, 100_000, 5, .cache, 0.2),
    ]
    for (products, bytes, time, roof, share) in cases {
      let found = roofline.binding(work(products: products, bytes: bytes), microseconds: time)
      #expect(found.roof == roof, "\(products) products, \(bytes) bytes, \(time) us")
      #expect(abs(found.share - share) < 1e-12, "\(products) products, \(bytes) bytes, \(time) us")
    }
  }

  @Test func `nothing that took no time is bound`() {
    let found = Roofline(machine, over: plan(packed: 1)).binding(
      work(products: 1, bytes: 1),
      microseconds: 0
    )
    #expect(found.share == 0)
  }
}
