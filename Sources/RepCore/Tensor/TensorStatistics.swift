/// What the elements of a tensor are like: their range, their mean, and whether any is no finite number.
public struct TensorStatistics: Hashable, Sendable {
  /// The least, the greatest and the mean of the finite elements.
  public struct Range: Hashable, Sendable {
    /// The least.
    public let minimum: Double
    /// The greatest.
    public let maximum: Double
    /// Their sum by their number.
    public let mean: Double
  }

  /// What the finite elements are like; nil where there are none.
  public let range: Range?
  /// The first element that is no finite number, and how many there are; nil in a sound tensor.
  public let damage: NonFinite?

  /// Reads all elements of `tensor`, once; nil where they are no numbers that RepCore computes with.
  public init?(of tensor: Tensor) {
    guard tensor.elementType.isFloatingPoint else { return nil }
    damage = NonFinite(in: tensor)
    var sums = Sums()
    if tensor.elementType == .float64 {
      for value in tensor.doubles() where value.isFinite { sums.add(value) }
    } else {
      tensor.withFloats { values in
        for index in values.indices where values[index].isFinite { sums.add(Double(values[index])) }
      }
    }
    range = sums.range
  }

  private struct Sums {
    var (minimum, maximum, total, count) = (Double.infinity, -Double.infinity, 0.0, 0)

    mutating func add(_ value: Double) {
      (minimum, maximum) = (min(minimum, value), max(maximum, value))
      (total, count) = (total + value, count + 1)
    }

    var range: Range? {
      count == 0 ? nil : Range(minimum: minimum, maximum: maximum, mean: total / Double(count))
    }
  }
}
