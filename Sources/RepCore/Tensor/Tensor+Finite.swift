extension Tensor {
  /// How many of the elements are NaN or infinite.
  ///
  /// Reads the stored bits, whatever the floating point type, as fast as memory gives them.
  func countOfNonFinite() -> Int {
    switch elementType {
    case .float16: count(allOf: 0x7C00 as UInt16)
    case .bfloat16: count(allOf: 0x7F80 as UInt16)
    case .float64: count(allOf: 0x7FF0_0000_0000_0000 as UInt64)
    default: count(allOf: 0x7F80_0000 as UInt32)
    }
  }

  /// How many elements have all bits of `exponent` set, which is what no finite number has.
  @inline(__always)
  private func count<Bits: FixedWidthInteger & BitwiseCopyable>(allOf exponent: Bits) -> Int {
    precondition(
      elementType.isFloatingPoint,
      "\(elementType.rawValue) is not a floating point type"
    )
    return withBytes { bytes in
      let width = MemoryLayout<Bits>.size
      var total = 0
      // In runs that a counter of the elements' own width can count, so that the loop runs in vectors.
      for start in stride(from: 0, to: count, by: 128) {
        var found: Bits = 0
        for index in start..<min(start + 128, count) {
          let bits = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index * width, as: Bits.self)
          found &+= bits & exponent == exponent ? 1 : 0
        }
        total += Int(truncatingIfNeeded: found)
      }
      return total
    }
  }

  /// The place of element `index`, counted row-major, along each axis.
  func place(of index: Int) -> [Int] {
    var rest = index
    var place: [Int] = []
    for extent in shape.reversed() {
      place.insert(rest % extent, at: 0)
      rest /= extent
    }
    return place
  }
}
