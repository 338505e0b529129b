internal import Words

/// Which maps of the block are shown.
enum MapsMode: String, Hashable, Sendable, CaseIterable {
  /// Those of the form that is shown.
  case maps
  /// Training less deploy.
  case difference
  /// What each branch gives, and the sum.
  case branches

  /// What is shown, in the status line.
  var words: Text {
    switch self {
    case .maps: Text(en: "the map of the form that is shown", vi: "bản đồ của dạng đang xem")
    case .difference: Text(en: "training less deploy", vi: "huấn luyện trừ inference")
    case .branches: Text(en: "each branch and the sum", vi: "từng nhánh và tổng")
    }
  }
}

/// How the channels stand in their gallery.
enum ChannelOrder: String, Hashable, Sendable, CaseIterable {
  /// By their mean magnitude, the largest first.
  case active
  /// By their numbers.
  case number

  /// The order in words.
  var words: Text {
    switch self {
    case .active: Text(en: "most active first", vi: "mạnh nhất trước")
    case .number: Text(en: "in order", vi: "theo thứ tự")
    }
  }
}
