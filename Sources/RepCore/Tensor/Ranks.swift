extension [Float] {
  /// The places of the `count` largest values, the largest first; of equal ones the first, and what is no number
  /// last.
  public func placesOfLargest(_ count: Int) -> [Int] {
    let order = map { $0.isNaN ? -.infinity : $0 }
    return [Int](indices.sorted { (order[$0], $1) > (order[$1], $0) }.prefix(count))
  }
}
