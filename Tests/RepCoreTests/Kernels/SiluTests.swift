import CPlatform
import Foundation
import Testing

@testable import RepCore

/// `x * sigmoid(x)` of every kernel module against double.
@Suite struct SiluTests {
  private func silu(_ values: [Float], _ set: InstructionSet) -> [Float] {
    set.pointwise(\.silu, values)
  }

  @Test(arguments: InstructionSet.available)
  func `floats of all magnitudes are right to four units in the last place`(
    set: InstructionSet
  ) throws {
    let values = floatsOfAllMagnitudes
    var worst: (units: Double, value: Float) = (0, 0)
    for (value, found) in zip(values, silu(values, set)) {
      let wanted = Double(value) / (1 + exp(-Double(value)))
      if value < -88 {
        // Less than the smallest normal number times a hundred: zero.
        #expect(found == 0 && abs(wanted) < 6e-37, "\(set.rawValue): silu(\(value)) is \(found)")
        continue
      }
      let units = abs(Double(found) - wanted) / Double(Float(wanted).ulp)
      if !(units <= worst.units) { worst = (units, value) }
    }
    #expect(worst.units <= 4, "\(set.rawValue): off by \(worst.units) units at \(worst.value)")
  }

  @Test(arguments: InstructionSet.available)
  func `what is no number or no finite one comes out as its limit`(set: InstructionSet) {
    let values: [Float] =
      [
        .infinity, -.infinity, .nan, -.nan, .greatestFiniteMagnitude,
        -.greatestFiniteMagnitude, 0, -0.0,
      ] + [Float](repeating: 1, count: 8)
    let found = silu(values, set)
    #expect(found[0] == .infinity && found[1] == 0, "\(set.rawValue): \(found)")
    #expect(found[2].isNaN && found[3].isNaN, "\(set.rawValue): \(found)")
    #expect(found[4] == .greatestFiniteMagnitude && found[5] == 0, "\(set.rawValue): \(found)")
    #expect(found[6] == 0 && found[7] == 0, "\(set.rawValue): \(found)")
  }
}
