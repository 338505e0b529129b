/// A batch norm at inference is `scale * x + shift` per channel.
///
///     scale = gamma / sqrt(variance + epsilon)
///     shift = beta - mean * scale
///
/// Equation 3 of the paper (arXiv 2101.03697), with the epsilon that its sigma hides.
public struct NormFold: Hashable, Sendable {
  /// Factor per channel.
  public let scale: [Double]
  /// Summand per channel.
  public let shift: [Double]

  /// The line that `norm` is, in double precision.
  public init(_ norm: BatchNorm) {
    let mean = norm.mean.doubles()
    let variance = norm.variance.doubles()
    let gamma = norm.gamma?.doubles() ?? Array(repeating: 1, count: mean.count)
    let beta = norm.beta?.doubles() ?? Array(repeating: 0, count: mean.count)
    let scale = mean.indices.map {
      gamma[$0] / (variance[$0] + norm.shape.epsilon).squareRoot()
    }
    self.scale = scale
    self.shift = mean.indices.map { beta[$0] - mean[$0] * scale[$0] }
  }

  /// The line that changes nothing, for `channels` channels.
  public init(identity channels: Int) {
    scale = Array(repeating: 1, count: channels)
    shift = Array(repeating: 0, count: channels)
  }
}
