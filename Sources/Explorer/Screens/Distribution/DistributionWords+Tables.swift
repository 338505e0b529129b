internal import Canvas
internal import RepCore
internal import Words

// What the tables of the distribution screen say.

extension DistributionWords {
  static let inNumbers = Text(en: "In numbers", vi: "Bằng số")
  static let channels = Text(en: "Channels, worst first", vi: "Các kênh, tệ nhất trước")
  static let normTitle = Text(
    en: "What each norm does, least..greatest",
    vi: "Mỗi norm làm gì, nhỏ nhất..lớn nhất"
  )

  static let deviation = Text(en: "deviation", vi: "độ lệch chuẩn")
  static let largest = Text(en: "largest", vi: "độ lớn nhất")
  static let largestInDeviations = Text(en: "largest / dev", vi: "lớn nhất/lệch")
  static let least = Text(en: "least", vi: "nhỏ nhất")
  static let greatest = Text(en: "greatest", vi: "lớn nhất")

  static func stepsPerDeviation(worst: Bool) -> Text {
    worst
      ? Text(en: "steps/dev, worst", vi: "bậc/lệch, tệ nhất")
      : Text(en: "steps per dev", vi: "bậc mỗi độ lệch")
  }

  static let ring = Text(en: "ring", vi: "vòng")
  static let diagonal = Text(en: "diagonal", vi: "đ.chéo")
  static let channel = Text(en: "channel", vi: "kênh")
  static let ofLargest = Text(en: "of the largest", vi: "so với lớn nhất")
  static let block = Text(en: "block", vi: "khối")
  static let folding = Text(en: "folding", vi: "gộp")

  static let behindSum = Text(en: "behind the sum", vi: "sau tổng")
  static let noNorms = Text(
    en: "this block has no norms: they are folded",
    vi: "khối này không còn norm: chúng đã được gộp"
  )
  static let meansBefore = Text(en: "mean in", vi: "tb. vào")
  static let deviationsBefore = Text(en: "dev. in", vi: "lệch vào")
  static let scales = Text(en: "scale", vi: "hệ số")
  static let meansBehind = Text(en: "mean out", vi: "tb. ra")
  static let deviationsBehind = Text(en: "dev. out", vi: "lệch ra")

  /// What the rows of the table of norms are.
  static let normRemarks = [
    Text(
      en: "in: mean and deviation of a channel before the norm, as training has kept them "
        + "(running mean, root of the running variance)",
      vi: "vào: trung bình và độ lệch của một kênh trước norm, như huấn luyện đã lưu "
        + "(mean chạy, căn của phương sai chạy)"
    ),
    Text(
      en: "scale: gamma / sqrt(variance + epsilon); it goes into the kernel when norms are folded",
      vi: "hệ số: gamma / sqrt(phương sai + epsilon); nó vào kernel khi gộp norm"
    ),
    Text(
      en: "out: what the norm makes of that: beta, and gamma but for epsilon",
      vi: "ra: norm biến chúng thành beta, và gamma nếu bỏ qua epsilon"
    ),
  ]
}

// MARK: - Errors and classes

extension DistributionWords {
  /// The form above a narrow column.
  static func column(_ form: Form) -> Text {
    switch form {
    case .train: Text(en: "train", vi: "h.luyện")
    case .deploy: form.word
    }
  }

  static let errors = Text(en: "Error after each block, dB", vi: "Sai số sau mỗi khối, dB")

  static func setting(_ bits: QuantizedBits, _ steps: WeightSteps) -> Text {
    Text(name: bits.title + ", ") + steps.short
  }

  static let decibels = Text(
    en: "signal to noise: less is worse; 6 dB are one bit",
    vi: "tín hiệu trên nhiễu: ít hơn là tệ hơn; 6 dB là một bit"
  )

  /// What folding does to the error behind a block.
  static func gain(_ decibels: Double, _ block: String) -> Text {
    let (size, bits) = (
      Numbers.fixed(decibels.magnitude, 1), Numbers.fixed(decibels.magnitude / 6.02, 1)
    )
    return decibels < 0
      ? Text(
        en: "behind \(block) folding costs \(size) dB: \(bits) bits",
        vi: "sau \(block) gộp làm mất \(size) dB: \(bits) bit"
      )
      : Text(
        en: "behind \(block) folding gains \(size) dB: \(bits) bits",
        vi: "sau \(block) gộp được thêm \(size) dB: \(bits) bit"
      )
  }

  static let remedy = Text(
    en: "r opens the remedy beside it: the same network of QARepVGG blocks",
    vi: "r mở cách chữa bên cạnh: cùng mạng đó với các khối QARepVGG"
  )

  static let noRemedy = Text(
    en:
      "the sample of QARepVGG blocks is for digits of 8x8; :beside FILE opens a twin of this model",
    vi: "mạng mẫu QARepVGG dành cho chữ số 8x8; :beside FILE mở một mạng cùng dáng với mạng này"
  )

  static func beside(_ name: String) -> Text {
    Text(en: "\(name): its deploy form, beside", vi: "\(name): dạng inference của nó, để so")
  }

  static func classes(_ score: Score?, heldOut: Bool) -> Text {
    guard let score else { return Text(en: "Classes", vi: "Các lớp") }
    let count = Numbers.grouped(score.tally.count)
    switch score {
    case .accuracy:
      return heldOut
        ? Text(en: "Right of \(count) held out", vi: "Đúng trong \(count) ảnh kiểm tra")
        : Text(en: "Right of \(count) pictures", vi: "Đúng trong \(count) ảnh")
    case .agreement:
      return Text(en: "Same class, of \(count)", vi: "Cùng lớp, trong \(count)")
    }
  }

  static let seeded = Text(en: "seeded pictures", vi: "ảnh ngẫu nhiên")

  static func noise(_ count: Int) -> Text {
    Text(en: "up to \(count) is noise", vi: "chênh lệch đến \(count) là nhiễu")
  }

  /// Whether the forms can be told apart by these pictures.
  static func noise(_ count: Int, isTold: Bool) -> Text {
    noise(count)
      + (isTold
        ? Text(
          en: ": with these bits folding matters here",
          vi: ": với số bit này, gộp có ảnh hưởng ở đây"
        )
        : Text(
          en: ": with these bits the classes do not tell; dB do",
          vi: ": với số bit này, các lớp không cho thấy gì; dB thì có"
        ))
  }
}

extension Text {
  /// `0.61 to 1.48`.
  static func between(_ least: String, _ greatest: String) -> Text {
    Text(en: "\(least) to \(greatest)", vi: "\(least) đến \(greatest)")
  }
}
