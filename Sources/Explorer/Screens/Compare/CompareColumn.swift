internal import Words

/// What of a layer is compared.
enum CompareColumn: Int, Hashable, Sendable, CaseIterable {
  case time
  case steps
  case bytes
  case memory
  case difference

  /// Its head.
  var title: Text {
    switch self {
    case .time: Text(en: "time", vi: "thời gian")
    case .steps: Text(en: "steps", vi: "bước")
    case .bytes: Text(en: "read+written", vi: "đọc+ghi")
    case .memory: Text(en: "maps held", vi: "bản đồ giữ")
    case .difference: Text(en: "apart by", vi: "lệch")
    }
  }

  /// The one so many places further, as far as there is one.
  func moved(by step: Int) -> CompareColumn {
    let last = CompareColumn.allCases.count - 1
    return CompareColumn(rawValue: min(max(rawValue + step, 0), last)) ?? self
  }
}
