internal import RepCore
internal import Words

/// What the equation of a channel pair says.
enum EquationWords {
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

  // MARK: The pair

  static func pair(output: Int, input: Int, group: Int?) -> Text {
    Text(en: "out \(output), in \(input)", vi: "ra \(output), vào \(input)")
      + (group.map { Text(en: ", group \($0)", vi: ", nhóm \($0)") } ?? .none)
  }

  static func depthwise(channel: Int) -> Text {
    Text(en: "channel \(channel), depthwise", vi: "kênh \(channel), depthwise")
  }

  static func pair(_ pair: Selection, of shape: BlockShape) -> Text {
    let channel = shape.inputChannel(of: pair)
    let isItself = channel == pair.output && shape.admitsIdentity
    return Text(
      en: "out \(pair.output)/\(shape.outputChannels) in \(channel)/\(shape.inputChannels)",
      vi: "ra \(pair.output)/\(shape.outputChannels) vào \(channel)/\(shape.inputChannels)"
    ) + (isItself ? Text(en: " (itself)", vi: " (chính nó)") : .none)
  }

  /// The pair of channels where titles have it: with its group, or as the one channel of a depthwise block.
  static func place(of pair: Selection, in shape: BlockShape) -> Text {
    shape.isDepthwise
      ? depthwise(channel: pair.output)
      : EquationWords.pair(
        output: pair.output,
        input: shape.inputChannel(of: pair),
        group: shape.groups > 1 ? shape.group(of: pair.output) : nil
      )
  }

  // MARK: Below the kernels

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

  static func colours(_ limit: String) -> Text {
    Text(en: "colours to \(limit)", vi: "màu đến \(limit)")
  }

  // MARK: What there is not

  static let branchesAreGone = Text(
    en: "The file holds only this kernel; the branches it was made of are not in it.",
    vi: "Tệp chỉ có kernel này; các nhánh tạo ra nó không còn trong tệp."
  )

  static let noKernel = Text(en: "no kernel", vi: "không có kernel")

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
}
