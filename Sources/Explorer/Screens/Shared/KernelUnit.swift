internal import Canvas

/// What the numbers of a kernel are counted in: a power of ten below which tiny kernels keep their digits.
struct KernelUnit: Hashable {
  private let exponent: Int

  /// The unit for numbers up to `limit`: one, where three digits behind the point say enough.
  init(for limit: Double) {
    guard limit.isFinite, limit > 0, !(0.0995..<999.5).contains(limit) else {
      exponent = 0
      return
    }
    var (exponent, rest) = (0, limit)
    while rest < 1 { (rest, exponent) = (rest * 10, exponent - 1) }
    while rest >= 10 { (rest, exponent) = (rest / 10, exponent + 1) }
    self.exponent = exponent
  }

  /// The unit itself.
  var value: Double { Double("1e\(exponent)") ?? 1 }

  /// Whether numbers are written as they are.
  var isOne: Bool { exponent == 0 }

  /// `0.001`, or `1e-07` where that would be many zeros.
  var text: String {
    (-5 ... -1).contains(exponent) ? Numbers.fixed(value, -exponent) : "1e\(exponent)"
  }
}
