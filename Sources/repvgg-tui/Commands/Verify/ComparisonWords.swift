internal import RepCore

/// The findings of a comparison of two files, in words for programs.
enum ComparisonWords {
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
}
