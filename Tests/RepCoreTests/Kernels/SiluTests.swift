import CPlatform
import Foundation
import Testing

@testable import RepCore

/// `x * sigmoid(x)` of every kernel module against double.
@Suite struct SiluTests {
  /// The kernel on a map of `count` values, a multiple of 16, in place.
  private func silu(_ values: [Float], _ set: InstructionSet) -> [Float] {
    var values = values
    let width = values.count / 16
    values.withUnsafeMutableBufferPointer { values in
      guard let start = values.baseAddress else { return }
      let map = cp_map(
        origin: start,
        picture: width * 16,
        block: width * 16,
        row: width * 16,
        pixel: 16,
        halo: 0
      )
      var task = cp_pointwise(
        input: map,
        other: map,
        output: map,
        scale: UnsafePointer(start),
        shift: UnsafePointer(start),
        batch: 1,
        blocks: 1,
        height: 1,
        width: width,
        unit_rows: 1,
        relu: 0
      )
      set.kernels.silu(&task, 0, start)
    }
    return values
  }

  @Test(arguments: InstructionSet.available)
  func `floats of all magnitudes are right to four units in the last place`(
    set: InstructionSet
  ) throws {
    // Every 4099th bit pattern: all signs and exponents, some thousand fractions of each.
    let patterns = stride(from: UInt32(0), through: .max, by: 4099).map { Float(bitPattern: $0) }
    let near = stride(from: Float(-90), through: 90, by: 0.001).map { $0 }
    let finite = (patterns + near).filter(\.isFinite)
    let values = finite + Array(repeating: 0, count: 16 - finite.count % 16)
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
