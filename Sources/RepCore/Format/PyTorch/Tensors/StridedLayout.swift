/// Where the elements of a tensor lie in its storage: an offset, and per axis an extent and a stride,
/// all counted in elements.
struct StridedLayout {
  let offset: Int
  let extents: [Int]
  let strides: [Int]
  /// Number of elements.
  let count: Int
  /// One more than the last element of the storage that is used; 0 when none is.
  let end: Int

  /// Most axes; PyTorch has 64.
  private static let mostAxes = 64

  /// A layout whose every element has a place; nil where extents, strides and offset make no sense.
  ///
  /// `elementSize` is in bytes: the size of all elements in bits must be a number, too.
  init?(offset: Int, extents: [Int], strides: [Int], elementSize: Int) {
    guard offset >= 0, extents.count == strides.count, extents.count <= Self.mostAxes,
      extents.allSatisfy({ $0 >= 0 }), strides.allSatisfy({ $0 >= 0 }),
      ([8, elementSize] + extents).checkedProduct() != nil,
      let count = extents.checkedProduct()
    else { return nil }
    var end = 0
    if count > 0 {
      end = offset
      for (extent, stride) in zip(extents, strides) {
        guard let reach = [extent - 1, stride].checkedProduct() else { return nil }
        let (sum, overflow) = end.addingReportingOverflow(reach)
        if overflow { return nil }
        end = sum
      }
      guard end < Int.max else { return nil }
      end += 1
    }
    self.offset = offset
    self.extents = extents
    self.strides = strides
    self.count = count
    self.end = end
  }

  /// Whether the elements lie one behind the other in row-major order.
  var isContiguous: Bool {
    guard count > 0 else { return true }
    var expected = 1
    for (extent, stride) in zip(extents, strides).reversed() where extent != 1 {
      if stride != expected { return false }
      expected *= extent
    }
    return true
  }

  /// Copies the elements of `source`, each as large as a `Word`, to `target` in row-major order.
  ///
  /// The caller has checked that `source` reaches to `end` and `target` has room for `count`.
  func gather<Word: FixedWidthInteger & BitwiseCopyable>(
    _: Word.Type,
    from source: UnsafeRawBufferPointer,
    to target: UnsafeMutableRawBufferPointer
  ) {
    let size = MemoryLayout<Word>.size
    let (innerExtent, innerStride) = (extents.last ?? 1, strides.last ?? 1)
    var index = [Int](repeating: 0, count: max(extents.count - 1, 0))
    var start = offset
    var written = 0
    while written < count {
      for inner in 0..<innerExtent {
        let place = (start + inner * innerStride) * size
        let word = unsafe source.loadUnaligned(fromByteOffset: place, as: Word.self)
        unsafe target.storeBytes(of: word, toByteOffset: written * size, as: Word.self)
        written += 1
      }
      // The next row: like an odometer, from the innermost of the outer axes.
      for axis in index.indices.reversed() {
        index[axis] += 1
        start += strides[axis]
        if index[axis] < extents[axis] { break }
        start -= index[axis] * strides[axis]
        index[axis] = 0
      }
    }
  }
}
