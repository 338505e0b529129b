import RepCore

/// The fold of one pair of channels by hand, from the tensors in double; shares nothing with `BlockFold`.
struct HandFold {
  /// One branch.
  struct Branch {
    /// `k x k`, zeros around a smaller kernel.
    var stored: [Double]
    var scale = 1.0
    var own = 0.0
    var bias = 0.0
  }

  /// In the block's order.
  private(set) var branches: [Branch] = []
  /// The factor and summand of a norm behind the sum; 1 and 0 without one.
  private(set) var behind = (scale: 1.0, shift: 0.0)

  /// The pair of output channel `output` and input channel `input` of its group.
  init(_ block: Block, output: Int, input: Int) {
    let (side, width) = (block.shape.kernelSize, block.shape.inputChannels / block.shape.groups)
    for branch in block.branches {
      var stored = [Double](repeating: 0, count: side * side)
      let isOwn = input == output - output / width * width
      switch branch.role {
      case .dense, .folded:
        let taps = branch.kernel?.doubles() ?? []
        let first = (output * width + input) * side * side
        for tap in stored.indices { stored[tap] = taps[first + tap] }
      case .pointwise:
        stored[side / 2 * side + side / 2] = branch.kernel?.doubles()[output * width + input] ?? 0
      case .identity: if isOwn { stored[side / 2 * side + side / 2] = 1 }
      case .average: if isOwn { stored = stored.map { _ in 1 / Double(side * side) } }
      }
      var made = Branch(stored: stored)
      made.own = branch.bias?.doubles()[output] ?? 0
      let line = HandFold.line(branch.norm, output)
      made.scale = line.scale
      made.bias = line.scale * made.own + line.shift
      branches.append(made)
    }
    behind = HandFold.line(block.postNorm, output)
  }

  static func line(_ norm: BatchNorm?, _ channel: Int) -> (scale: Double, shift: Double) {
    guard let norm else { return (1, 0) }
    let variance = norm.variance.doubles()[channel]
    let scale =
      (norm.gamma?.doubles()[channel] ?? 1) / (variance + norm.shape.epsilon).squareRoot()
    return (scale, (norm.beta?.doubles()[channel] ?? 0) - norm.mean.doubles()[channel] * scale)
  }

  /// The sum of the scaled kernels.
  var sum: [Double] {
    branches[0].stored.indices.map { tap in
      branches.reduce(0) { $0 + $1.scale * $1.stored[tap] }
    }
  }

  /// The sum of the biases.
  var biasSum: Double { branches.reduce(0) { $0 + $1.bias } }

  /// The folded kernel.
  var folded: [Double] { sum.map { $0 * behind.scale } }

  /// The folded bias.
  var bias: Double { biasSum * behind.scale + behind.shift }
}

/// Whether `text` is `value` rounded to the digits that it has.
func isWritten(_ text: some StringProtocol, for value: Double) -> Bool {
  guard let written = Double(text) else { return false }
  if value.isNaN || written.isNaN { return value.isNaN && written.isNaN }
  if let exponent = text.firstIndex(of: "e") {
    let decimals = text[..<exponent].split(separator: ".").last?.count ?? 0
    return (written - value).magnitude <= 0.51 * value.magnitude * pow10(-decimals)
  }
  let parts = text.split(separator: ".")
  let decimals = parts.count > 1 ? parts[1].count : 0
  return (written - value).magnitude <= 0.5001 * pow10(-decimals)
}

private func pow10(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 1 }
