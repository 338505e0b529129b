internal import RepCore
internal import Words

/// What the fold screen says of its steps.
enum FoldWords {
  // MARK: Steps

  /// A step of the block in two or three words.
  static func name(of step: FoldStep, in shape: BlockShape) -> Text {
    switch step {
    case .asStored: EquationWords.asStored
    case .normsFolded: Text(en: "fold norms", vi: "gộp norm")
    case .padded:
      shape.kernelSize > 1
        ? Text(en: "pad to \(shape.window)", vi: "padding \(shape.window)")
        : Text(en: "identity as kernel", vi: "identity thành kernel")
    case .summed: Text(en: "add", vi: "cộng")
    case .sumNormFolded: Text(en: "norm of sum", vi: "norm của tổng")
    case .checked: Text(en: "check", vi: "kiểm tra")
    }
  }

  static func noStep(_ step: Int, of count: Int) -> Text {
    Text(
      en: "no step \(step): the fold of this block has 1 to \(count)",
      vi: "không có bước \(step): việc gộp khối này có từ 1 đến \(count)"
    )
  }

  // MARK: Kernels

  static func title(_ place: Text, of block: String) -> Text {
    Text(en: "Fold  \(block)  ", vi: "Gộp  \(block)  ") + place
  }

  static func tap(row: Int, column: Int) -> Text {
    Text(en: "tap (\(row),\(column))", vi: "ô (\(row),\(column))")
  }

  static let noKernelYet = Text(en: "no kernel", vi: "chưa có kernel")
  static let notAddedYet = Text(en: "not added yet", vi: "chưa cộng")

  static func window(_ shown: Range<Int>, of count: Int) -> Text {
    Text(
      en: "branches \(shown.lowerBound + 1) to \(shown.upperBound) of \(count), b the next; ",
      vi: "nhánh \(shown.lowerBound + 1) đến \(shown.upperBound) / \(count), b đi tiếp; "
    )
  }

  // MARK: Panes

  static let formulas = Text(en: "Where each number goes", vi: "Mỗi số đi đâu")

  static func parts(_ tap: Text) -> Text { Text(en: "Parts of ", vi: "Các phần của ") + tap }
  static func partsOfChannel(_ output: Int) -> Text {
    Text(name: "%: ") + ofChannel(output) + measure
  }
  static func ofChannel(_ output: Int) -> Text {
    Text(en: "of out \(output) by ", vi: "của kênh ra \(output) theo ")
  }
  static let none = Text(en: "none", vi: "không có")

  /// What the kernel behind the branches is at the step: the sum, or the folded kernel.
  static func result(of moment: PairAtStep) -> Text {
    moment.shape.postNorm != nil && moment.equation.post == nil
      ? EquationWords.sum : EquationWords.folded
  }

  // MARK: The shares

  static let shares = Text(en: "Whole block by ", vi: "Cả khối theo ")

  /// How shares are measured, as it is seen and as it is said.
  static let measure = Text(name: "|kernel|")
  static let spokenMeasure = Text(
    en: "absolute kernel sum",
    vi: "tổng độ lớn các ô của kernel"
  )

  static let counting = Text(en: "adding up", vi: "đang cộng")
  static let identityDominated = Text(en: "identity above half", vi: "identity trên nửa")
  static let dead = Text(en: "dead, all taps 0", vi: "chết, mọi ô bằng 0")
  static let damaged = Text(en: "damaged, left out", vi: "hỏng, không tính")
  static let cannotShare = Text(
    en: "The branches are gone, so nothing tells their shares.",
    vi: "Các nhánh không còn, nên không biết phần của chúng."
  )

  /// `identity above half: 2 of 24: 1, 7-8`.
  static func list(_ name: Text, _ channels: String, count: Int, of all: Int) -> Text {
    name + Text(en: ": \(count) of \(all)", vi: ": \(count) / \(all)")
      + Text(name: channels.isEmpty ? "" : ": \(channels)")
  }
}
