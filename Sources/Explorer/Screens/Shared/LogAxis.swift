internal import Canvas

/// A logarithmic axis: which values it shows, where each stands, and which are written.
struct LogAxis: Hashable {
  /// The value at the lower end.
  let lower: Double
  /// The value at the upper end.
  let upper: Double

  /// An axis that holds `values` and some room beside them; those that are not above zero stand nowhere.
  init(holding values: [Double], room factor: Double = 2) {
    let shown = values.filter { $0 > 0 && $0.isFinite }
    lower = (shown.min() ?? 1) / factor
    upper = (shown.max() ?? 1) * factor
  }

  /// Where a value stands: 0 at the lower end, 1 at the upper one.
  func place(of value: Double) -> Double {
    value.doublings(above: lower) / upper.doublings(above: lower)
  }

  /// Values to write, lowest first: powers of ten, and with fewer than two of them what lies between.
  var ticks: [Double] {
    let powers = ticks(of: [1])
    return powers.count > 2 ? powers : ticks(of: [1, 2, 5])
  }

  private func ticks(of digits: [Double]) -> [Double] {
    var ticks: [Double] = []
    var power = 1.0
    while power > lower { power /= 10 }
    while power <= upper {
      ticks += digits.map { $0 * power }.filter { (lower...upper).contains($0) }
      power *= 10
    }
    return ticks
  }

  /// A tick as it is written: `0.01`, `5`, `200`, `10k`.
  static func text(of tick: Double) -> String {
    guard tick < 0.95 else { return Numbers.engineering(tick.rounded()) }
    var decimals = 1
    var size = tick
    while size < 0.095, decimals < 9 { (size, decimals) = (size * 10, decimals + 1) }
    return Numbers.fixed(tick, decimals)
  }
}

extension Double {
  /// How often `other` is to be doubled to be this value, both above zero; a bit after the other, so that it is
  /// the same number on every machine.
  fileprivate func doublings(above other: Double) -> Double {
    let ratio = self / other
    guard ratio > 0, ratio.isFinite else { return 0 }
    var (fraction, doublings, bit) = (ratio.significand, Double(ratio.exponent), 0.5)
    while bit > 1e-9 {
      fraction *= fraction
      if fraction >= 2 { (fraction, doublings) = (fraction / 2, doublings + bit) }
      bit /= 2
    }
    return doublings
  }
}
