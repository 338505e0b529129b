internal import Canvas
internal import RepCore
internal import Words

/// What the compare screen says.
enum CompareWords {
  static let reading = Text(
    en: "left of each arrow the training form, right of it the deploy form, on the same input",
    vi: "bên trái mũi tên là dạng huấn luyện, bên phải là dạng inference, cùng một đầu vào"
  )

  static let total = Text(en: "all", vi: "tất cả")
  static let layer = Text(en: "layer", vi: "lớp")
  static let faster = Text(en: "faster", vi: "nhanh")
  static let answers = Text(en: "What changes, and why", vi: "Điều gì thay đổi, và vì sao")
  static let comparing = Text(
    en: "Both forms are being run.",
    vi: "Đang chạy cả hai dạng."
  )

  static func forms(threads: Int, _ pen: Pen) -> Text {
    let arrow = pen.glyphs.arrow
    return Text(
      en: "Training form \(arrow) deploy form, \(counted(threads, "thread"))",
      vi: "Dạng huấn luyện \(arrow) dạng inference, \(threads) luồng"
    )
  }

  static let oneForm = Text(
    en: "This file holds the deploy form alone, so there is nothing to compare it with. Open the "
      + "training form beside it, and o compares both files.",
    vi: "Tệp này chỉ có dạng inference nên không có gì để so. Hãy mở thêm dạng huấn luyện, "
      + "rồi o so hai tệp."
  )

  // MARK: Does the output really not change?

  static let doesItChange = Text(
    en: "Does the output really not change?",
    vi: "Đầu ra có thật sự không đổi?"
  )

  static func change(
    of forms: FormsComparison,
    on picture: Text,
    worst: (name: String, relative: Double)?,
    isSame: Bool
  ) -> Text {
    let verdict =
      isSame
      ? Text(en: "It does not, but for rounding", vi: "Không đổi, trừ phần làm tròn")
      : Text(en: "It does change", vi: "Có đổi")
    let place = worst.map { worst in
      let apart = Numbers.scientific(worst.relative)
      return Text(
        en: "; the blocks' maps by up to \(apart), in \(worst.name)",
        vi: "; bản đồ của các khối nhiều nhất \(apart), ở \(worst.name)"
      )
    }
    return verdict + Text(en: ": on ", vi: ": với ") + picture + logits(forms) + (place ?? .none)
      + Text(en: " (in parts of the largest value).", vi: " (so với giá trị lớn nhất).")
  }

  static let seeded = Text(en: "seeded values", vi: "các giá trị ngẫu nhiên")

  private static func logits(_ forms: FormsComparison) -> Text {
    guard let logits = forms.logits, let classes = forms.classes else { return .none }
    let apart = Numbers.scientific(logits.relative)
    let same = classes[.train] == classes[.deploy]
    let name = classes[.deploy] ?? 0
    return Text(
      en: " the logits are apart by \(apart)"
        + (same ? ", and both forms say class \(name)" : ", and the class is another"),
      vi: ", logit lệch \(apart)"
        + (same ? ", và cả hai dạng cùng chọn lớp \(name)" : ", và lớp được chọn khác nhau")
    )
  }

  // MARK: Why is it faster?

  static func whyFaster(times: Double?, fewer: Double, isSample: Bool) -> Text {
    let fewer = Numbers.fixed(fewer, 2)
    guard let times else {
      return Text(
        en: "What goes, beside \(fewer)x fewer multiply-adds?",
        vi: "Bớt được gì, ngoài số phép nhân-cộng ít hơn \(fewer) lần?"
      )
    }
    let factor = Numbers.fixed(times < 1 ? 1 / times : times, 2)
    let question =
      times < 1
      ? Text(
        en: "Why \(factor) times slower with \(fewer) times fewer multiply-adds?",
        vi: "Vì sao chậm hơn \(factor) lần dù ít phép nhân-cộng hơn \(fewer) lần?"
      )
      : Text(
        en: "Why \(factor) times faster with \(fewer) times fewer multiply-adds?",
        vi: "Vì sao nhanh gấp \(factor) lần chỉ với số phép nhân-cộng ít hơn \(fewer) lần?"
      )
    return question
  }

  static func work(steps: (Int, Int), bytes: (Int, Int)) -> Text {
    let gone = steps.0 - steps.1
    let moved = (Numbers.bytes(bytes.0), Numbers.bytes(bytes.1))
    return Text(
      en: "\(gone) of \(counted(steps.0, "step")) go, and what the steps read and write falls from "
        + "\(moved.0) to \(moved.1).",
      vi: "\(gone) trong \(steps.0) bước biến mất, và lượng đọc ghi của các bước giảm từ "
        + "\(moved.0) còn \(moved.1)."
    )
  }

  static func noTimes(_ live: LiveState) -> Text {
    Text(
      en: "How long they take was not measured: ",
      vi: "Chưa đo chúng mất bao lâu: "
    ) + live.untilTimes + Text(name: ".")
  }

  static func time(
    _ shares: TimeShares,
    macsOfPointwise: Double,
    runs: Int,
    threads: Int,
    isSample: Bool
  ) -> Text {
    let (passes, pointwise) = (
      Numbers.percent(shares.passes, 0), Numbers.percent(shares.pointwise, 0)
    )
    let macs = Numbers.percent(macsOfPointwise, 0)
    let source =
      isSample
      ? Text(en: " (sample timing, not measured)", vi: " (thời gian minh họa, không phải số đo)")
      : Text(
        en: " (median of \(counted(runs, "run")), \(counted(threads, "thread")))",
        vi: " (trung vị của \(runs) lần, \(threads) luồng)"
      )
    return Text(
      en: "Of the training form's time norms, sums and activations take \(passes) and 1x1 "
        + "convolutions \(pointwise), which have \(macs) of its multiply-adds",
      vi: "Trong thời gian của dạng huấn luyện, norm, tổng và hàm kích hoạt chiếm \(passes), các "
        + "tích chập 1x1 chiếm \(pointwise), với \(macs) số phép nhân-cộng"
    ) + source + Text(name: ".")
  }

  // MARK: The status line

  static func status(_ row: CompareRow, _ column: CompareColumn, _ cells: CompareCells) -> Text {
    let head =
      Text(name: "\(row.name), ") + column.title
      + Text(name: " \(cells.text(of: row, column))")
    guard let times = CompareCells.times(row, column) else { return head }
    let factor = Numbers.fixed(times < 1 ? 1 / times : times, 2)
    return head
      + (times < 1
        ? Text(en: ", \(factor)x more", vi: ", nhiều hơn \(factor) lần")
        : Text(en: ", \(factor)x less", vi: ", ít hơn \(factor) lần"))
  }

  static func worst(_ name: String, _ relative: Double) -> Text {
    let apart = Numbers.scientific(relative)
    return Text(
      en: "\(name) is apart the most, by \(apart) of its largest value",
      vi: "\(name) lệch nhiều nhất, \(apart) giá trị lớn nhất của nó"
    )
  }

  static let notCompared = Text(
    en: "no block was compared yet",
    vi: "chưa khối nào được so"
  )
}

// MARK: - Two models

extension CompareWords {
  static let noOther = Text(
    en: "no other model is open to compare with; :open FILE opens one",
    vi: "chưa mở mạng khác để so; :open FILE mở một mạng"
  )

  static let noFile = Text(
    en: "a network that was made in memory is no file to compare; open files",
    vi: "mạng tạo trong bộ nhớ không phải tệp để so; hãy mở các tệp"
  )

  static func models(_ first: String, _ second: String) -> Text {
    Text(
      en: "Is \(second) the folded \(first)?",
      vi: "\(second) có phải là \(first) đã gộp?"
    )
  }

  static let comparingModels = Text(
    en: "The blocks of both files are being compared.",
    vi: "Đang so các khối của hai tệp."
  )

  static let readingModels = Text(
    en: "each block's fold is made in double of the first file; apart: the largest difference",
    vi: "kết quả gộp của mỗi khối được tính bằng double từ tệp thứ nhất; lệch: sai khác lớn nhất"
  )

  static let block = Text(en: "block", vi: "khối")
  static let apart = Text(en: "apart by", vi: "lệch")
  static let verdict = Text(en: "verdict", vi: "kết luận")
  static let found = Text(en: "what the second file has", vi: "tệp thứ hai có gì")

  static func verdict(passes: Bool, _ pen: Pen) -> Text {
    passes
      ? Text(en: "\(pen.glyphs.pass) PASS", vi: "\(pen.glyphs.pass) ĐẠT")
      : Text(en: "\(pen.glyphs.fail) FAIL", vi: "\(pen.glyphs.fail) SAI")
  }

  static func blockStatus(_ block: BlockComparison) -> Text {
    let apart = block.maximumRelative.map { Numbers.scientific($0) } ?? "--"
    return Text(name: "\(block.title), ") + block.words
      + Text(en: ", apart by \(apart)", vi: ", lệch \(apart)")
  }

  static let otherWay = Text(
    en: "' shows the other model, which turns the comparison round",
    vi: "' mở mạng kia, khi đó phép so đổi chiều"
  )

  static let damaged = Text(
    en: "weights are damaged: some are no numbers",
    vi: "có trọng số hỏng: vài giá trị không phải số"
  )

  static let provided = Text(en: "if ", vi: "nếu ")
  static let guess = Text(en: "guess: ", vi: "phỏng đoán: ")

  static let allAgree = Text(en: "every block agrees", vi: "mọi khối đều khớp")
}
