internal import Words

/// What becomes of weights in half precision.
struct HalfRange {
  /// Names of tensors with a finite value beyond the range, in order.
  private(set) var overflowing: [String] = []
  /// The largest finite magnitude, and the tensor that holds it.
  private(set) var largest: (magnitude: Float, name: String) = (0, "")
  /// Values that are not zero and become zero.
  private(set) var vanishing = 0
  /// Values that lose digits because they lie below the normal range.
  private(set) var subnormal = 0

  /// Looks at every value of `weight`.
  mutating func look(at weight: NamedWeight) {
    var top: Float = 0
    let (vanishing, subnormal) = weight.tensor.made().withFloats { values in
      var (vanishing, subnormal) = (0, 0)
      for index in values.indices {
        let magnitude = abs(values[index])
        if magnitude < .smallestNormalHalf && magnitude > 0 {
          // Half of the smallest subnormal is a tie, which goes to zero.
          if magnitude <= 0x1p-25 { vanishing += 1 } else { subnormal += 1 }
        } else if magnitude > top && magnitude.isFinite {
          top = magnitude
        }
      }
      return (vanishing, subnormal)
    }
    self.vanishing += vanishing
    self.subnormal += subnormal
    if top > largest.magnitude { largest = (top, weight.name) }
    if top > .largestHalf { overflowing.append(weight.name) }
  }

  /// - Throws: `FormatError.Kind.unsupported` when a value lies beyond the range.
  func check() throws(FormatError) {
    guard !overflowing.isEmpty else { return }
    throw FormatError(
      .unsupported,
      "float16 ends at 65504, but \(overflowing.count) tensors go beyond it "
        + "(\(FormatError.listing(overflowing))); the largest value is \(largest.magnitude) in "
        + "\(FormatError.clipped(largest.name)); export without --float16"
    )
  }

  /// A sentence about values that float16 cannot tell well; nil when there are none.
  var note: Text? {
    guard vanishing + subnormal > 0 else { return nil }
    return Text(
      en: "in float16, \(vanishing) values became 0 and \(subnormal) lost digits (below 6.1e-5)",
      vi: "trong float16, \(vanishing) giá trị thành 0 và \(subnormal) mất chữ số (dưới 6.1e-5)"
    )
  }
}
