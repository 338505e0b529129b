/// A block of the first file beside what the second file has in its place.
public struct BlockComparison: Sendable {
  /// What the second file has.
  public enum Finding: Hashable, Sendable {
    /// One convolution, perhaps with a norm that was kept, this far from the first block's fold.
    case folded(FoldDifference)
    /// The branches as in the first file, this far from them.
    case unfolded(FoldDifference)
    /// Another shape of folded kernel.
    case otherShape(expected: [Int], found: [Int])
    /// Nothing.
    case missing
    /// A block that the first file does not have.
    case extra
  }

  /// What the block is called in the first file, or in the second where only that has it.
  public let title: String
  /// What the second file has.
  public let finding: Finding
  /// The type that rounds the second file's numbers more than float32 does, where it is such a one.
  public let storage: ElementType?
  /// Squeeze-excite, tensor by tensor.
  public let tensors: [TensorComparison]

  /// Whether the block of the second file is folded.
  public var isFolded: Bool { if case .folded = finding { true } else { false } }

  /// The largest difference relative to what was summed; nil where nothing could be compared.
  public var maximumRelative: Double? {
    switch finding {
    case .folded(let difference), .unfolded(let difference): difference.maximumRelative
    case .otherShape, .missing, .extra: nil
    }
  }

  /// Whether the second file's block is the first's, folded or not.
  public var agrees: Bool {
    let holds =
      switch finding {
      case .folded(let difference), .unfolded(let difference): difference.agrees
      case .otherShape, .missing, .extra: false
      }
    return holds && tensors.allSatisfy(\.agrees)
  }

  /// A block that one file has alone.
  init(_ title: String, only finding: Finding) {
    self.title = title
    self.finding = finding
    (storage, tensors) = (nil, [])
  }

  /// Compares `second` with `first`, or with its fold, as closely as the user says in `tolerance`, if at all.
  init(_ first: Block, _ second: Block, tolerance told: Double? = nil) {
    title = first.shape.title
    storage = second.storage
    tensors = first.excite(beside: second)
    let shapes = (first.shape.foldedKernelShape, second.shape.foldedKernelShape)
    guard shapes.0 == shapes.1, first.shape.inputChannels == second.shape.inputChannels else {
      finding = .otherShape(expected: shapes.0, found: shapes.1)
      return
    }
    if second.isOneConvolution {
      let tolerance = FoldTolerance(
        storedAs: storage ?? .float32,
        from: first.storage,
        told: told
      )
      finding = .folded(FoldDifference(of: second, from: first, tolerance: tolerance))
    } else {
      finding = .unfolded(first.weightDifference(to: second, told))
    }
  }
}

extension Block {
  /// Whether the branches are folded into one convolution, though a norm may have been kept.
  fileprivate var isOneConvolution: Bool { branches.count == 1 && branches[0].role == .folded }

  /// The type that rounds the kernels more than float32 does.
  var storage: ElementType? {
    let types = branches.compactMap { $0.kernel?.elementType }
    return types.first { $0 == .float16 || $0 == .bfloat16 }
  }

  fileprivate func excite(beside other: Block) -> [TensorComparison] {
    let (own, its) = (squeezeExcite, other.squeezeExcite)
    let title = "\(shape.title) squeeze-excite"
    return [
      TensorComparison("\(title) reduce kernel", own?.reduceKernel, its?.reduceKernel),
      TensorComparison("\(title) reduce bias", own?.reduceBias, its?.reduceBias),
      TensorComparison("\(title) expand kernel", own?.expandKernel, its?.expandKernel),
      TensorComparison("\(title) expand bias", own?.expandBias, its?.expandBias),
    ].compactMap(\.self)
  }

  /// How far the branches of `other` are from these, tensor by tensor; from their fold where there are other
  /// branches.
  fileprivate func weightDifference(to other: Block, _ told: Double?) -> FoldDifference {
    let (own, its) = (linearTensors, other.linearTensors)
    guard own.map(\.name) == its.map(\.name) else {
      return FoldDifference(
        of: other,
        from: self,
        tolerance: FoldTolerance(storedAs: other.storage ?? .float32, told: told)
      )
    }
    var worst = 0.0
    for ((name, first), (_, second)) in zip(own, its) {
      let difference = Difference(of: second.doubles(), from: first.doubles())
      worst = max(worst, difference.maximumRelative)
      guard let comparison = TensorComparison(name, first, second), !comparison.agrees else {
        continue
      }
      let (expected, found) = (first.doubles(), second.doubles())
      let index = expected.indices.first { expected[$0] != found[$0] } ?? 0
      return FoldDifference(
        maximumRelative: difference.maximumRelative,
        first: FoldDifference.Place(
          tensor: name,
          index: first.place(of: index),
          expected: expected[index],
          found: found[index]
        )
      )
    }
    return FoldDifference(maximumRelative: worst, first: nil)
  }

  /// Kernels, biases and norms with what they are called.
  private var linearTensors: [(name: String, tensor: Tensor)] {
    let own = branches.flatMap { branch in
      [("\(branch.id) kernel", branch.kernel), ("\(branch.id) bias", branch.bias)]
        + Block.tensors(of: branch.norm, "\(branch.id) norm's")
    }
    return (own + Block.tensors(of: postNorm, "norm after the sum's")).compactMap { name, tensor in
      tensor.map { (name, $0) }
    }
  }

  private static func tensors(of norm: BatchNorm?, _ name: String) -> [(String, Tensor?)] {
    [
      ("\(name) gamma", norm?.gamma), ("\(name) beta", norm?.beta), ("\(name) mean", norm?.mean),
      ("\(name) variance", norm?.variance),
    ]
  }
}
