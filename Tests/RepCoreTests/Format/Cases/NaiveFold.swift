@testable import RepCore

/// The folded kernel and bias of a block by the formula of the paper, written out for one tap after
/// another; shares nothing with `BlockFold`.
struct NaiveFold {
  /// `O x I/g x k x k`.
  private(set) var kernel: [Double]
  /// `O`.
  private(set) var bias: [Double]

  /// The fold of `block`, whose 1x1 branches are multiplied by `factor`.
  init(_ block: Block, factor: Double = 1) {
    let shape = block.shape
    let (outputs, width, size) = (
      shape.outputChannels, shape.inputChannels / shape.groups, shape.kernelSize
    )
    kernel = Array(repeating: 0, count: outputs * width * size * size)
    bias = Array(repeating: 0, count: outputs)
    for branch in block.branches {
      let own = shape.kernelSize(of: branch.role)
      let times = branch.role == .pointwise ? factor : 1
      for output in 0..<outputs {
        let (scale, shift) = Self.line(branch.norm, output)
        bias[output] += times * (scale * (branch.bias?.double(at: output) ?? 0) + shift)
        for input in 0..<width {
          for tap in 0..<own * own {
            let value: Double
            if let kernel = branch.kernel {
              value = kernel.double(at: (output * width + input) * own * own + tap)
            } else if branch.role == .identity {
              value = input == output % width ? 1 : 0
            } else {
              value = input == output % width ? 1 / Double(own * own) : 0
            }
            let margin = (size - own) / 2
            let place = (tap / own + margin) * size + tap % own + margin
            kernel[(output * width + input) * size * size + place] += times * scale * value
          }
        }
      }
    }
    guard let norm = block.postNorm else { return }
    for output in 0..<outputs {
      let (scale, shift) = Self.line(norm, output)
      bias[output] = scale * bias[output] + shift
      for index in 0..<width * size * size { kernel[output * width * size * size + index] *= scale }
    }
  }

  private static func line(_ norm: BatchNorm?, _ channel: Int) -> (scale: Double, shift: Double) {
    guard let norm else { return (1, 0) }
    let gamma = norm.gamma?.double(at: channel) ?? 1
    let beta = norm.beta?.double(at: channel) ?? 0
    let deviation = (norm.variance.double(at: channel) + norm.shape.epsilon).squareRoot()
    return (gamma / deviation, beta - norm.mean.double(at: channel) * gamma / deviation)
  }
}
