internal import Words

/// What the panes of norms and biases say.
enum NormWords {
  static func norms(channel: Int) -> Text {
    Text(en: "Norms  channel \(channel)", vi: "Norm  kênh \(channel)")
  }

  static func bias(channel: Int) -> Text {
    Text(en: "Bias  channel \(channel)", vi: "Bias  kênh \(channel)")
  }

  static let scaleFormula = Text(
    en: "scale = gamma / sqrt(variance + eps)",
    vi: "hệ số = gamma / sqrt(phương sai + eps)"
  )
  static let biasFormula = Text(
    en: "folded bias = sum of the parts",
    vi: "bias đã gộp = tổng các phần"
  )
  static let biasFormulaBehind = Text(
    en: "folded bias = sum * scale + shift",
    vi: "bias đã gộp = tổng * hệ số + độ dời"
  )
  static let rounded = Text(en: "rounded; ", vi: "làm tròn; ")
  static let noNorms = Text(
    en: "No norms: they are folded into the kernel and its bias, and cannot be taken out again.",
    vi: "Không có norm: chúng đã gộp vào kernel và bias, và không thể tách ra lại."
  )
  static let normOf = Text(en: "norm of", vi: "norm của")
  static let noNorm = Text(en: "no norm", vi: "không có")
  static let sum = Text(en: "sum", vi: "tổng")
  static let mean = Text(name: "mean")
  static let variance = Text(en: "variance", vi: "ph.sai")
  static let scale = Text(en: "scale", vi: "hệ số")
  static let shift = Text(en: "shift", vi: "độ dời")
  static let timesScale = Text(en: "* scale", vi: "* hệ số")
  static let plusShift = Text(en: "+ shift", vi: "+ độ dời")
  static let folded = Text(en: "folded", vi: "đã gộp")
  static let foldedBias = Text(en: "folded bias", vi: "bias đã gộp")
  static func upTo(_ limit: String) -> Text { Text(en: "to \(limit)", vi: "đến \(limit)") }
}
