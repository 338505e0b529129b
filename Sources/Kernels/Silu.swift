internal import CPlatform

/// `cp_pointwise`: `output = input * sigmoid(input)`.
func silu(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  forEachPixel(arguments, unit) { value, _ in silu(value) }
}

/// `x / (1 + exp(-x))`; below -88, where the result is less than 6e-37, zero.
@inline(__always)
private func silu(_ value: Lanes) -> Lanes {
  let bounded = lesser(greater(-value, Lanes(repeating: -87)), Lanes(repeating: 88))
  let result = value / (exponential(bounded) + Lanes(repeating: 1))
  return result.replacing(with: Lanes.zero, where: value .< Lanes(repeating: -88))
}

/// `exp(x)` for x from -87 to 88: `2^n exp(r)` with the n that makes r small, and Taylor's polynomial of
/// degree 7 for r, which is off by less than a tenth of a unit in the last place where |r| < 0.35.
@inline(__always)
private func exponential(_ value: Lanes) -> Lanes {
  // Adding one and a half times 2^23 rounds to an integer, which the low bits then hold.
  let rounder: Float = 0x1.8p23
  let shifted = plus(Lanes(repeating: rounder), value, 1.442_695_04)
  let count = shifted - Lanes(repeating: rounder)
  // ln 2 in two parts; n times the first is exact.
  let rest = minus(minus(value, count, 0x1.63p-1), count, -2.121_944_4e-4)
  var sum = Lanes(repeating: 1 / 5040)
  sum = plus(Lanes(repeating: 1 / 720), sum, rest)
  sum = plus(Lanes(repeating: 1 / 120), sum, rest)
  sum = plus(Lanes(repeating: 1 / 24), sum, rest)
  sum = plus(Lanes(repeating: 1 / 6), sum, rest)
  sum = plus(Lanes(repeating: 1 / 2), sum, rest)
  sum = plus(Lanes(repeating: 1), sum, rest)
  sum = plus(Lanes(repeating: 1), sum, rest)
  // The exponent of 2^n, whose bias of 127 stands above the 23 bits of the fraction.
  let bits = unsafeBitCast(shifted, to: SIMD16<Int32>.self) &<< 23 &+ (127 << 23)
  return sum * unsafeBitCast(bits, to: Lanes.self)
}
