internal import RepCore
internal import Words

/// What the kernel screen says.
enum KernelsWords {
  // MARK: The equation

  static let centre = Text(en: "centre", vi: "ô giữa")
  static let weight = Text(en: "weight", vi: "trọng số")
  static let shift = Text(en: "shift", vi: "độ dời")
  static let folded = Text(en: "folded", vi: "đã gộp")
  static let sum = Text(en: "sum", vi: "tổng")
  static let asStored = Text(en: "as stored", vi: "như đã lưu")
  static let eachScaled = Text(en: "each scaled", vi: "nhân riêng")
  static let roundedBehind = Text(en: " (rounded)", vi: " (làm tròn)")
  static let noNormsToScale = Text(en: "no norms to scale by", vi: "không có norm để nhân")
  static let normsScale = Text(
    en: "each norm scales its branch",
    vi: "mỗi norm nhân nhánh của nó"
  )

  static func padded(_ name: Text) -> Text { name + Text(en: ", padded", vi: ", padding") }

  static func all(_ role: BranchRole) -> Text {
    Text(en: "all ", vi: "mọi ") + role.words
  }

  static func all(_ role: BranchRole, count: Int) -> Text {
    Text(en: "all \(count) ", vi: "cả \(count) ") + role.words
  }

  static func thenBehindSum(_ factor: String) -> Text {
    Text(en: ", then \(factor) behind the sum", vi: ", rồi \(factor) sau tổng")
  }

  static func outerTaps(convolutions: Int, average: Bool) -> Text? {
    let dense =
      convolutions > 1
      ? Text(en: "the \(convolutions) 3x3", vi: "\(convolutions) nhánh 3x3")
      : Text(en: "the 3x3", vi: "nhánh 3x3")
    let mean = Text(en: "the average", vi: "trung bình")
    switch (convolutions > 0, average) {
    case (true, true): return dense + Text(en: " and ", vi: " và ") + mean
    case (true, false): return dense
    case (false, true): return mean
    case (false, false): return nil
    }
  }

  static func outerTapsAlone(_ branches: Text) -> Text {
    Text(en: "outer taps: ", vi: "các ô ngoài: chỉ ") + branches + Text(en: " alone", vi: "")
  }

  // MARK: In sentences

  static let storedBehind = Text(en: ", stored: ", vi: ", đã lưu: ")
  static let timesBehind = Text(en: ", times ", vi: ", nhân ")

  static func range(least: String, greatest: String, isPartial: Bool) -> Text {
    Text(
      en: "weights from \(least) to \(greatest)\(isPartial ? ", of a sample" : "")",
      vi: "trọng số từ \(least) đến \(greatest)\(isPartial ? ", của một mẫu" : "")"
    )
  }

  // MARK: Titles and footers

  static func beforeFolding(_ title: Text) -> Text {
    Text(en: "Before folding  ", vi: "Trước khi gộp  ") + title
  }

  static func foldedKernel(_ title: Text) -> Text {
    Text(en: "Folded kernel  ", vi: "Kernel đã gộp  ") + title
  }

  static func pair(output: Int, input: Int, group: Int?) -> Text {
    Text(en: "out \(output), in \(input)", vi: "ra \(output), vào \(input)")
      + (group.map { Text(en: ", group \($0)", vi: ", nhóm \($0)") } ?? .none)
  }

  static func depthwise(channel: Int) -> Text {
    Text(en: "channel \(channel), depthwise", vi: "kênh \(channel), depthwise")
  }

  /// `numbers in 0.001, rounded, `: what there is to know before numbers are added up.
  static func digits(unit: KernelUnit, stored: KernelUnit?, isRounded: Bool) -> Text {
    var parts: [Text] = []
    if !unit.isOne {
      parts.append(Text(en: "numbers in \(unit.text)", vi: "đơn vị \(unit.text)"))
    }
    if let stored, stored != unit {
      parts.append(
        stored.isOne
          ? Text(en: "stored in 1", vi: "đã lưu: 1")
          : Text(en: "stored in \(stored.text)", vi: "đã lưu: \(stored.text)")
      )
    }
    if isRounded { parts.append(Text(en: "rounded", vi: "làm tròn")) }
    return parts.isEmpty ? .none : parts.joined(separator: ", ") + Text(name: ", ")
  }

  static func colours(stored: String, scaled: String) -> Text {
    Text(
      en: "colours to \(stored) stored, \(scaled) scaled",
      vi: "màu đến \(stored) đã lưu, \(scaled) đã nhân"
    )
  }

  static func colours(scaled: String) -> Text {
    Text(en: "scaled, colours to \(scaled)", vi: "đã nhân, màu đến \(scaled)")
  }

  static func colours(_ limit: String) -> Text {
    Text(en: "colours to \(limit)", vi: "màu đến \(limit)")
  }

  static let branchesAreGone = Text(
    en: "The file holds only this kernel; the branches it was made of are not in it.",
    vi: "Tệp chỉ có kernel này; các nhánh tạo ra nó không còn trong tệp."
  )

  // MARK: Maps

  static func stored(_ branch: BranchID) -> Text {
    branch.words + Text(en: " as stored", vi: " như đã lưu")
  }

  static let foldedTitle = Text(en: "Folded", vi: "Đã gộp")
  static let weights = Text(en: "weights", vi: "các trọng số")
  static let perChannel = Text(en: "per channel", vi: "theo kênh")

  static func filter(output: Int) -> Text {
    Text(en: "filter of out \(output)", vi: "bộ lọc của kênh ra \(output)")
  }

  /// Which tap of a kernel of `side` x `side` a map shows.
  static func taps(_ tap: Int, side: Int) -> Text {
    guard side > 1 else { return weights }
    guard side == 3 else {
      return tap == side * side / 2
        ? Text(en: "centre taps", vi: "các ô giữa")
        : Text(
          en: "taps in row \(tap / side), column \(tap % side)",
          vi: "các ô hàng \(tap / side), cột \(tap % side)"
        )
    }
    let place = places[tap]
    return Text(en: "\(place.en) taps", vi: "các ô \(place.vi)")
  }

  private static let places = [
    Text(en: "top left", vi: "trên trái"), Text(en: "top", vi: "trên"),
    Text(en: "top right", vi: "trên phải"), Text(en: "left", vi: "trái"),
    Text(en: "centre", vi: "giữa"), Text(en: "right", vi: "phải"),
    Text(en: "bottom left", vi: "dưới trái"), Text(en: "bottom", vi: "dưới"),
    Text(en: "bottom right", vi: "dưới phải"),
  ]

  static func window(outputs: String, inputs: String, shape: BlockShape) -> Text {
    let (all, group) = (shape.outputChannels, shape.inputChannels / shape.groups)
    return Text(
      en: "out \(outputs)/\(all), in \(inputs)/\(group)",
      vi: "ra \(outputs)/\(all), vào \(inputs)/\(group)"
    ) + (shape.groups > 1 ? Text(en: " by group", vi: " theo nhóm") : .none)
  }

  static func channels(_ range: String, of count: Int) -> Text {
    Text(en: "channels \(range) of \(count)", vi: "kênh \(range) / \(count)")
  }

  static func inputs(_ range: String, of count: Int) -> Text {
    Text(en: "in \(range) of \(count)", vi: "vào \(range) / \(count)")
  }

  static func beyond(_ share: String) -> Text {
    Text(en: "\(share) beyond", vi: "\(share) vượt")
  }

  static let sameScale = Text(en: "both maps on one scale", vi: "hai bản đồ cùng một thang màu")
  static let ownScales = Text(
    en: "each map on its own scale",
    vi: "mỗi bản đồ có thang màu riêng"
  )
  static let oneTap = Text(
    en: "each kernel of this block is one weight",
    vi: "mỗi kernel của khối này là một trọng số"
  )

  static func noTap(_ tap: Int, of count: Int) -> Text {
    Text(
      en: "no tap \(tap): a kernel of this block has 0 to \(count - 1)",
      vi: "không có ô \(tap): kernel của khối này có từ 0 đến \(count - 1)"
    )
  }

  // MARK: The status line

  static let noKernel = Text(en: "no kernel", vi: "không có kernel")

  static func pair(_ pair: Selection, of shape: BlockShape) -> Text {
    let channel = shape.inputChannel(of: pair)
    let isItself = channel == pair.output && shape.admitsIdentity
    return Text(
      en: "out \(pair.output)/\(shape.outputChannels) in \(channel)/\(shape.inputChannels)",
      vi: "ra \(pair.output)/\(shape.outputChannels) vào \(channel)/\(shape.inputChannels)"
    ) + (isItself ? Text(en: " (itself)", vi: " (chính nó)") : .none)
  }
}

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
