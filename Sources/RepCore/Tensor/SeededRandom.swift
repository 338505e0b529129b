/// A small repeatable generator (SplitMix64, Steele, Lea and Flood 2014) for weights and test inputs.
///
/// The same seed gives the same numbers on every machine.
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the sequence of `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A float uniform in `[0, 1)` with 24 random bits.
  public mutating func uniform() -> Float { Float(next() >> 40) * 0x1p-24 }

  /// A float uniform in `range`.
  public mutating func uniform(in range: ClosedRange<Float>) -> Float {
    range.lowerBound + uniform() * (range.upperBound - range.lowerBound)
  }

  /// A float close to the standard normal distribution: twelve uniforms summed (Irwin-Hall).
  ///
  /// Only additions, so that the bits are the same on every machine.
  public mutating func normal() -> Float {
    var sum: Float = -6
    for _ in 0..<12 { sum += uniform() }
    return sum
  }
}

extension Tensor {
  /// As `normal(shape:seed:)`, where a network says how large it is.
  ///
  /// - Throws: `MemoryError`.
  public static func normalInput(shape: [Int], seed: UInt64) throws(MemoryError) -> Tensor {
    let size = ([MemoryLayout<Float>.stride] + shape).checkedProduct() ?? .max
    try Memory.require(size, for: .input)
    return normal(shape: shape, seed: seed)
  }

  /// A float32 tensor of standard normal values, the seeded input of checks and timings.
  public static func normal(shape: [Int], seed: UInt64) -> Tensor {
    let count = shape.reduce(1, *)
    let storage = unsafe Storage(count: count * MemoryLayout<Float>.stride) { memory in
      var random = SeededRandom(seed: seed)
      let values = unsafe memory.bindMemory(to: Float.self)
      for index in 0..<count { unsafe values[index] = random.normal() }
    }
    return Tensor(storage: storage, byteOffset: 0, elementType: .float32, shape: shape)
  }
}
