import Testing

@testable import RepCore

@Suite("Numbers that are none")
struct NonFiniteTests {
  @Test(
    "are found in every floating point type, wherever they are",
    arguments: [ElementType.float32, .float16, .bfloat16, .float64],
    [0, 1, 127, 128, 129, 299]
  )
  func everywhere(type: ElementType, place: Int) throws {
    for (value, name) in [(Double.nan, "NaN"), (.infinity, "inf"), (-.infinity, "-inf")] {
      var values = [Double](repeating: -1.5, count: 300)
      values[place] = value
      let tensor = Tensor.stored(values, as: type, shape: [3, 100])
      let found = try #require(NonFinite(in: tensor), "\(type) \(value) at \(place)")
      #expect(found.index == [place / 100, place % 100], "\(type) at \(place)")
      #expect(found.value == name, "\(type) at \(place)")
      #expect(found.count == 1, "\(type) at \(place)")
    }
  }

  @Test(
    "are not found among the largest finite ones",
    arguments: [ElementType.float32, .float16, .bfloat16, .float64]
  )
  func finite(type: ElementType) {
    let tensor = Tensor.stored([0, -0.0, 65504, -65504, 1e-8], as: type, shape: [5])
    #expect(NonFinite(in: tensor) == nil, "\(type)")
  }

  @Test("are counted, and told with their index")
  func description() throws {
    let tensor = Tensor([1, .nan, .infinity, .nan], shape: [2, 2])
    let found = try #require(NonFinite(in: tensor))
    #expect(found.description == "[0, 1] is NaN, and 2 more values are not finite")
  }
}

extension Tensor {
  /// `values` stored as `type`.
  static func stored(_ values: [Double], as type: ElementType, shape: [Int]) -> Tensor {
    let floats = Tensor(values.map { Float($0) }, shape: shape)
    switch type {
    case .float16: return floats.converted(to: .float16)
    case .bfloat16:
      let bits = values.map { UInt16(Float($0).bitPattern >> 16) }
      return Tensor(
        storage: Storage(copying: bits),
        byteOffset: 0,
        elementType: .bfloat16,
        shape: shape
      )
    case .float64:
      return Tensor(
        storage: Storage(copying: values),
        byteOffset: 0,
        elementType: .float64,
        shape: shape
      )
    default: return floats
    }
  }
}
