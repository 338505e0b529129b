internal import RepCore
internal import Words

// What is said beside the kernels at each step.

extension FoldWords {
  // MARK: As stored

  static let asStored = Text(
    en: "The block adds its branches. Each is a kernel, the input itself or a mean, and may have a "
      + "norm behind it.",
    vi:
      "Khối cộng các nhánh. Mỗi nhánh là một kernel, chính đầu vào hoặc một trung bình, và có thể "
      + "có norm phía sau."
  )
  static let nothingToFold = Text(en: "There is nothing to fold.", vi: "Không có gì để gộp.")
  static let noNorm = Text(en: "no norm", vi: "không có norm")

  /// What a branch stores: `3x3: kernel 3x3`, `identity: no kernel, the input itself`.
  static func holding(_ branch: Branch, window: Int) -> Text {
    let name = branch.id.words + Text(name: ": ")
    switch branch.role {
    case .identity:
      return name + Text(en: "no kernel, the input itself", vi: "không có kernel, chính đầu vào")
    case .average:
      return name
        + Text(
          en: "no kernel, the mean of \(window)x\(window)",
          vi: "không có kernel, trung bình của \(window)x\(window)"
        )
    case .dense, .pointwise, .folded:
      let kernel = name + Text(name: "kernel \(window)x\(window)")
      return branch.bias == nil ? kernel : kernel + Text(name: " + bias")
    }
  }

  /// The numbers of a norm at the channel, one behind the other.
  static func numbers(_ norm: NormNumbers, epsilon: String) -> Text {
    let numbers = [norm.gamma, norm.beta, norm.mean].map(factorText)
    let variance = factorText(norm.variance).unsigned
    return Text(name: "gamma \(numbers[0]), beta \(numbers[1]), mean \(numbers[2]), ")
      + BlockWords.variance + Text(name: " \(variance), eps \(epsilon)")
  }

  // MARK: Norms

  static let normsFolded = Text(
    en: "A norm is scale * y + shift: the scale goes into every tap, the rest into the bias.",
    vi: "Norm là hệ số * y + độ dời: hệ số nhân vào mọi ô, phần còn lại vào bias."
  )
  static let staysAsItIs = Text(
    en: "no norm: kernel and bias stay as they are",
    vi: "không có norm: kernel và bias giữ nguyên"
  )
  static let ownBias = Text(en: "own bias", vi: "bias riêng")

  /// `bias = beta - mean * scale`, with the bias before the norm where there is one.
  static func biasRule(own: Text?) -> Text {
    let before = own.map { Text(name: "beta + (") + $0 + Text(name: " - mean)") }
    return Text(name: "bias = ") + (before ?? Text(name: "beta - mean")) + Text(name: " * ")
      + NormWords.scale
  }

  /// The rule of the scale with the numbers of gamma and the variance.
  static func scale(_ digits: FormulaDigits, epsilon: String) -> Text {
    let (gamma, variance) = (digits.numbers[0].unsigned, digits.numbers[1].unsigned)
    return NormWords.scale
      + Text(name: " = \(gamma) / sqrt(\(variance) + \(epsilon)) = \(digits.result)")
      + rounding(digits)
  }

  /// The rule of the bias with the numbers of beta, the bias before the norm, the mean and the scale.
  static func bias(_ digits: FormulaDigits, hasOwn: Bool) -> Text {
    let numbers = digits.numbers
    let (beta, own) = (numbers[0].unsigned, numbers[1].unsigned)
    let (mean, scale) = (numbers[2].operand, numbers[3].operand)
    let shift = hasOwn ? "\(beta) + (\(own) - \(mean))" : "\(beta) - \(mean)"
    return Text(name: "bias = \(shift) * \(scale) = \(digits.result)") + rounding(digits)
  }

  /// ` (rounded)` where the written numbers do not give the written result.
  static func rounding(_ digits: FormulaDigits) -> Text {
    digits.isExact ? .none : EquationWords.roundedBehind
  }

  // MARK: Kernels of one width

  static func padded(window: String) -> Text {
    Text(
      en: "A 1x1 kernel is a \(window) kernel with zeros around it: its tap meets the same pixel, "
        + "the zeros add nothing.",
      vi: "Kernel 1x1 là kernel \(window) có các số 0 bao quanh: ô của nó gặp đúng điểm ảnh cũ, "
        + "các số 0 không cộng gì."
    )
  }

  static let identity = Text(
    en: "The identity is a kernel, too: an output channel sees its own input, with a one in the "
      + "middle, and no other.",
    vi: "Identity cũng là một kernel: mỗi kênh ra chỉ nhìn kênh vào của chính nó, với số 1 ở giữa."
  )

  static func average(window: String) -> Text {
    Text(
      en: "An average is a kernel, too: \(window) equal taps for its own channel, and no other.",
      vi: "Trung bình cũng là một kernel: \(window) ô bằng nhau cho kênh của chính nó."
    )
  }

  /// Where the one stands among the inputs that the group of an output channel sees, which are `width`.
  static func ownInput(_ output: Int, group: (number: Int, count: Int), width: Int) -> Text {
    guard width > 1 else {
      return Text(
        en: "out \(output) is a group of its own, which sees in \(output) alone",
        vi: "kênh ra \(output) là một nhóm riêng, chỉ nhìn kênh vào \(output)"
      )
    }
    let (first, last) = (group.number * width, (group.number + 1) * width - 1)
    let number = output - first
    return Text(
      en: "out \(output) is in group \(group.number) of \(group.count), which sees in \(first) to "
        + "\(last): its one stands at number \(output) - \(first) = \(number) of them",
      vi:
        "kênh ra \(output) thuộc nhóm \(group.number) / \(group.count), nhìn kênh vào \(first) đến "
        + "\(last): số 1 ở vị trí \(output) - \(first) = \(number) trong đó"
    )
  }

  static func otherChannel(_ input: Int) -> Text {
    Text(
      en: "in \(input) is another channel: all its taps are 0",
      vi: "kênh vào \(input) là kênh khác: mọi ô của nó bằng 0"
    )
  }

  /// What the taps of a kernel that nobody stored are called.
  static func ownTaps(_ name: Text, count: Int) -> Text {
    count > 1
      ? name + Text(en: ", each tap", vi: ", mỗi ô")
      : name + Text(en: ", its one", vi: ", số 1 của nó")
  }

  // MARK: The sum

  static let summed = Text(
    en: "All branches see the same input with the same stride, so their kernels add up to one.",
    vi: "Mọi nhánh nhìn cùng đầu vào với cùng stride, nên các kernel cộng lại thành một."
  )
  static let sumNormFolded = Text(
    en: "The norm behind the sum goes into the kernel and bias of the sum in the same way.",
    vi: "Norm sau tổng cũng được gộp vào kernel và bias của tổng theo cùng cách."
  )

  // MARK: The check

  static func compared(_ map: String) -> Text {
    Text(
      en:
        "Both forms run in float32 on one seeded map of \(map), and are compared with the training "
        + "form in double, before the activation.",
      vi:
        "Cả hai dạng chạy bằng float32 trên cùng một bản đồ \(map) có hạt giống cố định, rồi so với "
        + "dạng huấn luyện bằng double, trước hàm kích hoạt."
    )
  }

  static let exciteStays = Text(
    en: "Squeeze-excite depends on the values, so it stays behind the folded convolution.",
    vi: "Squeeze-excite phụ thuộc vào giá trị, nên vẫn đứng sau tích chập đã gộp."
  )

  static func doesNotRun(_ reason: Text) -> Text {
    Text(
      en: "The engine does not run this block, only the check does: ",
      vi: "Engine không chạy khối này, chỉ phần kiểm tra chạy: "
    ) + reason
  }
}
