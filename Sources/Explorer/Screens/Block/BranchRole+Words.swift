internal import RepCore
internal import Words

extension BranchRole {
  /// What a branch of this role is called.
  var words: Text {
    switch self {
    case .dense, .pointwise, .identity: Text(name: rawValue)
    case .average: Text(en: "average", vi: "trung bình")
    case .folded: Text(en: "folded", vi: "đã gộp")
    }
  }

  /// What stands in for the kernel of a branch that stores none.
  var missingKernel: Text {
    self == .average
      ? Text(en: "none, 1/9 at every tap", vi: "không, mỗi ô 1/9")
      : Text(en: "none, the input itself", vi: "không, chính đầu vào")
  }
}

extension BranchID {
  /// What the branch is called, from the second of its role on with its number: `3x3.1`.
  var words: Text { index == 0 ? role.words : role.words + Text(name: ".\(index)") }
}
