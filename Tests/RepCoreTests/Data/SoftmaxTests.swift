import Foundation
import Testing

@testable import RepCore

@Suite("Softmax")
struct SoftmaxTests {
  @Test("adds up to 1 and keeps the ratios, however large the logits are")
  func ratios() {
    for shift in [Float(0), 5, -80, 3000] {
      let logits: [Float] = [1, 3, -2, 0.5].map { $0 + shift }
      let found = softmax(logits)
      #expect(abs(found.reduce(0, +) - 1) < 1e-12, "shift \(shift)")
      let ratio = exp(Double(logits[1]) - Double(logits[0]))
      #expect(abs(found[1] / found[0] - ratio) < 1e-9 * ratio, "shift \(shift)")
    }
    #expect(softmax([]).isEmpty)
  }
}
