internal import Glibc

/// `exp(x) / sum of exp(x)`, shifted by the largest value so that nothing overflows.
func softmax(_ logits: [Float]) -> [Double] {
  let largest = Double(logits.max() ?? 0)
  let weights = logits.map { exp(Double($0) - largest) }
  let sum = weights.reduce(0, +)
  return weights.map { $0 / sum }
}
