internal import RepCore
internal import Words

/// What the kernel screen says.
enum KernelsWords {
  // MARK: In sentences

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

  static func colours(stored: String, scaled: String) -> Text {
    Text(
      en: "colours to \(stored) stored, \(scaled) scaled",
      vi: "màu đến \(stored) đã lưu, \(scaled) đã nhân"
    )
  }

  static func colours(scaled: String) -> Text {
    Text(en: "scaled, colours to \(scaled)", vi: "đã nhân, màu đến \(scaled)")
  }

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

  static let noneBeyond = Text(en: "none beyond", vi: "không vượt")
  static let lessBeyond = Text(en: "less than 1% beyond", vi: "dưới 1% vượt")

  static let oneMapShown = Text(en: "; one of them is shown here", vi: "; ở đây chỉ hiện một")
  static let sameScale = Text(en: "both maps on one scale", vi: "hai bản đồ cùng một thang màu")
  static let ownScales = Text(
    en: "each map on its own scale",
    vi: "mỗi bản đồ có thang màu riêng"
  )
}
