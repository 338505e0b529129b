/// An immutable, dense, row-major tensor: a shape and a window into shared bytes.
///
///     let kernel = Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3])
///     kernel.shape        // [2, 3]
///     kernel.floats()     // [1, 2, 3, 4, 5, 6]
///
/// A tensor read from a file points into the mapping and copies nothing; numbers are converted when
/// they are asked for. Convolution kernels are `O x I/g x kH x kW` (output channel, input channel of
/// the group, row, column), activations `N x C x H x W`, as PyTorch stores them.
///
/// Invariant: `byteCount` bytes from `byteOffset` lie inside `storage`.
public struct Tensor: Sendable {
  /// Extent of each axis, outermost first; empty for a scalar.
  public let shape: [Int]

  /// How the elements are stored.
  public let elementType: ElementType

  let storage: Storage
  let byteOffset: Int

  /// A window of `storage` that starts at `byteOffset`, little-endian, row-major.
  public init(storage: Storage, byteOffset: Int, elementType: ElementType, shape: [Int]) {
    precondition(shape.allSatisfy { $0 >= 0 }, "a tensor's extents are not negative: \(shape)")
    let size = elementType.byteCount(of: shape)
    precondition(
      byteOffset >= 0 && byteOffset + size <= storage.count,
      "a tensor of \(size) bytes at offset \(byteOffset) leaves its storage of \(storage.count)"
    )
    self.storage = storage
    self.byteOffset = byteOffset
    self.elementType = elementType
    self.shape = shape
  }

  /// A float32 tensor with its own copy of `values`.
  public init(_ values: [Float], shape: [Int]) {
    precondition(
      values.count == shape.reduce(1, *),
      "\(values.count) values do not fill the shape \(shape)"
    )
    let storage = Storage(copying: values)
    self.init(storage: storage, byteOffset: 0, elementType: .float32, shape: shape)
  }

  /// Number of elements.
  public var count: Int { shape.reduce(1, *) }

  /// Number of bytes as stored.
  public var byteCount: Int { elementType.byteCount(of: shape) }

  /// The same elements under another shape of the same count.
  public func reshaped(_ shape: [Int]) -> Tensor {
    precondition(
      shape.reduce(1, *) == count,
      "cannot see \(self.shape) as \(shape): the counts differ"
    )
    return Tensor(
      storage: storage,
      byteOffset: byteOffset,
      elementType: elementType,
      shape: shape
    )
  }

  /// The elements `range` of the outermost axis.
  public func slice(_ range: Range<Int>) -> Tensor {
    precondition(
      !shape.isEmpty && range.lowerBound >= 0 && range.upperBound <= shape[0],
      "the slice \(range) leaves the outermost axis of \(shape)"
    )
    let stride = byteCount / max(shape[0], 1)
    return Tensor(
      storage: storage,
      byteOffset: byteOffset + range.lowerBound * stride,
      elementType: elementType,
      shape: [range.count] + shape.dropFirst()
    )
  }
}
