internal import RepCore
internal import Words

/// The findings of a comparison of both forms, in words.
enum FormsWords {
  /// How far the logits of the forms are apart.
  static func logits(_ difference: Difference, _ top: TopClass) -> Text {
    let (relative, absolute, squares) = (
      ReportNumbers.error(difference.maximumRelative),
      ReportNumbers.error(difference.maximumAbsolute),
      ReportNumbers.error(difference.sumOfSquares)
    )
    return Text(
      en: "logits: largest relative error \(relative.en), absolute \(absolute.en), "
        + "sum of squares \(squares.en), ",
      vi: "logit: sai số tương đối lớn nhất \(relative.vi), tuyệt đối \(absolute.vi), "
        + "tổng bình phương \(squares.vi), "
    ) + words(top, isFinite: difference.maximumRelative.isFinite)
  }

  /// What the network makes of rounding.
  static func rounding(_ change: Double, tolerance: Double) -> Text {
    let (change, tolerance) = (ReportNumbers.error(change), ReportNumbers.error(tolerance))
    return Text(
      en: "rounding: half a unit in the last place of every weight and pixel moves them by up to "
        + "\(change.en); the tolerance is \(tolerance.en)",
      vi: "làm tròn: nửa đơn vị ở chữ số cuối của mọi trọng số và điểm ảnh làm chúng lệch đến "
        + "\(change.vi); dung sai là \(tolerance.vi)"
    )
  }

  /// Why there are no logits to compare.
  static func withoutLogits(_ verification: Verification) -> Text {
    if verification.isDamaged {
      return Text(
        en: "logits: not compared, as weights are damaged",
        vi: "logit: không so sánh, vì có trọng số hỏng"
      )
    }
    guard let block = verification.stopped, !block.runs else {
      return Text(
        en: "blocks alone: the graph around them is not known",
        vi: "chỉ các khối: chưa biết đồ thị quanh chúng"
      )
    }
    return Text(en: "no logits: ", vi: "không có logit: ") + block.stopWords
  }

  /// The verdict.
  static func statement(on verification: Verification) -> Text {
    let failing = verification.blocks.filter {
      !$0.passes(tolerance: verification.blockTolerance)
    }
    if verification.isDamaged {
      return Text(
        en: "weights are damaged, as told above; the network was not run",
        vi: "có trọng số hỏng, như đã nêu ở trên; mạng không được chạy"
      )
    }
    if let first = failing.first {
      let (count, noun) = (failing.count, failing.count == 1 ? "block" : "blocks")
      return Text(
        en: "\(count) \(noun) from \(first.title) on do not compute the same folded",
        vi: "\(count) khối từ \(first.title) trở đi không tính ra như cũ sau khi gộp"
      )
    }
    guard verification.logits != nil else {
      return Text(en: "every block is folded right", vi: "mọi khối được gộp đúng")
    }
    guard verification.passes else {
      return Text(
        en: "every block agrees, but the whole does not, by more than rounding explains",
        vi: "mọi khối đều khớp nhưng cả mạng thì không, lệch hơn mức làm tròn giải thích được"
      )
    }
    guard verification.amplifies, let amplification = verification.amplification else {
      return Text(en: "both forms compute the same", vi: "hai dạng tính ra như nhau")
    }
    let factor = ReportNumbers.factor(amplification.factor)
    return Text(
      en: "every block agrees; this network amplifies rounding \(factor) times; "
        + "PyTorch's float32 would lose as much",
      vi: "mọi khối đều khớp; mạng này khuếch đại việc làm tròn \(factor) lần; "
        + "float32 của PyTorch cũng sẽ mất chừng ấy"
    )
  }

  private static func words(_ top: TopClass, isFinite: Bool) -> Text {
    switch top {
    case .agrees: Text(en: "top class agrees", vi: "lớp đứng đầu khớp")
    case .tie:
      Text(
        en: "top class is a tie within the tolerance",
        vi: "lớp đứng đầu ngang nhau trong dung sai"
      )
    case .differs where isFinite: Text(en: "top class DIFFERS", vi: "lớp đứng đầu KHÁC")
    case .differs: Text(en: "which are no numbers", vi: "không phải là số")
    }
  }
}
