internal import Canvas
internal import RepCore
internal import Words

/// The findings of a comparison of two files, in words.
enum ComparisonWords {
  /// What the second file has in the place of a block.
  static func finding(of block: BlockComparison) -> Text {
    switch block.finding {
    case .folded(let difference):
      Text(en: "folded", vi: "đã gộp") + place(difference) + storage(block)
    case .unfolded(let difference):
      Text(en: "not folded", vi: "chưa gộp") + place(difference) + storage(block)
    case .otherShape(let expected, let found):
      Text(
        en: "folds to \(expected), the second has \(found)",
        vi: "gộp thành \(expected), tệp thứ hai có \(found)"
      )
    case .missing: notInSecond
    case .extra: notInFirst
    }
  }

  private static let notInSecond = Text(
    en: "is not in the second file",
    vi: "không có trong tệp thứ hai"
  )
  private static let notInFirst = Text(
    en: "is not in the first file",
    vi: "không có trong tệp thứ nhất"
  )

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
  static func finding(of tensor: TensorComparison) -> Text {
    switch tensor.finding {
    case .same: Text(en: "is the same", vi: "giống nhau")
    case .rounded(let type):
      Text(
        en: "is the same, rounded to \(type.title)",
        vi: "giống nhau, làm tròn về \(type.title)"
      )
    case .different(let index, let expected, let found):
      Text(
        en: "differs: at \(index) it is \(found), in the first file \(expected)",
        vi: "khác: ở \(index) nó là \(found), trong tệp thứ nhất là \(expected)"
      )
    case .otherShape(let expected, let found):
      Text(
        en: "has the shape \(found), in the first file \(expected)",
        vi: "có hình dạng \(found), trong tệp thứ nhất là \(expected)"
      )
    case .missing: notInSecond
    case .extra: notInFirst
    }
  }

  private static func place(_ difference: FoldDifference) -> Text {
    guard let place = difference.first else { return .none }
    let (found, expected) = (GuessWords.digits(place.found), GuessWords.digits(place.expected))
    return Text(
      en: "; \(place.tensor)\(place.index) is \(found), the first file makes \(expected)",
      vi: "; \(place.tensor)\(place.index) là \(found), tệp thứ nhất cho ra \(expected)"
    )
  }

  private static func storage(_ block: BlockComparison) -> Text {
    guard let type = block.storage else { return .none }
    return Text(en: ", as \(type.title)", vi: ", kiểu \(type.title)")
  }
}
