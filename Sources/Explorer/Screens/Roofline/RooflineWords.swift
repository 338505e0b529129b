internal import Canvas
internal import RepCore
internal import Words

/// What the roofline screen says.
enum RooflineWords {
  static let reading = Text(
    en:
      "under a slope a layer waits for bytes, under the flat roof for products; the gap is to gain",
    vi: "dưới mái dốc lớp chờ dữ liệu, dưới mái phẳng chờ phép nhân; khoảng hở là phần còn lấy được"
  )

  // MARK: The chart and the table

  static func chart(_ form: MemoryForm) -> Text {
    form.words + Text(en: ": GFLOP/s against FLOP/B", vi: ": GFLOP/s theo FLOP/B")
  }

  /// What the signs are, the longer sentence first.
  static let legends = [
    Text(
      en: "larger: more of the time   + what its kernels do",
      vi: "to hơn: tốn nhiều giờ hơn   + việc kernel thật làm"
    ),
    Text(en: "+ what its kernels do", vi: "+ việc thật làm"),
  ]

  static let table = Text(en: "Layers under the roofs", vi: "Các lớp dưới mái")

  static let columns = (
    layer: Text(en: "layer", vi: "lớp"),
    done: Text(en: "done", vi: "thật làm"),
    peak: Text(en: "of peak", vi: "so đỉnh"),
    roof: Text(en: "bound by", vi: "bị chặn"),
    share: Text(en: "time", vi: "thời gian")
  )

  static func name(_ roof: Roofline.Roof) -> Text {
    switch roof {
    case .memory: Text(en: "memory", vi: "bộ nhớ")
    case .cache: Text(en: "L2 cache", vi: "đệm L2")
    case .peak: Text(en: "the peak", vi: "mức đỉnh")
    }
  }

  static func roof(_ roof: Roofline.Roof, _ ceilings: Ceilings) -> Text {
    let ceiling: Ceiling =
      switch roof {
      case .memory: .memory
      case .cache: .level2
      case .peak: .peak
      }
    let rate = ceilings[ceiling]
    return name(roof) + Text(name: " " + text(rate.best, rate.unit))
  }

  /// `226 GFLOP/s`, `30.1 GB/s`.
  static func text(_ rate: Double?, _ unit: Rate.Unit) -> String {
    "\(giga(rate)) \(unit == .flop ? "GFLOP/s" : "GB/s")"
  }

  /// Billions a second; a dash where nothing was measured.
  static func giga(_ rate: Double?) -> String {
    rate.map { Numbers.significant($0 / 1e9) } ?? "--"
  }

  // MARK: The ceilings

  static let ceilings = Text(en: "What this machine can", vi: "Máy này làm được tối đa")
  static let best = Text(en: "best", vi: "nhất")
  static let median = Text(en: "median", vi: "trung vị")

  static func name(_ ceiling: Ceiling, threads: Int) -> Text {
    switch ceiling {
    case .peakOfOne: Text(en: "1 thread", vi: "1 luồng")
    case .peak:
      Text(en: "\(counted(threads, "thread")), peak", vi: "\(threads) luồng, đỉnh")
    case .level1: Text(en: "read from L1", vi: "đọc từ L1")
    case .level2: Text(en: "read from L2", vi: "đọc từ L2")
    case .memory: Text(en: "read from memory", vi: "đọc từ bộ nhớ")
    case .triad: Text(en: "read 2, write 1", vi: "đọc 2, ghi 1")
    }
  }

  /// What there is to do before there is anything to draw.
  static func nothingYet(_ live: LiveState) -> Text {
    noTimes(live) + Text(en: "; m measures the roofs.", vi: "; m đo các mái.")
  }

  static func notMeasured(threads: Int) -> Text {
    Text(
      en: "Not measured yet with \(counted(threads, "thread")): m measures products and memory, "
        + "about a second. Until then there are no roofs.",
      vi: "Chưa đo với \(threads) luồng: m đo phép nhân và bộ nhớ, khoảng một giây. "
        + "Trước đó chưa có mái."
    )
  }

  static let illustrated = Text(
    en: "an imagined machine, not measured",
    vi: "một máy tưởng tượng, không phải số đo"
  )

  static func measured(_ ceilings: Ceilings) -> Text {
    let runs = ceilings[.peak].runs.count
    let set = ceilings.instructionSet.rawValue
    return Text(
      en: "\(runs) runs of each, \(set); the roof is the best run",
      vi: "mỗi loại \(runs) lần, \(set); mái là lần nhanh nhất"
    )
  }

  static func ridge(_ ceilings: Ceilings) -> Text {
    let ridge = Numbers.significant(ceilings[.peak].best / ceilings[.memory].best)
    let cache = Numbers.significant(ceilings[.peak].best / ceilings[.level2].best)
    return Text(
      en: "The peak needs \(ridge) FLOP for each byte from memory, \(cache) from L2.",
      vi: "Để đạt đỉnh cần \(ridge) FLOP cho mỗi byte từ bộ nhớ, \(cache) từ L2."
    )
  }

  static func reach(_ bytes: Int, lastCache: Int?, comesFromMemory: Bool) -> Text {
    let size = Numbers.bytes(bytes)
    guard let lastCache else {
      return Text(
        en: "How large the last cache is, the system does not say: memory counts.",
        vi: "Hệ thống không cho biết bộ nhớ đệm cuối lớn bao nhiêu: vẫn tính mái bộ nhớ."
      )
    }
    let cache = Numbers.bytes(lastCache)
    return comesFromMemory
      ? Text(
        en: "Weights and maps, \(size), do not fit into the last cache, \(cache): memory counts.",
        vi: "Trọng số và bản đồ, \(size), không vừa bộ nhớ đệm cuối, \(cache): tính mái bộ nhớ."
      )
      : Text(
        en: "Weights and maps, \(size), fit into the last cache, \(cache): memory binds nothing.",
        vi: "Trọng số và bản đồ, \(size), vừa bộ nhớ đệm cuối, \(cache): bộ nhớ không chặn gì."
      )
  }
}

// MARK: - The layer under the cursor

extension RooflineWords {
  static func noTimes(_ live: LiveState) -> Text {
    Text(en: "No times yet: ", vi: "Chưa có thời gian: ") + live.untilTimes
  }

  static func time(_ share: Double) -> Text {
    let part = Numbers.percent(share, 0)
    return Text(en: "time, \(part) of all", vi: "thời gian, \(part) tổng")
  }

  static let byDefinition = Text(en: "by its definition", vi: "theo định nghĩa")
  static let byKernels = Text(en: "what kernels do", vi: "kernel thật làm")

  static func bound(by roof: Roofline.Roof, share: Double, took: String) -> Text {
    let part = Numbers.percent(share, 0)
    let name = name(roof)
    return Text(
      en: "Bound by \(name.en): of the \(took) that it took, that roof needs \(part)",
      vi: "Bị chặn bởi \(name.vi): trong \(took) đã mất, mái đó cần \(part)"
    )
  }

  static func least(_ roof: Roofline.Roof) -> Text {
    Text(en: "least by ", vi: "ít nhất theo ") + name(roof)
  }

  static func above(times: Double, isAbove: Bool) -> Text {
    let times = Numbers.fixed(times, 2)
    return isAbove
      ? Text(
        en: "It stands above the roof, because Winograd gets the same outputs with \(times)x "
          + "fewer products; what its kernels do (+) stays below.",
        vi: "Nó nằm trên mái, vì Winograd cho cùng đầu ra với số phép nhân ít hơn \(times) lần; "
          + "việc kernel thật làm (+) vẫn ở dưới."
      )
      : Text(
        en: "Winograd gets the same outputs with \(times)x fewer products, so it could stand above "
          + "the roof of its definition.",
        vi: "Winograd cho cùng đầu ra với số phép nhân ít hơn \(times) lần, nên nó có thể vượt mái "
          + "của định nghĩa."
      )
  }

  static func fromNearer(than roof: Roofline.Roof) -> Text {
    let name = name(roof)
    return Text(
      en: "It was faster than \(name.en) gives its bytes: some of them came from nearer.",
      vi: "Nó nhanh hơn tốc độ \(name.vi) đưa dữ liệu đến: một phần dữ liệu ở gần hơn."
    )
  }

  /// What cannot be was measured.
  static let abovePeak = Text(
    en: "Its kernels are above the peak, which cannot be: the machine did something else while the "
      + "roofs were measured; m measures them again.",
    vi: "Kernel vượt mức đỉnh, điều không thể xảy ra: máy bận việc khác khi đo mái; m đo lại."
  )

  static let noProducts = Text(
    en: "It multiplies and adds nothing that is counted: only its bytes bind it.",
    vi: "Không có phép nhân-cộng nào được tính: chỉ số byte chặn nó."
  )

  static let macs = Text(en: "multiply-adds", vi: "phép nhân-cộng")
  static let products = Text(en: "done by kernels", vi: "kernel thật làm")

  static func bytes(steps: Int) -> Text {
    Text(en: "bytes, \(counted(steps, "step"))", vi: "số byte, \(steps) bước")
  }

  static let kernelBytes = Text(en: "with packed weights", vi: "với trọng số đã xếp")
  static let ownBytes = Text(en: "bytes as one step", vi: "số byte nếu là một bước")
  static let intensity = Text(en: "FLOP for each byte", vi: "FLOP cho mỗi byte")

  static let counting = Text(
    en: "A multiply-add is two FLOP. Bytes are input, weights and output of each step, once, "
      + "float32. Kernels also multiply zeros beside channels that are no multiple of 16.",
    vi: "Một phép nhân-cộng là hai FLOP. Số byte là đầu vào, trọng số và đầu ra của mỗi bước, "
      + "một lần, float32. Kernel cũng nhân các số 0 cạnh những kênh không phải bội của 16."
  )

  // MARK: The status line

  static func status(_ layer: RooflineLayer, part: Double?, roof: Roofline.Roof?) -> Text {
    let intensity = layer.work.macs > 0 ? Numbers.significant(layer.work.intensity) : "0"
    let algorithm = layer.steps.count == 1 ? layer.algorithm.map { " \($0.rawValue)" } ?? "" : ""
    let head = Text(name: "\(layer.name)\(algorithm), \(intensity) FLOP/B")
    guard let rate = layer.rate else { return head }
    let speed = Text(name: ", \(text(rate, .flop))")
    guard let part, let roof else { return head + speed }
    let percent = Numbers.percent(part)
    let name = name(roof)
    return head + speed
      + Text(
        en: ", kernels at \(percent) of the peak, bound by \(name.en)",
        vi: ", kernel đạt \(percent) mức đỉnh, bị chặn bởi \(name.vi)"
      )
  }

  static func done(besideIllustration: Bool) -> Text {
    besideIllustration
      ? Text(
        en: "measured; beside illustrated times the roofs stay illustrated, c forgets both",
        vi: "đã đo; cạnh thời gian minh họa thì mái vẫn là minh họa, c bỏ cả hai"
      )
      : Text(en: "measured what this machine can", vi: "đã đo mức tối đa của máy này")
  }
}
