import Testing

@testable import RepCore

@Suite("Statistics of a tensor")
struct TensorStatisticsTests {
  @Test(
    "are those of its elements, whatever their type",
    arguments: [ElementType.float32, .float16, .bfloat16, .float64]
  )
  func ranges(type: ElementType) throws {
    for count in [1, 2, 127, 128, 129, 1031] {
      let values = (0..<count).map { Float($0 % 61) / 4 - 7 }
      let tensor = Tensor(values, shape: [count]).stored(as: type)
      let range = try #require(TensorStatistics(of: tensor)?.range)
      let place = "\(type) \(count)"
      #expect(range.minimum == Double(values.min() ?? 0), "\(place)")
      #expect(range.maximum == Double(values.max() ?? 0), "\(place)")
      let mean = values.map { Double($0) }.reduce(0, +) / Double(count)
      #expect(abs(range.mean - mean) < 1e-12, "\(place)")
      #expect(TensorStatistics(of: tensor)?.damage == nil, "\(place)")
    }
  }

  @Test("leave out what is no finite number, and name the first")
  func damage() throws {
    let tensor = Tensor([1, .nan, 3, .infinity], shape: [2, 2])
    let statistics = try #require(TensorStatistics(of: tensor))
    let range = try #require(statistics.range)
    #expect(range.minimum == 1 && range.maximum == 3 && range.mean == 2)
    #expect(statistics.damage?.index == [0, 1] && statistics.damage?.count == 2)
  }

  @Test("have no range where no element is a finite number")
  func nothing() {
    #expect(TensorStatistics(of: Tensor([.nan], shape: [1]))?.range == nil)
    #expect(TensorStatistics(of: Tensor([], shape: [0]))?.range == nil)
    let counters = Tensor(
      storage: Storage(copying: [Int64(7)]),
      byteOffset: 0,
      elementType: .int64,
      shape: []
    )
    #expect(TensorStatistics(of: counters) == nil)
  }
}

extension Tensor {
  /// The values, all of them exact in 16 bits, as `type` stores them.
  fileprivate func stored(as type: ElementType) -> Tensor {
    switch type {
    case .float64:
      Tensor(storage: Storage(copying: doubles()), byteOffset: 0, elementType: type, shape: shape)
    case .bfloat16:
      Tensor(
        storage: Storage(copying: floats().map { UInt16($0.bitPattern >> 16) }),
        byteOffset: 0,
        elementType: type,
        shape: shape
      )
    default: converted(to: type)
    }
  }
}
