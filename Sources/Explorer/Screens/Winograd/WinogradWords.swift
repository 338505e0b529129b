internal import Canvas
internal import RepCore
internal import Words

/// What the Winograd screen says.
enum WinogradWords {
  /// How the screen is read.
  static let reading = Text(
    en: "one step alone multiplies input by weights; fewer products are less work",
    vi: "chỉ một bước nhân đầu vào với trọng số; ít phép nhân thì ít việc"
  )

  static let finding = Text(
    en: "running the network up to this block",
    vi: "đang chạy mạng đến khối này"
  )

  static func stopped(_ reason: Text) -> Text {
    Text(en: "the block does not run: ", vi: "khối không chạy được: ") + reason
  }

  static let otherSize = Text(
    en: "; m takes tiles of another size",
    vi: "; m chọn ô tile cỡ khác"
  )

  static let directInstead = Text(
    en: "; the engine computes this block directly, tap by tap",
    vi: "; engine tính khối này trực tiếp, từng ô một"
  )

  // MARK: The tile

  static func title(_ family: WinogradFamily, _ tile: Text, of block: String) -> Text {
    Text(en: "\(block), folded  \(family.title)  ", vi: "\(block), đã gộp  \(family.title)  ")
      + tile
  }

  static func tile(_ sight: TileSight) -> Text {
    let (rows, columns) = (sight.tiles.rows.count, sight.tiles.columns.count)
    let (height, width) = (sight.trace.rows.outputs, sight.trace.columns.outputs)
    return Text(
      en:
        "tile (\(sight.place.row),\(sight.place.column)) of \(rows)x\(columns), \(height)x\(width) outputs",
      vi:
        "ô tile (\(sight.place.row),\(sight.place.column)) trong \(rows)x\(columns), \(height)x\(width) đầu ra"
    )
  }

  static func noStep(_ step: Int, of count: Int) -> Text {
    Text(
      en: "no step \(step): a tile has 1 to \(count)",
      vi: "không có bước \(step): một ô tile có từ 1 đến \(count)"
    )
  }

  static func noTile(_ row: Int, _ column: Int, of sight: TileSight) -> Text {
    let (rows, columns) = (sight.tiles.rows.count, sight.tiles.columns.count)
    return Text(
      en: "tile (\(row),\(column)) is not there: this map has \(rows)x\(columns) tiles",
      vi: "không có ô tile (\(row),\(column)): bản đồ này có \(rows)x\(columns) ô tile"
    )
  }

  static let strongest = Text(
    en: "the input channel that gives this tile the most",
    vi: "kênh vào đóng góp nhiều nhất cho ô tile này"
  )

  static let oneTile = Text(en: "this map is one tile", vi: "bản đồ này chỉ là một ô tile")

  static let kernel = Text(name: "g")
  static let input = Text(name: "d")
  static let products = Text(name: "U * V")
  static let ofThisChannel = Text(en: "U * V, this in", vi: "U * V, kênh này")
  static func ofAllChannels(_ count: Int) -> Text {
    Text(en: "M, sum of \(count)", vi: "M, tổng \(count)")
  }
  static let direct = Text(en: "direct", vi: "trực tiếp")
  static let difference = Text(en: "difference", vi: "hiệu")

  static func missing(_ count: Int) -> Text {
    count == 0 ? .none : Text(en: "\(count) more: z", vi: "còn \(count): z")
  }

  static func check(_ difference: Difference) -> Text {
    let error = Numbers.scientific(difference.maximumRelative)
    return difference.maximumRelative <= tolerance
      ? Text(en: "equal: off by \(error)", vi: "bằng nhau: lệch \(error)")
      : Text(en: "NOT equal: off by \(error)", vi: "KHÔNG bằng: lệch \(error)")
  }

  /// What rounding in double may cost a tile, in parts of the largest output.
  private static let tolerance = 1e-12

  // MARK: Panes

  static let matrices = Text(en: "How this number comes about", vi: "Con số này từ đâu ra")
  static let counts = Text(en: "Products counted", vi: "Đếm phép nhân")
  static let algorithms = Text(
    en: "This block by each algorithm",
    vi: "Khối này theo từng thuật toán"
  )

  // MARK: Counts

  static func products(
    _ rows: Int,
    _ columns: Int,
    outputs: (rows: Int, columns: Int),
    of direct: Int
  ) -> Text {
    let made = rows * columns
    let share = Numbers.fixed(Double(made) / Double(direct), 3)
    return Text(
      en: "this tile: \(rows)x\(columns) = \(made) products for \(outputs.rows)x\(outputs.columns) "
        + "outputs; by the definition \(direct): \(share)",
      vi:
        "ô tile này: \(rows)x\(columns) = \(made) phép nhân cho \(outputs.rows)x\(outputs.columns) "
        + "đầu ra; theo định nghĩa \(direct): \(share)"
    )
  }

  static func layer(_ counts: ConvolutionCounts, _ family: WinogradFamily) -> Text {
    let (made, direct) = (Numbers.engineering(counts.products), Numbers.engineering(counts.direct))
    let share = Numbers.fixed(counts.share, 3)
    return Text(
      en: "whole layer by \(family.title): \(made) of \(direct) products: \(share)",
      vi: "cả lớp theo \(family.title): \(made) trong \(direct) phép nhân: \(share)"
    )
  }

  /// Why the plan needs more products than the tiles would.
  static func stripes(_ share: Double) -> Text {
    let share = Numbers.fixed(share, 3)
    return Text(
      en: "each thread has a stripe of rows, whose last tiles are smaller; in one piece \(share)",
      vi: "mỗi luồng làm một dải hàng, ô tile cuối dải nhỏ hơn; nếu để nguyên: \(share)"
    )
  }

  static func transforms(_ counts: ConvolutionCounts) -> Text {
    let input = Numbers.engineering(counts.inputAdditions)
    let output = Numbers.engineering(counts.outputAdditions)
    let share = Numbers.fixed(counts.shareWithTransforms, 3)
    return Text(
      en: "transforms add \(input) additions for the input and \(output) for the outputs: "
        + "with them \(share)",
      vi: "biến đổi thêm \(input) phép cộng cho đầu vào và \(output) cho đầu ra: "
        + "kể cả chúng là \(share)"
    )
  }

  /// What the article's 4/9 is, and why this is not.
  static func article(_ family: WinogradFamily, share: Double) -> Text {
    if family.stride == 2 {
      return Text(
        en:
          "the article's 4/9 is for stride 1; with stride 2 only the odd samples are shared (polyphase)",
        vi:
          "4/9 của bài viết là cho stride 1; với stride 2 chỉ các mẫu lẻ được dùng chung (polyphase)"
      )
    }
    let isArticle = family == .f2 && abs(share - 4.0 / 9) < 1e-9
    return isArticle
      ? Text(
        en: "this is the article's 4/9, which counts no transforms",
        vi: "đây là 4/9 của bài viết, không tính các phép biến đổi"
      )
      : Text(
        en: "the article's 4/9 is F(2,3) on a map that its tiles fill, without the transforms",
        vi: "4/9 của bài viết là F(2,3) trên bản đồ được lấp đầy, không tính các phép biến đổi"
      )
  }

  static func kernels(_ additions: Int) -> Text {
    let count = Numbers.engineering(additions)
    return Text(
      en: "kernels: \(count) additions once, when the plan is made",
      vi: "kernel: \(count) phép cộng, một lần khi lập kế hoạch"
    )
  }

  static let planning = Text(en: "planning the block", vi: "đang lập kế hoạch cho khối")

  static func cannot(_ family: WinogradFamily, _ obstacle: ChoiceObstacle) -> Text {
    Text(
      en: "the engine does not compute this block by \(family.title): ",
      vi: "engine không tính khối này theo \(family.title): "
    ) + obstacle.words
  }

  // MARK: The table

  static let algorithm = Text(en: "algorithm", vi: "thuật toán")
  static let time = Text(en: "time", vi: "đo được")
  static let error = Text(en: "error", vi: "sai số")
  static let share = Text(en: "share", vi: "tỉ lệ")
  static let productsHead = Text(en: "products", vi: "phép nhân")
  static let weights = Text(en: "weights", vi: "trọng số")
  static let values = Text(en: "values", vi: "giá trị")

  static func plan(_ algorithm: Text) -> Text {
    Text(en: "plan: ", vi: "tự chọn: ") + algorithm
  }

  static func impossible(_ names: Text, _ obstacle: ChoiceObstacle) -> Text {
    Text(en: "not by ", vi: "không theo ") + names + Text(name: ": ") + obstacle.words
  }

  static func measured(_ trial: BlockTrial, threads: Int) -> Text {
    let runs = trial.runs
    return Text(
      en: "median of \(runs) runs, \(counted(threads, "thread"))",
      vi: "trung vị \(runs) lần chạy, \(threads) luồng"
    )
  }

  static let measuring = Text(en: "measuring", vi: "đang đo")
  static let toMeasure = Text(en: "e measures time and error", vi: "e đo thời gian và sai số")

  static func chosen(_ choice: BlockChoice, _ name: Text, of block: String) -> Text {
    guard choice != .auto else {
      return Text(
        en: "\(block) is computed as the plan finds best",
        vi: "\(block) được tính theo kế hoạch tốt nhất"
      )
    }
    return Text(en: "\(block) is computed so: ", vi: "\(block) được tính theo: ") + name
      + Text(en: "; Enter shows its time", vi: "; Enter xem thời gian")
  }

  static func refused(_ name: Text, of block: String, _ obstacle: ChoiceObstacle) -> Text {
    Text(en: "\(block) cannot be computed by ", vi: "không tính được \(block) theo ") + name
      + Text(name: ": ") + obstacle.words
  }
}
