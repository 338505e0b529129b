extension Sequence<Int> {
  /// The product of all, multiplied in their order; nil as soon as one overflows.
  ///
  /// `Tensor` multiplies the size of an element with the extents in the same order, so what has a
  /// product here does not overflow there, not even where a later extent is 0.
  func checkedProduct() -> Int? {
    var product = 1
    for factor in self {
      let (value, overflow) = product.multipliedReportingOverflow(by: factor)
      if overflow { return nil }
      product = value
    }
    return product
  }
}
