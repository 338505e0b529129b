/// A tensor whose values are made when they are wanted and not kept, so that a network can be folded or
/// converted on its way into a file without a second copy of it.
struct LazyTensor {
  /// Extent of each axis, outermost first.
  let shape: [Int]
  /// How the elements will be stored.
  let elementType: ElementType
  private let make: () -> Tensor

  /// A tensor of `shape` that `make` makes, anew each time.
  init(shape: [Int], elementType: ElementType = .float32, make: @escaping () -> Tensor) {
    self.shape = shape
    self.elementType = elementType
    self.make = make
  }

  /// A tensor that is there already.
  init(_ tensor: Tensor) {
    self.init(shape: tensor.shape, elementType: tensor.elementType) { tensor }
  }

  /// Number of bytes as it will be stored.
  var byteCount: Int { elementType.byteCount(of: shape) }

  /// The tensor itself.
  func made() -> Tensor {
    let tensor = make()
    precondition(
      tensor.shape == shape && tensor.elementType == elementType,
      "a tensor of \(elementType) \(shape) was promised, \(tensor.elementType) \(tensor.shape) made"
    )
    return tensor
  }

  /// The same elements under another shape of the same count.
  func reshaped(_ shape: [Int]) -> LazyTensor {
    LazyTensor(shape: shape, elementType: elementType) { made().reshaped(shape) }
  }

  /// The same values as float32 or float16.
  func converted(to type: ElementType) -> LazyTensor {
    guard elementType != type else { return self }
    return LazyTensor(shape: shape, elementType: type) { made().converted(to: type) }
  }
}
