internal import Canvas
internal import RepCore

/// The findings of a comparison of two files, in words.
enum ComparisonWords {
  /// What the second file has in the place of a block.
  static func finding(of block: BlockComparison) -> String {
    switch block.finding {
    case .folded(let difference): place(difference, otherwise: "folded") + storage(block)
    case .unfolded(let difference): place(difference, otherwise: "not folded") + storage(block)
    case .otherShape(let expected, let found): "folds to \(expected), the second has \(found)"
    case .missing: "is not in the second file"
    case .extra: "is not in the first file"
    }
  }

  /// One word for programs.
  static func name(_ finding: BlockComparison.Finding) -> String {
    switch finding {
    case .folded: "folded"
    case .unfolded: "unfolded"
    case .otherShape: "other-shape"
    case .missing: "missing"
    case .extra: "extra"
    }
  }

  /// One word for programs.
  static func name(_ outcome: FoldComparison.Outcome) -> String {
    switch outcome {
    case .folded: "folded"
    case .partlyFolded: "partly-folded"
    case .sameFolded: "same-folded"
    case .unfolded: "unfolded"
    case .swapped: "swapped"
    case .otherUnfolded: "other-unfolded"
    case .different: "different"
    }
  }

  /// What became of a tensor outside of the folds.
  static func finding(of tensor: TensorComparison) -> String {
    switch tensor.finding {
    case .same: "is the same"
    case .rounded(let type): "is the same, rounded to \(type.title)"
    case .different(let index, let expected, let found):
      "differs: at \(index) it is \(found), in the first file \(expected)"
    case .otherShape(let expected, let found):
      "has the shape \(found), in the first file \(expected)"
    case .missing: "is not in the second file"
    case .extra: "is not in the first file"
    }
  }

  /// A guess and how much it explains.
  static func sentence(_ explanation: Explanation) -> String {
    let (explained, differing) = (explanation.explained, explanation.differing)
    let extent =
      differing == 1
      ? "with that, the block agrees"
      : "with that, \(explained) of the \(differing) blocks that differ agree"
    return "\(words(explanation.guess)); \(extent)"
  }

  private static func place(_ difference: FoldDifference, otherwise: String) -> String {
    guard let place = difference.first else { return otherwise }
    return "\(otherwise); \(place.tensor)\(place.index) is \(digits(place.found)), "
      + "the first file makes \(digits(place.expected))"
  }

  private static func storage(_ block: BlockComparison) -> String {
    block.storage.map { ", as \($0.title)" } ?? ""
  }

  private static func digits(_ value: Double) -> String { "\(Float(value))" }

  private static func words(_ guess: Guess) -> String {
    switch guess {
    case .epsilon(let epsilon): "folded with epsilon \(epsilon)"
    case .withoutBranches(let ids): "folded without \(list(ids))"
    case .withoutNorms(let ids): "folded without the norm of \(list(ids))"
    case .withoutPostNorm: "folded without the norm after the sum"
    case .withoutBias: "the kernel is right, and the bias is left out"
    case .otherBias: "the kernel is right, and the bias is another"
    case .reversedInputs: "the input channels are in reverse order, as RGB and BGR are"
    case .otherOrder: "the output channels are in another order"
    case .scaled(let range):
      "the kernel of each output channel is the fold times a factor from \(digits(range.lowerBound)) "
        + "to \(digits(range.upperBound)), so a norm has another scale or variance, or is counted "
        + "another number of times"
    case .otherStatistics:
      "the kernels are the same, and the norms' statistics, gamma or epsilon are others, "
        + "as at another moment of training"
    case .rounded(let type): "the fold is rounded to \(type.title) and stored in a wider type"
    case .computed(let type): "the fold was computed in \(type.title)"
    case .setOfFirst(let set): "it is the fold of the set \(set) of the first file (--set \(set))"
    case .setOfSecond(let set): "the set \(set) of the second file is the fold (--other-set \(set))"
    }
  }

  private static func list(_ ids: [BranchID]) -> String {
    let names = ids.map { id in
      id.role == .identity ? "the identity" : "the \(id) branch"
    }
    return names.joined(separator: " and ")
  }
}
