extension Activation {
  /// What it makes of one value, as the oracle computes it in double; one that is known by name only cannot be
  /// asked for.
  public func value(of value: Double) -> Double {
    let map = FeatureMap(batch: 1, channels: 1, height: 1, width: 1, values: [value])
    return Reference<Double>.activate(map, self).values[0]
  }
}
