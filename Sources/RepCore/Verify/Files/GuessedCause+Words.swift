public import Words

// Why a block of the second file is perhaps not the first's fold, in words.

extension GuessedCause {
  /// The guess, and how much it explains.
  public var words: Text {
    guess.words
      + (differing == 1
        ? Text(en: "; with that, the block agrees", vi: "; như vậy thì khối khớp")
        : Text(
          en: "; with that, \(explained) of the \(differing) blocks that differ agree",
          vi: "; như vậy thì \(explained) trong \(differing) khối khác nhau khớp"
        ))
  }
}

extension Guess {
  fileprivate var words: Text {
    switch self {
    case .epsilon(let epsilon):
      Text(en: "folded with epsilon \(epsilon)", vi: "gộp với epsilon \(epsilon)")
    case .withoutBranches(let ids): Text(en: "folded without ", vi: "gộp thiếu ") + Guess.list(ids)
    case .withoutNorms(let ids):
      Text(en: "folded without the norm of ", vi: "gộp thiếu norm của ") + Guess.list(ids)
    case .withoutPostNorm:
      Text(en: "folded without the norm after the sum", vi: "gộp thiếu norm sau tổng")
    case .withoutBias:
      Text(en: "the kernel is right, and the bias is left out", vi: "kernel đúng, bias bị bỏ")
    case .otherBias:
      Text(en: "the kernel is right, and the bias is another", vi: "kernel đúng, bias là khác")
    case .reversedInputs:
      Text(
        en: "the input channels are in reverse order, as RGB and BGR are",
        vi: "các kênh vào theo thứ tự ngược, như RGB với BGR"
      )
    case .otherOrder:
      Text(
        en: "the output channels are in another order",
        vi: "các kênh ra theo thứ tự khác"
      )
    case .scaled(let range):
      Guess.scaled(from: "\(Float(range.lowerBound))", to: "\(Float(range.upperBound))")
    case .otherStatistics:
      Text(
        en: "the kernels are the same, and the norms' statistics, gamma or epsilon are others, "
          + "as at another moment of training",
        vi: "kernel giống nhau, còn thống kê, gamma hoặc epsilon của norm là khác, "
          + "như ở một lúc huấn luyện khác"
      )
    case .rounded(let type):
      Text(
        en: "the fold is rounded to \(type.title) and stored in a wider type",
        vi: "kết quả gộp được làm tròn về \(type.title) và lưu ở kiểu rộng hơn"
      )
    case .computed(let type):
      Text(en: "the fold was computed in \(type.title)", vi: "việc gộp tính bằng \(type.title)")
    case .setOfFirst(let set):
      Text(
        en: "it is the fold of the set \(set) of the first file (--set \(set))",
        vi: "nó là bộ \(set) của tệp thứ nhất đã gộp (--set \(set))"
      )
    case .setOfSecond(let set):
      Text(
        en: "the set \(set) of the second file is the fold (--other-set \(set))",
        vi: "bộ \(set) của tệp thứ hai mới là kết quả gộp (--other-set \(set))"
      )
    }
  }

  private static func scaled(from least: String, to most: String) -> Text {
    Text(
      en: "the kernel of each output channel is the fold times a factor from \(least) to \(most), "
        + "so a norm has another scale or variance, or is counted another number of times",
      vi: "kernel của mỗi kênh ra là kết quả gộp nhân với hệ số từ \(least) đến \(most), "
        + "nên một norm có hệ số hoặc phương sai khác, hoặc được tính số lần khác"
    )
  }

  private static func list(_ ids: [BranchID]) -> Text {
    let names = ids.map { id in
      id.role == .identity
        ? Text(en: "the identity", vi: "identity")
        : Text(en: "the \(id) branch", vi: "nhánh \(id)")
    }
    return Text(
      en: names.map(\.en).joined(separator: " and "),
      vi: names.map(\.vi).joined(separator: " và ")
    )
  }
}
