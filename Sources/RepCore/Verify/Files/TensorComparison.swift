/// A tensor of the first file that folding leaves alone, beside the second file's.
public struct TensorComparison: Hashable, Sendable {
  /// How the two are to each other.
  public enum Finding: Hashable, Sendable {
    /// Every value is the same.
    case same
    /// Every value is the same, rounded to the type that the second file stores.
    case rounded(ElementType)
    /// A value differs; the first one that does.
    case different(index: [Int], expected: String, found: String)
    /// Its extents or its sort of numbers are others.
    case otherShape(expected: [Int], found: [Int])
    /// The second file does not have it.
    case missing
    /// Only the second file has it.
    case extra
  }

  /// What it is called in the first file, or in the second where only that has it.
  public let name: String
  /// How it is to the other file's.
  public let finding: Finding

  /// Whether nothing was changed that folding leaves alone; what the second file has beside does no harm.
  public var agrees: Bool {
    switch finding {
    case .same, .rounded, .extra: true
    case .different, .otherShape, .missing: false
    }
  }

  /// A finding on the tensor `name`.
  init(_ name: String, _ finding: Finding) {
    self.name = name
    self.finding = finding
  }

  /// Compares `first` with `second`; a tensor that neither file has is no finding.
  init?(_ name: String, _ first: Tensor?, _ second: Tensor?) {
    switch (first, second) {
    case (nil, nil): return nil
    case (nil, _): self.init(name, .extra)
    case (_, nil): self.init(name, .missing)
    case (let first?, let second?): self.init(name, TensorComparison.finding(first, second))
    }
  }

  private static func finding(_ first: Tensor, _ second: Tensor) -> Finding {
    let isNumeric = first.elementType.isFloatingPoint && second.elementType.isFloatingPoint
    // A linear map may be stored as a 1x1 convolution.
    guard first.shape.filter({ $0 != 1 }) == second.shape.filter({ $0 != 1 }),
      isNumeric || first.elementType == second.elementType
    else { return .otherShape(expected: first.shape, found: second.shape) }
    return isNumeric ? numbers(first, second) : bytes(first, second)
  }

  private static func numbers(_ first: Tensor, _ second: Tensor) -> Finding {
    let (own, other) = (first.doubles(), second.doubles())
    let type = second.elementType
    var isRounded = false
    for index in own.indices where own[index] != other[index] {
      guard !(own[index].isNaN && other[index].isNaN) else { continue }
      let distance = abs(own[index] - other[index])
      guard type != first.elementType, distance <= type.halfUnit(at: own[index]) else {
        return .different(
          index: first.place(of: index),
          expected: "\(own[index])",
          found: "\(other[index])"
        )
      }
      isRounded = true
    }
    return isRounded ? .rounded(type) : .same
  }

  private static func bytes(_ first: Tensor, _ second: Tensor) -> Finding {
    let different = first.withBytes { own in
      second.withBytes { other in
        (0..<own.byteCount).first {
          unsafe own.unsafeLoad(fromByteOffset: $0, as: UInt8.self)
            != other.unsafeLoad(fromByteOffset: $0, as: UInt8.self)
        }
      }
    }
    guard let different else { return .same }
    let element = different * max(first.count, 1) / max(first.byteCount, 1)
    return .different(
      index: first.place(of: element),
      expected: "other bytes",
      found: "other bytes"
    )
  }
}
