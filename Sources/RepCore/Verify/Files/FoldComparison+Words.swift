public import Words

extension FoldComparison {
  /// What the second file is.
  public var words: Text {
    let count = blocks.count
    let place =
      firstDifferent.map { Text(name: $0.title) }
      ?? Text(en: "the tensors told above", vi: "các tensor nêu ở trên")
    return switch outcome {
    case .folded:
      Text(
        en: "the second file is the first folded, in all of its \(count) blocks",
        vi: "tệp thứ hai là tệp thứ nhất đã gộp, ở cả \(count) khối"
      ) + rounding
    case .sameFolded:
      Text(
        en: "both files are folded, and hold the same weights",
        vi: "cả hai tệp đã gộp, và có cùng trọng số"
      ) + rounding
    case .partlyFolded(let folded):
      Text(
        en: "the second file is the first folded in \(folded) of its \(count) blocks; "
          + "the others hold the same weights",
        vi: "tệp thứ hai là tệp thứ nhất đã gộp ở \(folded) trong \(count) khối; "
          + "các khối khác có cùng trọng số"
      ) + rounding
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
    case .different where blocks.allSatisfy(\.agrees):
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
  private var rounding: Text {
    let types = Set(blocks.compactMap(\.storage)).map(\.title).sorted()
    guard !types.isEmpty else { return .none }
    return Text(
      en: "; its numbers are rounded to \(types.joined(separator: " and "))",
      vi: "; các số của nó được làm tròn về \(types.joined(separator: " và "))"
    )
  }

  /// What both files tell of themselves, and tell otherwise.
  public var contradictions: [Text] { areFactsTold ? facts.map(\.words) : [] }

  /// What the second file would have to be for the verdict to hold, but does not say.
  public var conditions: [Text] {
    guard !areFactsTold else { return [] }
    let alike = Dictionary(grouping: facts) { [$0.fact.rawValue, $0.first, $0.second] }
    return alike.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { _, facts in facts[0].condition(in: facts.count) }
  }
}

extension FactDifference {
  /// What both files tell of themselves, and tell otherwise.
  fileprivate var words: Text {
    Text(
      en: "\(title) has \(fact.rawValue) \(second), in the first file \(first)",
      vi: "\(title) có \(vietnamese) \(second), trong tệp thứ nhất là \(first)"
    )
  }

  /// What the second file would have to be in so many blocks, but does not say.
  fileprivate func condition(in count: Int) -> Text {
    let others =
      count == 1
      ? Text.none
      : Text(en: " (and \(count - 1) more blocks)", vi: " (và \(count - 1) khối nữa)")
    return Text(
      en: "\(title)\(others.en) has \(fact.rawValue) \(first) in the second file, "
        + "which is taken for \(second)",
      vi: "\(title)\(others.vi) có \(vietnamese) \(first) trong tệp thứ hai, "
        + "nơi nó được coi là \(second)"
    )
  }

  private var vietnamese: String {
    switch fact {
    case .stride: "stride"
    case .dilation: "dilation"
    case .activation: "hàm kích hoạt"
    case .padding: "padding"
    }
  }
}
