import Testing

@testable import RepCore

@Suite("Half precision")
struct HalfFloatTests {
  @Test("every number comes back with its own bits")
  func bits() {
    for bits in UInt16.min...UInt16.max where !Float(halfBits: bits).isNaN {
      #expect(Float(halfBits: bits).halfBits == bits, "\(bits)")
    }
    #expect(Float(halfBits: Float.nan.halfBits).isNaN)
  }

  @Test("numbers between two neighbours go to the nearer, in the middle to the even one")
  func rounding() {
    for bits in 0..<UInt16(0x7BFF) {
      let (low, high) = (Float(halfBits: bits), Float(halfBits: bits + 1))
      let middle = (low + high) / 2
      let even = bits.isMultiple(of: 2) ? bits : bits + 1
      #expect(middle.halfBits == even, "\(middle)")
      #expect(middle.nextDown.halfBits == bits, "\(middle)")
      #expect(middle.nextUp.halfBits == bits + 1, "\(middle)")
      #expect((-middle).halfBits == even | 0x8000, "\(middle)")
    }
    #expect(Float(65519.996).halfBits == 0x7BFF && Float(65520).halfBits == 0x7C00)
    #expect(Float.greatestFiniteMagnitude.halfBits == 0x7C00)
    #expect(Float.leastNonzeroMagnitude.halfBits == 0)
  }
}
