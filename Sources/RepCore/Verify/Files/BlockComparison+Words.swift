public import Words

extension BlockComparison {
  /// What the second file has in the place of the block.
  public var words: Text {
    switch finding {
    case .folded(let difference):
      Text(en: "folded", vi: "đã gộp") + difference.place + stored
    case .unfolded(let difference):
      Text(en: "not folded", vi: "chưa gộp") + difference.place + stored
    case .otherShape(let expected, let found):
      Text(
        en: "folds to \(expected), the second has \(found)",
        vi: "gộp thành \(expected), tệp thứ hai có \(found)"
      )
    case .missing: .notInSecond
    case .extra: .notInFirst
    }
  }

  private var stored: Text {
    guard let storage else { return .none }
    return Text(en: ", as \(storage.title)", vi: ", kiểu \(storage.title)")
  }
}

extension FoldDifference {
  /// The first number that differs, as precise as float32; nothing where none does.
  fileprivate var place: Text {
    guard let first else { return .none }
    let (found, expected) = (Float(first.found), Float(first.expected))
    return Text(
      en: "; \(first.tensor)\(first.index) is \(found), the first file makes \(expected)",
      vi: "; \(first.tensor)\(first.index) là \(found), tệp thứ nhất cho ra \(expected)"
    )
  }
}

extension TensorComparison {
  /// What became of a tensor outside of the folds.
  public var words: Text {
    switch finding {
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
    case .missing: .notInSecond
    case .extra: .notInFirst
    }
  }
}

extension Text {
  fileprivate static let notInSecond = Text(
    en: "is not in the second file",
    vi: "không có trong tệp thứ hai"
  )
  fileprivate static let notInFirst = Text(
    en: "is not in the first file",
    vi: "không có trong tệp thứ nhất"
  )
}
