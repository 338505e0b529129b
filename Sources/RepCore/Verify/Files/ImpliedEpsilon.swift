/// The epsilon that a folded kernel implies, solved from taps that one branch with a norm makes alone.
///
///     tap = kernel * gamma / sqrt(variance + epsilon),   epsilon = (gamma * kernel / tap)^2 - variance
struct ImpliedEpsilon {
  /// Rounded to one and to two digits; empty where no branch makes taps alone or they imply none.
  let values: [Double]

  /// Solves for the norm of the one branch of `first` that reaches the border of the window of `second`.
  init(_ first: Block, _ second: Block) {
    let size = first.shape.kernelSize
    let widest = first.branches.filter { first.shape.kernelSize(of: $0.role) == size }
    guard widest.count == 1, let branch = widest.first, let norm = branch.norm,
      size > 1 || first.branches.count == 1,
      let kernel = branch.kernel, first.postNorm == nil, let folded = second.branches.first?.kernel
    else {
      values = []
      return
    }
    let variance = norm.variance.doubles()
    let gamma = norm.gamma?.doubles() ?? variance.map { _ in 1 }
    let length = kernel.count / kernel.shape[0]
    let taps = size * size
    // The smaller the variance, the more digits of epsilon are left in the taps.
    let channels = variance.indices.sorted { variance[$0] < variance[$1] }.prefix(9)
    let solved = channels.compactMap { channel -> Double? in
      let own = kernel.slice(channel..<channel + 1).doubles()
      let other = folded.slice(channel..<channel + 1).doubles()
      let border = (0..<length).filter { size == 1 || $0 % taps != taps / 2 }
      guard let tap = border.max(by: { abs(own[$0]) < abs(own[$1]) }), other[tap] != 0 else {
        return nil
      }
      let deviation = gamma[channel] * own[tap] / other[tap]
      let epsilon = deviation * deviation - variance[channel]
      return epsilon > 0 && epsilon.isFinite ? epsilon : nil
    }
    .sorted()
    guard !solved.isEmpty else {
      values = []
      return
    }
    let median = solved[solved.count / 2]
    values = [ImpliedEpsilon.rounded(median, digits: 1), ImpliedEpsilon.rounded(median, digits: 2)]
  }

  private static func rounded(_ value: Double, digits: Int) -> Double {
    var (power, rest) = (0, value)
    while rest >= 10 { (power, rest) = (power + 1, rest / 10) }
    while rest < 1 { (power, rest) = (power - 1, rest * 10) }
    let scale = digits == 1 ? 1.0 : 10.0
    // Written and read, so that it is the same number as in a source: 3e-4 and not 2.9999999999999997e-4.
    let mantissa = Int((rest * scale).rounded())
    return Double("\(mantissa)e\(power - (digits - 1))") ?? value
  }
}
