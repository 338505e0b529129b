/// How far a folded number of another program may be from the same fold in double.
struct FoldTolerance: Hashable, Sendable {
  /// What folding in float32 arithmetic may cost, relative to the numbers that are summed: some ten
  /// roundings of 2^-24.
  var arithmetic = 1e-6
  /// The type that the number is stored in, where that rounds it more than arithmetic does.
  var storage: ElementType?

  /// The tolerance of kernels stored as `type`, folded from weights stored as `origin`.
  ///
  /// Where both are rounded, nobody knows whether the fold was made before or after that; so every number
  /// that is summed may be off by its own rounding. What the user says in `told` counts in place of that and of
  /// what float32 arithmetic may cost.
  init(
    storedAs type: ElementType = .float32,
    from origin: ElementType? = nil,
    told: Double? = nil
  ) {
    if type.roundingUnit != nil {
      storage = type
      if let origin = origin?.roundingUnit { arithmetic = 3 * origin }
    }
    if let told { arithmetic = told }
  }

  /// The tolerance of a fold that was itself computed in `type`.
  init(computedIn type: ElementType) {
    self.init(storedAs: type)
    arithmetic = 16 * (type.roundingUnit ?? 0)
  }

  /// What may lie between `expected` and `found`, where numbers up to `magnitude` were summed.
  func allowance(_ expected: Double, _ found: Double, magnitude: Double) -> Double {
    let rounding = storage.map { $0.halfUnit(at: max(abs(expected), abs(found))) } ?? 0
    return arithmetic * magnitude + rounding
  }
}

extension ElementType {
  /// What rounding to this type changes a number by at most, relative to it; nil where that is no more than
  /// float32 arithmetic costs.
  fileprivate var roundingUnit: Double? {
    switch self {
    case .float16: 0x1p-11
    case .bfloat16: 0x1p-8
    default: nil
    }
  }

  /// Half of the distance of two neighbouring numbers of this floating point type around `value`: what
  /// storing it may change.
  func halfUnit(at value: Double) -> Double {
    let (fraction, least) =
      switch self {
      case .float16: (10, -14)
      case .bfloat16: (7, -126)
      case .float64: (52, -1022)
      default: (23, -126)
      }
    guard value != 0, value.isFinite else {
      return Double(sign: .plus, exponent: least - fraction - 1, significand: 1)
    }
    let exponent = max(Int(value.exponent), least)
    return Double(sign: .plus, exponent: exponent - fraction - 1, significand: 1)
  }
}
