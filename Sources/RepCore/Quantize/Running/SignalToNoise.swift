internal import Glibc

/// How strong values are against what rounding changed of them.
///
///     decibels = 10 * log10( sum of x^2 / sum of (x - rounded)^2 )
///
/// One bit more halves the steps, and so makes it 6 dB more.
public struct SignalToNoise: Hashable, Sendable {
  /// Sum of the squared values without rounding.
  private(set) var signal = 0.0
  /// Sum of the squared differences.
  private(set) var noise = 0.0

  /// Adds `values`, and what they are with rounding: tensors of one shape.
  mutating func add(_ values: Tensor, rounded: Tensor) {
    values.withFloats { values in
      rounded.withFloats { rounded in
        for index in values.indices {
          let value = Double(values[index])
          let difference = value - Double(rounded[index])
          signal += value * value
          noise += difference * difference
        }
      }
    }
  }

  /// The ratio in decibels, infinite where nothing changed; nil where a value is no finite number, or all are zero.
  public var decibels: Double? {
    guard signal.isFinite, noise.isFinite, signal > 0 else { return nil }
    return noise == 0 ? .infinity : 10 * log10(signal / noise)
  }
}
