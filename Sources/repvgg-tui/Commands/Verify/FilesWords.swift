internal import RepCore
internal import Words

/// What is told of two files beside their blocks, and the verdict on them, in words.
enum FilesWords {
  /// A damaged norm of the file called `name`.
  static func damage(_ fault: WeightFault, in name: String) -> Text {
    Text(en: "damaged: ", vi: "hỏng: ") + fault.words + place(name)
  }

  /// A damaged tensor of the file called `name`.
  static func damage(_ fault: TensorFault, in name: String) -> Text { fault.line + place(name) }

  private static func place(_ name: String) -> Text {
    Text(en: ", in \(name)", vi: ", trong \(name)")
  }

  static func moreTensors(_ count: Int) -> Text {
    Text(en: "and \(count) more tensors", vi: "và \(count) tensor nữa")
  }

  static func sameTensors(_ count: Int) -> Text {
    Text(
      en: "\(count) tensors outside of the folds are the same",
      vi: "\(count) tensor ngoài phần gộp giống nhau"
    )
  }

  /// What both files tell of themselves, and tell otherwise.
  static func difference(_ fact: FactDifference) -> Text {
    Text(
      en: "\(fact.title) has \(fact.fact.rawValue) \(fact.second), in the first file \(fact.first)",
      vi: "\(fact.title) có \(words(fact)) \(fact.second), trong tệp thứ nhất là \(fact.first)"
    )
  }

  /// What the second file would have to be in so many blocks, but does not say.
  static func condition(_ fact: FactDifference, in count: Int) -> Text {
    let others =
      count == 1
      ? Text.none
      : Text(en: " (and \(count - 1) more blocks)", vi: " (và \(count - 1) khối nữa)")
    return Text(
      en: "\(fact.title)\(others.en) has \(fact.fact.rawValue) \(fact.first) in the second file, "
        + "which is taken for \(fact.second)",
      vi: "\(fact.title)\(others.vi) có \(words(fact)) \(fact.first) trong tệp thứ hai, "
        + "nơi nó được coi là \(fact.second)"
    )
  }

  private static func words(_ fact: FactDifference) -> String {
    switch fact.fact {
    case .stride: "stride"
    case .dilation: "dilation"
    case .activation: "hàm kích hoạt"
    case .padding: "padding"
    }
  }

  /// The verdict where weights are no numbers.
  static let damaged = Text(
    en: "weights are damaged, as told above",
    vi: "có trọng số hỏng, như đã nêu ở trên"
  )

  /// The verdict.
  static func statement(on comparison: FoldComparison) -> Text {
    let count = comparison.blocks.count
    let place =
      comparison.firstDifferent.map { Text(name: $0.title) }
      ?? Text(en: "the tensors told above", vi: "các tensor nêu ở trên")
    return switch comparison.outcome {
    case .folded:
      Text(
        en: "the second file is the first folded, in all of its \(count) blocks",
        vi: "tệp thứ hai là tệp thứ nhất đã gộp, ở cả \(count) khối"
      ) + rounding(comparison)
    case .sameFolded:
      Text(
        en: "both files are folded, and hold the same weights",
        vi: "cả hai tệp đã gộp, và có cùng trọng số"
      ) + rounding(comparison)
    case .partlyFolded(let folded):
      Text(
        en: "the second file is the first folded in \(folded) of its \(count) blocks; "
          + "the others hold the same weights",
        vi: "tệp thứ hai là tệp thứ nhất đã gộp ở \(folded) trong \(count) khối; "
          + "các khối khác có cùng trọng số"
      ) + rounding(comparison)
    case .unfolded:
      Text(
        en: "the second file is not folded; it holds the same weights as the first",
        vi: "tệp thứ hai chưa gộp; nó có cùng trọng số với tệp thứ nhất"
      )
    case .swapped:
      Text(
        en: "the first file is the second folded; give the training form first",
        vi: "tệp thứ nhất là tệp thứ hai đã gộp; hãy đưa dạng huấn luyện trước"
      )
    case .otherUnfolded:
      Text(
        en: "the second file is not folded, and holds other weights, first in ",
        vi: "tệp thứ hai chưa gộp, và có trọng số khác, đầu tiên ở "
      ) + place
    case .different where comparison.blocks.allSatisfy(\.agrees):
      Text(
        en: "every block agrees, but what is told above does not",
        vi: "mọi khối đều khớp, nhưng những gì nêu ở trên thì không"
      )
    case .different:
      Text(
        en: "the second file is not the first folded; the first block that differs is ",
        vi: "tệp thứ hai không phải tệp thứ nhất đã gộp; chỗ khác đầu tiên là "
      ) + place
    }
  }

  /// A note on types that round.
  private static func rounding(_ comparison: FoldComparison) -> Text {
    let types = Set(comparison.blocks.compactMap(\.storage)).map(\.title).sorted()
    guard !types.isEmpty else { return .none }
    return Text(
      en: "; its numbers are rounded to \(types.joined(separator: " and "))",
      vi: "; các số của nó được làm tròn về \(types.joined(separator: " và "))"
    )
  }
}
