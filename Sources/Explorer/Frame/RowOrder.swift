internal import Words

/// What rows are ordered by: those of the tree among their siblings, those of the live screen all.
enum RowOrder: String, Hashable, Sendable, CaseIterable {
  case execution
  case time
  case macs
  case parameters
}

extension Array {
  /// The elements with the largest weight first; those of the same weight stay in their order.
  func heaviestFirst(_ weight: (Element) -> Double) -> [Element] {
    // Sorting is stable, as the standard library says.
    map { (element: $0, weight: weight($0)) }.sorted { $0.weight > $1.weight }.map(\.element)
  }
}

extension RowOrder {
  /// What the rows go by, in a word or two.
  var word: Text {
    switch self {
    case .execution: Text(en: "execution", vi: "thứ tự chạy")
    case .time: Text(en: "time", vi: "thời gian")
    case .macs: Text(en: "macs", vi: "phép nhân-cộng")
    case .parameters: Text(en: "parameters", vi: "tham số")
    }
  }
}
