internal import Canvas
internal import RepCore
internal import Words

/// What the maps screen says.
enum MapsWords {
  /// How the screen is read.
  static let reading = Text(
    en: "each small picture is what one channel makes of the picture; all share one scale",
    vi: "mỗi hình nhỏ là điều một kênh thấy trong ảnh; tất cả chung một thang màu"
  )

  static let finding = Text(en: "running both forms", vi: "đang chạy cả hai dạng")

  // MARK: The picture

  static let noPicture = Text(en: "no picture", vi: "không có ảnh")

  static let seeded = Text(en: "seeded normal values", vi: "giá trị ngẫu nhiên")

  static func picture(_ number: Int, of count: Int, heldOut: Bool) -> Text {
    heldOut
      ? Text(en: "held out \(number)/\(count)", vi: "kiểm tra \(number)/\(count)")
      : Text(en: "picture \(number)/\(count)", vi: "ảnh \(number)/\(count)")
  }

  static func noPicture(_ number: Int, of count: Int) -> Text {
    Text(
      en: "picture \(number) is not there: there are \(count)",
      vi: "không có ảnh \(number): chỉ có \(count)"
    )
  }

  // MARK: Drawing

  static let sketch = Text(en: "your picture", vi: "ảnh của bạn")

  static let pen = Text(en: "draw", vi: "vẽ")

  static func pixel(_ row: Int, _ column: Int, level: Int) -> Text {
    Text(
      en: "row \(row) column \(column): level \(level) of \(Sketch.white)",
      vi: "hàng \(row) cột \(column): mức \(level) trong \(Sketch.white)"
    )
  }

  static func noPixel(_ row: Int, _ column: Int, of sketch: Sketch) -> Text {
    Text(
      en: "row \(row) column \(column): there are \(sketch.height)x\(sketch.width) pixels, "
        + "levels 0 to \(Sketch.white)",
      vi: "hàng \(row) cột \(column): ảnh có \(sketch.height)x\(sketch.width) điểm, "
        + "mức 0 đến \(Sketch.white)"
    )
  }

  static let tooLargeToDraw = Text(
    en: "only grey pictures of up to 16x16 pixels are drawn here; give others by --input",
    vi: "ở đây chỉ vẽ ảnh xám đến 16x16 điểm; ảnh khác hãy đưa bằng --input"
  )

  static let drawnElsewhere = Text(
    en: "pictures are drawn on the screen maps",
    vi: "ảnh được vẽ ở màn hình bản đồ"
  )

  static let onePicture = Text(
    en: "there is one picture only; --data gives more",
    vi: "chỉ có một ảnh; --data cho thêm ảnh"
  )

  static func trueClass(_ name: String) -> Text {
    Text(en: "is a \(name)", vi: "đúng là \(name)")
  }

  static let noClasses = Text(en: "has no classes", vi: "không có lớp nào để đoán")

  static let noProbabilities = Text(
    en: "the logits are no numbers",
    vi: "các logit không phải là số"
  )

  /// What the forms' maps of the block differ by, rounded, since its digits are those of rounding.
  static func forms(_ error: Double) -> Text {
    let number = Numbers.scientific(error, 0)
    return Text(en: "maps differ by \(number)", vi: "bản đồ lệch \(number)")
  }

  // MARK: The maps

  static func title(_ block: String, _ mode: MapsMode, _ form: Form) -> Text {
    let what: Text =
      switch mode {
      case .maps: Text(en: "\(form.rawValue) form", vi: "dạng \(form.word.vi)")
      case .difference: mode.words
      case .branches: Text(en: "sum of the branches", vi: "tổng các nhánh")
      }
    return Text(name: "\(block), ") + what
  }

  static func channels(_ shown: Int, of count: Int) -> Text {
    shown == count
      ? Text(en: counted(count, "channel"), vi: "\(count) kênh")
      : Text(en: "\(shown) of \(count) channels", vi: "\(shown) trong \(count) kênh")
  }

  /// What a cell stands for where a map is shown smaller than it is.
  static func mean(of extent: Size, in values: Size) -> Text {
    guard values.width < extent.width || values.height < extent.height else { return .none }
    func most(_ extent: Int, _ values: Int) -> Int { (extent + values - 1) / max(values, 1) }
    let side = max(most(extent.width, values.width), most(extent.height, values.height))
    return Text(en: "means of up to \(side)x\(side)", vi: "trung bình đến \(side)x\(side)")
  }

  static func channel(_ channel: Int, of count: Int) -> Text {
    Text(en: "channel \(channel) of \(count)", vi: "kênh \(channel) trong \(count)")
  }

  static func figures(_ figures: ChannelFigures) -> Text {
    let largest = Numbers.significant(figures.largest)
    let (row, column) = figures.place
    let zeros = Numbers.percent(figures.zeros, 0)
    return mean(figures.mean)
      + Text(
        en: ", largest \(largest) at row \(row) column \(column), \(zeros) zeros",
        vi: ", lớn nhất \(largest) ở hàng \(row) cột \(column), \(zeros) số 0"
      )
  }

  static func mean(_ mean: Double) -> Text {
    let number = Numbers.significant(mean)
    return Text(en: "mean \(number)", vi: "trung bình \(number)")
  }

  static func branches(of channel: Int) -> Text {
    Text(en: "Branches of channel \(channel)", vi: "Các nhánh của kênh \(channel)")
  }

  /// A branch, or the sum of all.
  static func part(_ branch: BranchID?) -> Text {
    branch.map { Text(name: $0.description) } ?? Text(en: "sum", vi: "tổng")
  }

  /// Where in a block of `shape` the branches' maps stand.
  static func place(in shape: BlockShape) -> Text {
    if shape.postNorm != nil {
      return Text(en: "before the norm behind the sum", vi: "trước norm sau tổng")
    }
    return shape.squeezeExcite?.placement == .beforeActivation
      ? Text(en: "before squeeze-excite", vi: "trước squeeze-excite")
      : Text(en: "behind the norms, before the activation", vi: "sau norm, trước hàm kích hoạt")
  }

  static let noBranches = Text(
    en: "this block has no branches to look at",
    vi: "khối này không có nhánh để xem"
  )

  static let oneForm = Text(
    en: "the file holds the deploy form only: nothing to compare with",
    vi: "tệp chỉ có dạng inference: không có gì để so sánh"
  )

  static func tooLarge(_ bytes: Int) -> Text {
    let size = Numbers.bytes(bytes)
    return Text(
      en: "the maps of this block take \(size); choose a later block",
      vi: "bản đồ của khối này chiếm \(size); hãy chọn một khối sau"
    )
  }
}
