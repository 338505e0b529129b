/// Integers for maps: all of them between the least and the greatest value, with zero on one of them.
///
///     step       = (greatest - least) / (2^bits - 1)
///     zero       = round(-least / step)
///     nearest(x) = (clamp(round(x / step) + zero, 0, 2^bits - 1) - zero) * step
///
/// Zero is exact, since that is what stands around a map and what a ReLU leaves. Halves go to the even integer.
public struct AffineGrid: Hashable, Sendable {
  /// What one integer more stands for; 0 where all values are zero.
  public let step: Double
  /// The integer that stands for zero.
  public let zero: Double
  /// The largest integer: 255 for 8 bits.
  public let highest: Double

  /// The grid of `bits` bits over `range`, widened until zero is in it.
  public init(_ range: ClosedRange<Double>, bits: Int) {
    highest = Double((1 << bits) - 1)
    let (least, greatest) = (min(range.lowerBound, 0), max(range.upperBound, 0))
    step = (greatest - least) / highest
    zero = step > 0 ? (-least / step).rounded(.toNearestOrEven) : 0
  }

  /// The value of the grid that stands for `value`; what is no finite number stays as it is.
  public func nearest(_ value: Double) -> Double {
    guard value.isFinite, step > 0 else { return value }
    let integer = (value / step).rounded(.toNearestOrEven) + zero
    return (min(max(integer, 0), highest) - zero) * step
  }

  /// The tensor with each value on the grid.
  func nearest(_ tensor: Tensor) -> Tensor {
    tensor.withFloats { values in
      let rounded = values.indices.map { Float(nearest(Double(values[$0]))) }
      return Tensor(rounded, shape: tensor.shape)
    }
  }
}
