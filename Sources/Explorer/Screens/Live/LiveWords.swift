internal import Canvas
internal import RepCore
internal import Words

/// What the live screen says.
enum LiveWords {
  // MARK: The table

  static let columns = (
    block: Text(en: "block", vi: "khối"),
    algorithm: Text(en: "algorithm", vi: "thuật toán"),
    median: Text(en: "median", vi: "trung vị"),
    share: Text(en: "share", vi: "tỉ lệ"),
    sum: Text(en: "sum", vi: "dồn"),
    moved: Text(en: "moved", vi: "đọc+ghi"),
    faster: Text(en: "faster", vi: "nhanh"),
    time: Text(en: "time", vi: "thời gian")
  )

  static func table(_ form: Form, runs: Int?, isAlone: Bool) -> Text {
    let alone = isAlone ? Text(en: ", each alone", vi: ", chạy riêng") : .none
    let runs = runs.map { Text(en: ", \($0) runs", vi: ", \($0) lần") } ?? .none
    return Text(en: "Time per block", vi: "Thời gian mỗi khối") + alone + Text(name: "  ")
      + Text(en: "\(form.rawValue) form, median", vi: "dạng \(form.word.vi), trung vị") + runs
  }

  static let alone = Text(en: "no such step", vi: "không có bước này")

  static func order(_ order: RowOrder) -> Text {
    Text(en: "by ", vi: "theo ") + order.word
  }

  static func steps(_ count: Int) -> Text {
    Text(en: counted(count, "step"), vi: "\(count) bước")
  }

  // MARK: The status line

  static func doesNotRun(_ name: String, _ reason: Text) -> Text {
    Text(en: "\(name) does not run: ", vi: "\(name) không chạy được: ") + reason
  }

  static func notMeasured(_ name: String, _ state: LiveState) -> Text {
    Text(en: "\(name)  not measured yet; ", vi: "\(name)  chưa đo; ") + state.untilTimes
  }

  static func absent(_ name: String, in form: Form) -> Text {
    Text(
      en: "\(name)  no step of its own in the \(form.rawValue) form: another does its work",
      vi: "\(name)  không phải bước riêng ở dạng \(form.word.vi): một bước khác làm việc này"
    )
  }

  static func figures(_ row: String, _ form: Form, median: String, p95: String) -> Text {
    Text(
      en: "\(row)  \(form.rawValue) \(median), p95 \(p95)",
      vi: "\(row)  \(form.word.vi) \(median), p95 \(p95)"
    )
  }

  static func multiplyAdds(_ count: Int) -> Text {
    let count = Numbers.engineering(count)
    return Text(en: ", \(count) multiply-adds", vi: ", \(count) phép nhân-cộng")
  }

  static func faster(_ gain: Double) -> Text {
    let gain = Numbers.fixed(gain, 2)
    return Text(en: "  deploy is \(gain)x as fast", vi: "  inference nhanh gấp \(gain)x")
  }

  static let sampleInStatus = Text(
    en: "  sample timing, not measured",
    vi: "  thời gian minh họa, không phải số đo"
  )

  // MARK: The totals

  static func totals(separate: (allRun: Bool, extent: String)?, _ state: LiveState) -> Text {
    let subject =
      separate.map { separate in
        Text(
          en: "Sum of \(separate.allRun ? "all blocks" : "blocks that run"), \(separate.extent)",
          vi: "Tổng các khối\(separate.allRun ? "" : " chạy được"), \(separate.extent)"
        )
      } ?? Text(en: "One inference", vi: "Một lần inference")
    let word =
      state.failure != nil
      ? Text(en: "stopped", vi: "đã ngừng")
      : !state.isRunning
        ? Text(en: "paused", vi: "tạm dừng")
        : state.isPinned
          ? Text(en: "running, pinned", vi: "đang chạy, đã ghim")
          : Text(en: "running", vi: "đang chạy")
    return subject + Text(name: "  ") + word
  }

  static func threads(_ state: LiveState) -> Text {
    let fused =
      state.branches == .fused ? Text(en: "fused branches, ", vi: "nhánh đã nhập, ") : .none
    return fused
      + Text(
        en: "\(state.threads) of \(state.processors) threads",
        vi: "\(state.threads) trong \(state.processors) luồng"
      )
  }

  static let starting = Text(
    en: "Folding and packing the weights; the first times follow.",
    vi: "Đang gộp và xếp trọng số; thời gian đầu tiên sắp có."
  )

  static func nothingYet(both: Bool) -> Text {
    both
      ? Text(
        en: "Nothing measured yet: p runs the engine, both forms in turn.",
        vi: "Chưa đo gì: p chạy engine, lần lượt cả hai dạng."
      )
      : Text(
        en:
          "Nothing measured yet: p runs the engine on the deploy form, the only one in this file.",
        vi: "Chưa đo gì: p chạy engine với dạng inference, dạng duy nhất trong tệp này."
      )
  }

  static let sample = Text(
    en: "sample timing, not measured",
    vi: "thời gian minh họa, không phải số đo"
  )

  /// That more threads make it slower, and where to see the opposite.
  static func tooSmall(for threads: Int, _ faster: (threads: Int, times: Double)) -> Text {
    let times = Numbers.fixed(faster.times, 2)
    return Text(
      en: "slower on \(threads) threads than on \(faster.threads) (\(times)x): too small to be "
        + "shared; try :open zoo:RepVGG-A0",
      vi: "\(threads) luồng chậm hơn \(faster.threads) luồng (\(times) lần): quá nhỏ để chia; "
        + "thử :open zoo:RepVGG-A0"
    )
  }

  static let measured = Text(
    en: "measured here, not estimated",
    vi: "đo tại đây, không phải ước lượng"
  )

  static let separate = Text(
    en: "each timed alone on a seeded input; the graph around them is not known",
    vi: "mỗi khối đo riêng với đầu vào ngẫu nhiên; chưa biết đồ thị quanh chúng"
  )

  static func rate(_ framesPerSecond: String) -> Text {
    Text(en: "  \(framesPerSecond) frames/s", vi: "  \(framesPerSecond) ảnh/s")
  }

  static func timesAsFast(_ gain: Double) -> Text {
    let gain = Numbers.fixed(gain, 2)
    return Text(en: "  \(gain)x as fast", vi: "  nhanh gấp \(gain)x")
  }

  /// `1.11x fewer MACs, 1.60x less time`, or more time where folding does not pay.
  static func gain(macs: Double, time: Double) -> Text {
    let (macs, factor) = (Numbers.fixed(macs, 2), Numbers.fixed(time < 1 ? 1 / time : time, 2))
    let less = time < 1 ? Text(en: "more", vi: "nhiều") : Text(en: "less", vi: "ít")
    return Text(
      en: "\(macs)x fewer MACs, \(factor)x \(less.en) time",
      vi: "MAC ít hơn \(macs)x, thời gian \(less.vi) hơn \(factor)x"
    )
  }

  /// Why time and multiply-adds differ: the steps, and what they read and write of maps.
  static func reason(_ train: FormTiming, _ deploy: FormTiming) -> Text {
    let steps = (train.steps.count, deploy.steps.count)
    let bytes = (Numbers.bytes(train.mapBytes), Numbers.bytes(deploy.mapBytes))
    return Text(
      en:
        "why: \(steps.0) steps become \(steps.1), and \(bytes.0) of maps read and written \(bytes.1)",
      vi: "vì: \(steps.0) bước còn \(steps.1), và \(bytes.0) bản đồ đọc và ghi còn \(bytes.1)"
    )
  }

  // MARK: The panes at the side

  static let memory = Text(en: "Memory", vi: "Bộ nhớ")
  static var memoryParts: [(Text, KeyPath<MemoryPlan, Int>)] {
    [
      (Text(en: "arena", vi: "vùng nhớ"), \.activationsPeak),
      (Text(en: "parameters", vi: "tham số"), \.parameters),
      (Text(en: "packed", vi: "đã xếp"), \.packed),
      (Text(en: "scratch", vi: "tạm"), \.scratch),
    ]
  }

  static func resident(_ bytes: Int) -> Text {
    let bytes = Numbers.bytes(bytes)
    return Text(en: "process holds \(bytes)", vi: "tiến trình giữ \(bytes)")
  }

  static func peak(_ bytes: Int) -> Text {
    let bytes = Numbers.bytes(bytes)
    return Text(en: "peak \(bytes)", vi: "đỉnh \(bytes)")
  }

  static let latency = Text(en: "Latency", vi: "Độ trễ")
  static let latencyAxis = Text(en: "oldest left, from 0", vi: "cũ nhất bên trái, từ 0")

  static func stepsTitle(_ name: String) -> Text {
    Text(en: "Steps of \(name)", vi: "Các bước của \(name)")
  }

  static func moreSteps(_ count: Int) -> Text {
    Text(en: "\(count) more", vi: "\(count) bước nữa")
  }

  /// What folding changed of a row's time, in seconds.
  static func saving(_ seconds: Double, _ pen: Pen) -> Text {
    let time = Numbers.duration(seconds: abs(seconds), glyphs: pen.glyphs.level)
    return seconds >= 0
      ? Text(en: "folding saves \(time)", vi: "gộp bớt được \(time)")
      : Text(en: "folding costs \(time)", vi: "gộp tốn thêm \(time)")
  }

  // MARK: The input

  static func input(_ name: String) -> Text {
    Text(en: "Input \(name)", vi: "Đầu vào \(name)")
  }

  static let noClassesYet = Text(
    en: "classes follow the first run",
    vi: "lớp có sau lần chạy đầu"
  )

  static func channel(of count: Int) -> Text {
    Text(en: "channel 0 of \(count)", vi: "kênh 0 trong \(count)")
  }

  static let ownRange = Text(en: "grey: its own range", vi: "xám: khoảng của nó")
}
