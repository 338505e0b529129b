// The centre taps alone, for maps of a whole layer: one number per channel pair, nothing allocated.

extension BranchFold {
  /// The centre tap of a channel pair as stored; `input` counts inside the output channel's group.
  public func rawCentre(output: Int, input: Int) -> Double {
    guard let kernel else { return input == output % groupInputs ? diagonal : 0 }
    let taps = size * size
    return kernel.double(at: (output * groupInputs + input) * taps + taps / 2)
  }

  /// The centre tap of a channel pair times the norm's scale.
  public func scaledCentre(output: Int, input: Int) -> Double {
    rawCentre(output: output, input: input) * scale[output]
  }
}

extension BlockFold {
  /// The centre tap of a channel pair's folded kernel, the middle of `kernel(output:input:)`.
  public func centre(output: Int, input: Int) -> Double {
    var sum = 0.0
    for branch in branches { sum += branch.scaledCentre(output: output, input: input) }
    return sum * postNorm.scale[output]
  }
}
