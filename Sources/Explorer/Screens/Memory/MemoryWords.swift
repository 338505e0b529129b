internal import Canvas
internal import RepCore
internal import Words

/// What the memory screen says.
enum MemoryWords {
  /// How the screen is read, where a column is a step, or stands for several.
  static func reading(isCrowded: Bool) -> Text {
    isCrowded
      ? Text(
        en: "a column is the most that its steps must hold; branches pile up until they are added",
        vi: "mỗi cột là mức nhiều nhất ở các bước của nó; các nhánh chồng lên đến khi được cộng lại"
      )
      : Text(
        en: "a column is what one step must hold; branches pile up until they are added",
        vi: "mỗi cột là bộ nhớ phải giữ ở một bước; các nhánh chồng lên đến khi được cộng lại"
      )
  }

  static func title(_ form: MemoryForm, steps: Int) -> Text {
    form.words + Text(en: ": \(counted(steps, "step"))", vi: ": \(steps) bước")
  }

  static func peak(_ bytes: Int, step: Int) -> Text {
    let bytes = Numbers.bytes(bytes)
    return Text(en: "peak \(bytes), step \(step + 1)", vi: "đỉnh \(bytes), bước \(step + 1)")
  }

  static func step(_ step: Int, of count: Int) -> Text {
    Text(en: "step \(step + 1) of \(count)", vi: "bước \(step + 1) trong \(count)")
  }

  static func noStep(_ number: Int, of count: Int) -> Text {
    Text(
      en: "step \(number) is not there: this form has \(counted(count, "step"))",
      vi: "không có bước \(number): dạng này có \(count) bước"
    )
  }

  static let finding = Text(en: "planning the steps", vi: "đang lập kế hoạch các bước")

  static func holds(_ bytes: Int) -> Text {
    let bytes = Numbers.bytes(bytes)
    return Text(en: "holds \(bytes)", vi: "giữ \(bytes)")
  }

  /// The bytes as they are counted where that are not all maps; nothing where they are.
  static func asCounted(_ bytes: Int, _ definition: MemoryDefinition) -> Text {
    let bytes = Numbers.bytes(bytes)
    return switch definition {
    case .maps: .none
    case .extra: Text(en: "\(bytes) without the input", vi: "\(bytes) không kể đầu vào")
    case .all: Text(en: "\(bytes) with all padding", vi: "\(bytes) kể cả mọi phần thêm")
    }
  }

  // MARK: What is held

  static func maps(_ count: Int) -> Text {
    Text(en: counted(count, "map"), vi: "\(count) bản đồ")
  }

  static func held(_ count: Int) -> Text {
    Text(en: counted(count, "map") + " held", vi: "giữ \(count) bản đồ")
  }

  static let heldTitle = Text(en: "Held at this step", vi: "Đang giữ ở bước này")

  static func use(_ use: HeldMap.Use) -> Text {
    switch use {
    case .written: Text(en: "made", vi: "tạo")
    case .read: Text(en: "read", vi: "đọc")
    case .waits: Text(en: "waits", vi: "chờ")
    }
  }

  static let input = Text(en: "input x", vi: "đầu vào x")
  static let picture = Text(en: "picture", vi: "ảnh")
  static let output = Text(en: "output y", vi: "đầu ra y")
  static let means = Text(en: "means", vi: "mean")
  static let logits = Text(en: "logits", vi: "logit")

  static func unit(_ bytes: Int, _ block: String) -> Text {
    let bytes = Numbers.bytes(bytes)
    return Text(
      en: "M is one map of \(block): \(bytes)",
      vi: "M là một bản đồ của \(block): \(bytes)"
    )
  }

  static func noUnit(_ block: String) -> Text {
    Text(
      en: "\(block) reads and makes maps of different sizes, so the rule of M does not apply",
      vi: "\(block) đọc và tạo bản đồ khác kích thước, nên không áp dụng quy tắc M"
    )
  }

  static let mostOfBlock = Text(
    en: "most maps in this block:",
    vi: "nhiều bản đồ nhất trong khối này:"
  )

  /// Where a form copies no picture.
  static let readsPictures = Text(
    en: "where x is missing, the picture is read where it lies, outside the arena",
    vi: "chỗ không có x thì ảnh được đọc tại chỗ, ngoài vùng nhớ"
  )

  // MARK: What is allocated

  static let allocated = Text(en: "What the engine allocates", vi: "Engine cấp phát những gì")
  static let part = Text(en: "fullest step", vi: "bước đầy nhất")

  static let maps = Text(en: "maps", vi: "bản đồ")
  static let rest = Text(en: "halo, alignment, Winograd values", vi: "viền, căn chỉnh, Winograd")
  static let restBriefly = Text(en: "the rest", vi: "còn lại")

  static func machine(threads: Int) -> Text {
    Text(en: counted(threads, "thread"), vi: "\(threads) luồng")
  }
}

extension MemoryForm {
  /// Its name in full.
  var words: Text {
    switch self {
    case .written: Text(en: "Training form as written", vi: "Dạng huấn luyện như đã viết")
    case .fused: Text(en: "Training form, fused", vi: "Dạng huấn luyện, đã nhập")
    case .deploy: Text(en: "Deploy form", vi: "Dạng inference")
    }
  }

  /// Its name in a table.
  var short: Text {
    switch self {
    case .written: Text(en: "written", vi: "như viết")
    case .fused: Text(en: "fused", vi: "đã nhập")
    case .deploy: Text(en: "deploy", vi: "inference")
    }
  }
}
