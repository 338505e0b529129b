import Testing
import Words

@testable import RepCore

@Suite("The range of float16")
struct HalfRangeTests {
  private func weight(_ name: String, _ values: [Float]) -> NamedWeight {
    let slot = TensorSlot(name: name, shape: [values.count])
    return NamedWeight(slot, .map, LazyTensor(Tensor(values, shape: slot.shape)))
  }

  @Test("takes the largest number and refuses the next, with the names")
  func ends() throws {
    var range = HalfRange()
    range.look(at: weight("good", [65504, -65504, .infinity, .nan]))
    try range.check()
    range.look(at: weight("bad", [1, Float(65504).nextUp]))
    range.look(at: weight("worse", [-1e6]))
    let error = #expect(throws: FormatError.self) { try range.check() }
    #expect(error?.kind == .unsupported && error?.exitStatus == 3)
    #expect(error?.message.en.contains("2 tensors go beyond it (bad, worse)") == true)
    #expect(error?.message.en.contains("1000000.0 in worse") == true)
  }

  @Test("counts as conversion treats them the values that vanish or lose digits")
  func small() {
    let values: [Float] = [
      0, 0x1p-25, Float(0x1p-25).nextUp, -0x1p-24, 0x1p-14, Float(0x1p-14).nextDown, 1e-30,
    ]
    var range = HalfRange()
    range.look(at: weight("small", values))
    let vanishing = values.count { $0 != 0 && Float(halfBits: $0.halfBits) == 0 }
    #expect(range.vanishing == vanishing && vanishing == 2)
    #expect(range.subnormal == 3)
    #expect(HalfRange().note == nil && range.note != nil)
  }
}
