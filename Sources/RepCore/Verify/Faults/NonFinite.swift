public import Words

/// The first element of a tensor that is no finite number.
public struct NonFinite: Hashable, Sendable, CustomStringConvertible {
  /// Its place along each axis, outermost first; empty in a scalar.
  public let index: [Int]
  /// What stands there: `NaN`, `inf` or `-inf`.
  public let value: String
  /// How many elements of the tensor are no finite numbers.
  public let count: Int

  /// Looks at all elements of `tensor`; nil where every one is finite.
  init?(in tensor: Tensor) {
    let count = tensor.countOfNonFinite()
    guard count > 0 else { return nil }
    let values = tensor.doubles()
    guard let first = values.firstIndex(where: { !$0.isFinite }) else { return nil }
    self.count = count
    index = tensor.place(of: first)
    value = values[first].isNaN ? "NaN" : values[first] < 0 ? "-inf" : "inf"
  }

  /// `[3, 17] is NaN`, and how many more there are, in English.
  public var description: String { words.en }

  /// `[3, 17] is NaN`, and how many more there are.
  public var words: Text {
    let one = Text(en: "\(index) is \(value)", vi: "\(index) là \(value)")
    guard count > 1 else { return one }
    return one
      + Text(
        en: ", and \(count - 1) more values are not finite",
        vi: ", và \(count - 1) giá trị nữa không hữu hạn"
      )
  }
}
