internal import Words

/// Which numbers of the block are shown.
enum ShownNumbers: String, Hashable, Sendable, CaseIterable {
  /// The taps of a branch as stored, and of the folded kernel.
  case kernels
  /// What the branches add to every value, and the folded bias.
  case biases
  /// What enters the block, and what leaves it.
  case activations
  /// What each norm does to the values of its channels.
  case norms

  /// The one behind it, around the end.
  var next: ShownNumbers {
    let all = ShownNumbers.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  /// What is shown, in the status line.
  var words: Text {
    switch self {
    case .kernels: Text(en: "kernels, stored and folded", vi: "các kernel, khi lưu và đã gộp")
    case .biases: Text(en: "biases, of branches and folded", vi: "các bias, của nhánh và đã gộp")
    case .activations:
      Text(en: "values that enter and leave the block", vi: "giá trị vào và ra khỏi khối")
    case .norms: Text(en: "what each norm does", vi: "mỗi norm làm gì")
    }
  }
}
