internal import Canvas
internal import RepCore
internal import Words

/// What the distribution screen says.
enum DistributionWords {
  // MARK: What goes on

  static let counting = Text(en: "counting values", vi: "đang đếm các giá trị")
  static let running = Text(en: "running the network", vi: "đang chạy mạng")

  static func simulating(_ bits: QuantizedBits) -> Text {
    Text(
      en: "simulating \(bits.title), block",
      vi: "đang mô phỏng \(bits.title), khối"
    )
  }

  static let noChain = Text(
    en: "the graph around these blocks is not known, so that no map goes from one to the next",
    vi: "chưa biết đồ thị quanh các khối này, nên không có bản đồ nào đi từ khối này sang khối kia"
  )

  static func noBits(_ weights: Int) -> Text {
    let known = QuantizedBits.taught.map { "\($0.weights)" }.joined(separator: ", ")
    return Text(
      en: "\(weights) bits are not simulated here; choose \(known)",
      vi: "ở đây không mô phỏng \(weights) bit; hãy chọn \(known)"
    )
  }

  // MARK: How the screen is read

  /// Why folding makes steps coarser, in the numbers of this block; `times` is nil where there is nothing to compare.
  static func reading(bits: Int, times: Double?, onDiagonal: Bool) -> Text {
    let highest = Numbers.fixed(SymmetricGrid(largest: 1, bits: bits).highest, 0)
    let rule = Text(
      en: "a step is the largest tap / \(highest)",
      vi: "một bậc là ô lớn nhất chia \(highest)"
    )
    guard let times else { return rule }
    let number = Numbers.fixed(times, times < 9.95 ? 1 : 0)
    guard times >= 1 else {
      return rule
        + Text(en: "; folding makes it \(number) of that", vi: "; gộp làm bậc còn \(number) lần")
    }
    return rule
      + (onDiagonal
        ? Text(
          en: "; the diagonal makes it \(number) times coarser",
          vi: "; đường chéo làm bậc thô hơn \(number) lần"
        )
        : Text(
          en: "; folding makes it \(number) times coarser",
          vi: "; gộp làm bậc thô hơn \(number) lần"
        ))
  }

  /// The same where every channel has a step of its own.
  static func reading(bits: Int, times: Double?, channel: Int) -> Text {
    let highest = Numbers.fixed(SymmetricGrid(largest: 1, bits: bits).highest, 0)
    let rule = Text(
      en: "a channel's step is its largest tap / \(highest)",
      vi: "bậc của một kênh là ô lớn nhất của nó chia \(highest)"
    )
    guard let times else { return rule }
    let number = Numbers.fixed(times, times < 9.95 ? 1 : 0)
    return rule
      + Text(
        en: "; folding makes channel \(channel)'s \(number) times as wide",
        vi: "; gộp làm bậc của kênh \(channel) rộng gấp \(number) lần"
      )
  }

  static let readingOfBiases = Text(
    en: "norms leave a bias behind; sums are wide integers, so that biases are not rounded here",
    vi: "norm để lại một bias; tổng là số nguyên rộng nên ở đây bias không bị làm tròn"
  )

  static func readingOfMaps(bits: Int) -> Text {
    let highest = Numbers.fixed(AffineGrid(0...1, bits: bits).highest, 0)
    return Text(
      en: "a step is the distance of the ends / \(highest); both forms make the same values",
      vi: "một bậc là khoảng cách hai đầu chia \(highest); hai dạng cho cùng giá trị"
    )
  }

  static let readingOfNorms = Text(
    en: "each norm brings every channel to mean beta and deviation gamma",
    vi: "mỗi norm đưa từng kênh về trung bình beta và độ lệch gamma"
  )

  // MARK: What is shown

  static func stored(_ branch: BranchID) -> Text {
    branch.role == .folded
      ? foldedKernel : branch.words + Text(en: " as stored", vi: " như khi lưu")
  }

  static func storedBriefly(_ branch: BranchID) -> Text {
    branch.role == .folded ? foldedBriefly : branch.words
  }

  static let foldedKernel = Text(en: "folded kernel", vi: "kernel đã gộp")
  static let foldedBriefly = Text(en: "folded", vi: "đã gộp")
  static let branchBiases = Text(en: "biases of its branches", vi: "bias của các nhánh")
  static let branchesBriefly = Text(en: "branches", vi: "nhánh")
  static let foldedBias = Text(en: "folded bias", vi: "bias đã gộp")
  static let entering = Text(en: "input", vi: "đầu vào")
  static let enteringBriefly = Text(en: "enters", vi: "vào")
  static let leaving = Text(en: "output", vi: "đầu ra")
  static let leavingBriefly = Text(en: "leaves", vi: "ra")

  static func values(_ count: Int) -> Text {
    let number = Numbers.grouped(count)
    return Text(en: "\(number) values", vi: "\(number) giá trị")
  }

  static func damaged(_ count: Int) -> Text {
    let number = Numbers.grouped(count)
    return Text(en: "\(number) are no numbers", vi: "\(number) không phải là số")
  }

  static func step(_ step: String) -> Text {
    Text(en: "1 step = \(step)", vi: "1 bậc = \(step)")
  }

  static func steps(_ least: String, _ greatest: String) -> Text {
    Text(en: "1 step: ", vi: "1 bậc: ") + Text.between(least, greatest)
  }

  /// The largest magnitude and how far out that is.
  static func summary(_ spread: Spread) -> Text {
    let largest = Numbers.significant(spread.largest)
    let words = Text(en: "largest \(largest)", vi: "độ lớn nhất \(largest)")
    guard let deviations = spread.largestInDeviations else { return words }
    let number = Numbers.fixed(deviations, 1)
    return words + Text(en: ", \(number) deviations", vi: ", \(number) độ lệch chuẩn")
  }

  static let notRounded = Text(en: "not rounded", vi: "không làm tròn")
}
