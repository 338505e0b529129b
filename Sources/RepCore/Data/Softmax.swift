internal import Glibc

/// What a classifier makes of logits: `exp(x) / sum of exp(x)`, shifted by the largest value so that nothing overflows.
///
/// - Returns: as many probabilities as `logits`, which add up to 1; in double.
public func softmax(_ logits: [Float]) -> [Double] {
  let largest = Double(logits.max() ?? 0)
  let weights = logits.map { exp(Double($0) - largest) }
  let sum = weights.reduce(0, +)
  return weights.map { $0 / sum }
}
