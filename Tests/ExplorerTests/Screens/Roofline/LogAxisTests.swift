import Foundation
import Testing

@testable import Explorer

@Suite("A logarithmic axis")
struct LogAxisTests {
  @Test("puts every value where its logarithm is")
  func places() {
    for (lower, upper) in [(0.5, 200.0), (1e-3, 1e5), (7, 9), (1, 2)] {
      let axis = LogAxis(holding: [lower, upper], room: 1)
      for part in [0.0, 0.1, 0.5, 0.77, 1] {
        let value = lower * pow(upper / lower, part)
        #expect((axis.place(of: value) - part).magnitude < 1e-6, "\(lower)...\(upper), \(part)")
      }
    }
  }

  @Test("has room beside what it holds, and takes no notice of what is not above zero")
  func room() {
    let axis = LogAxis(holding: [0, 4, .nan, 16, -1, .infinity])
    #expect((axis.lower, axis.upper) == (2, 32))
    #expect(LogAxis(holding: []).lower < LogAxis(holding: []).upper)
  }

  @Test("writes powers of ten, and what lies between where there are few")
  func ticks() {
    func texts(_ lower: Double, _ upper: Double) -> [String] {
      LogAxis(holding: [lower, upper], room: 1).ticks.map { LogAxis.text(of: $0) }
    }
    #expect(texts(0.02, 3000) == ["0.1", "1", "10", "100", "1.00k"])
    #expect(texts(3, 60) == ["5", "10", "20", "50"])
    #expect(texts(0.004, 0.03) == ["0.005", "0.01", "0.02"])
  }
}
