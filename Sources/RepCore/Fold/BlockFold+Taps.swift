// Single taps, for maps of a whole layer: one number per channel pair, nothing allocated.

extension BranchFold {
  /// The tap number `tap`, row by row, of a channel pair's kernel with zeros around it; `input` counts inside
  /// the output channel's group.
  public func rawTap(_ tap: Int, output: Int, input: Int) -> Double {
    let (row, column) = (tap / paddedSize - margin, tap % paddedSize - margin)
    guard (0..<size).contains(row), (0..<size).contains(column) else { return 0 }
    guard let kernel else { return input == ownInput(of: output) ? diagonal : 0 }
    let start = (output * groupInputs + input) * size * size
    return kernel.double(at: start + row * size + column)
  }

  /// The centre tap of a channel pair as stored.
  public func rawCentre(output: Int, input: Int) -> Double {
    rawTap(paddedSize * paddedSize / 2, output: output, input: input)
  }
}

extension BlockFold {
  /// One tap of a channel pair's folded kernel, the one of that number in `kernel(output:input:)`.
  public func tap(_ tap: Int, output: Int, input: Int) -> Double {
    var sum = 0.0
    for branch in branches {
      sum += branch.rawTap(tap, output: output, input: input) * branch.scale[output]
    }
    return sum * postNorm.scale[output]
  }

  /// The centre tap of a channel pair's folded kernel, the middle of `kernel(output:input:)`.
  public func centre(output: Int, input: Int) -> Double {
    tap(block.shape.kernelSize * block.shape.kernelSize / 2, output: output, input: input)
  }
}
