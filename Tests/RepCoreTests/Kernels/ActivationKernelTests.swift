import CPlatform
import Testing

@testable import RepCore

/// LeakyReLU, ReLU6 and Hardswish of every kernel module against their definitions in double.
@Suite struct ActivationKernelTests {
  private static let edges: [Float] = [
    .infinity, -.infinity, .nan, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0, -0.0,
    .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 3, -3, Float(3).nextUp, Float(-3).nextDown, 6,
    Float(6).nextDown, Float(6).nextUp, Float(-3).nextUp, 1,
  ]

  @Test(arguments: InstructionSet.available)
  func `a negative value is multiplied by the slope and no other changes`(set: InstructionSet) {
    let all = floatsOfAllMagnitudes
    let values =
      stride(from: 0, to: all.count, by: 7).map { all[$0] } + Self.edges.filter { !$0.isNaN }
    for slope in [0.01, 0.1, 0, 1, 2.5, -0.25] as [Float] {
      for (value, found) in zip(values, set.pointwise(\.leaky_rectify, values, slope: slope)) {
        let wanted = value < 0 ? slope * value : value
        // Zero times infinity is no number, in PyTorch too.
        guard found != wanted, !(found.isNaN && wanted.isNaN) else { continue }
        Issue.record("\(set.rawValue): slope \(slope) makes \(value) \(found), not \(wanted)")
        return
      }
    }
  }

  @Test(arguments: InstructionSet.available)
  func `values are cut at zero and six`(set: InstructionSet) {
    let values = floatsOfAllMagnitudes + Self.edges.filter { !$0.isNaN }
    for (value, found) in zip(values, set.pointwise(\.rectify6, values)) {
      let wanted = value > 6 ? 6 : value > 0 ? value : 0
      guard found != wanted else { continue }
      Issue.record("\(set.rawValue): relu6(\(value)) is \(found), not \(wanted)")
      return
    }
  }

  @Test(arguments: InstructionSet.available)
  func `Hardswish is right to three units in the last place, zero below and itself above`(
    set: InstructionSet
  ) {
    let values = floatsOfAllMagnitudes + Self.edges.filter { !$0.isNaN }
    var worst: (units: Double, value: Float) = (0, 0)
    for (value, found) in zip(values, set.pointwise(\.hardswish, values)) {
      let exact = Double(value)
      let wanted = exact <= -3 ? 0 : exact >= 3 ? exact : exact * (exact + 3) / 6
      guard wanted.isFinite, abs(exact) < 3 else {
        #expect(found == Float(wanted), "\(set.rawValue): hardswish(\(value)) is \(found)")
        continue
      }
      let units = abs(Double(found) - wanted) / Double(Float(wanted).ulp)
      if !(units <= worst.units) { worst = (units, value) }
    }
    #expect(worst.units <= 3, "\(set.rawValue): off by \(worst.units) units at \(worst.value)")
  }

  @Test(arguments: InstructionSet.available)
  func `what is no number stays none`(set: InstructionSet) {
    let values: [Float] = [.nan, -.nan, 1, -1]
    let maps = [
      set.pointwise(\.leaky_rectify, values, slope: 0.1), set.pointwise(\.rectify6, values),
      set.pointwise(\.hardswish, values),
    ]
    for (index, found) in maps.enumerated() {
      #expect(found.map(\.isNaN) == [true, true, false, false], "\(set.rawValue), \(index)")
    }
  }
}
