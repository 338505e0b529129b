@testable import RepCore
import Testing

@Suite("Tensors")
struct TensorTests {
  @Test("half precision converts exactly, subnormals and infinities included")
  func halves() {
    for bits in UInt16.min...UInt16.max {
      let value = Float(halfBits: bits)
      let expected = Float(Float16(bitPattern: bits))
      #expect(value == expected || (value.isNaN && expected.isNaN), "bits \(bits)")
    }
  }

  @Test("a slice is a window of the outermost axis")
  func slices() {
    let tensor = Tensor((0..<12).map { Float($0) }, shape: [4, 3])
    #expect(tensor.slice(1..<3).floats() == [3, 4, 5, 6, 7, 8])
    #expect(tensor.slice(1..<3).shape == [2, 3])
    #expect(tensor.slice(2..<2).count == 0)
  }

  @Test("floats in place and converted are the same, aligned or not")
  func alignment() {
    let values: [Float] = [1.5, -2, 0x1p-130]
    let bytes =
      [UInt8](repeating: 0, count: 1) + values.flatMap { withUnsafeBytes(of: $0, Array.init) }
    let storage = Storage(copying: bytes)
    let tensor = Tensor(storage: storage, byteOffset: 1, elementType: .float32, shape: [3])
    #expect(tensor.floats() == values)
    let inPlace = tensor.withFloats { span in span.indices.map { span[$0] } }
    #expect(inPlace == values)
    #expect(tensor.double(at: 1) == -2)
  }

  @Test("seeded randomness repeats")
  func randomness() {
    let first = Tensor.normal(shape: [1000], seed: 7).floats()
    #expect(first == Tensor.normal(shape: [1000], seed: 7).floats())
    #expect(first != Tensor.normal(shape: [1000], seed: 8).floats())
    let mean = first.reduce(0, +) / 1000
    let variance = first.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 1000
    #expect(abs(mean) < 0.1 && abs(variance - 1) < 0.15)
  }
}
