/// Integers for weights: as many steps above zero as below, and zero itself.
///
///     step       = largest / (2^(bits - 1) - 1)
///     nearest(x) = round(x / step) * step
///
/// Halves go to the even integer, as the instructions of processors and PyTorch have it.
public struct SymmetricGrid: Hashable, Sendable {
  /// What the integer 1 stands for; 0 where all weights are zero.
  public let step: Double
  /// The largest integer: 127 for 8 bits.
  public let highest: Double

  /// The grid of `bits` bits whose largest integer stands for `largest`, which is not negative.
  public init(largest: Double, bits: Int) {
    highest = Double((1 << (bits - 1)) - 1)
    step = largest / highest
  }

  /// The value of the grid that stands for `value`; what is no finite number stays as it is.
  public func nearest(_ value: Double) -> Double {
    guard value.isFinite, step > 0 else { return value }
    let steps = (value / step).rounded(.toNearestOrEven)
    return min(max(steps, -highest), highest) * step
  }
}
