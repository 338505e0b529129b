internal import Words

/// What a user has in mind who looks for a command: the sections of the help.
enum Intent: Hashable, Sendable, CaseIterable {
  case yours
  case here
  case moving
  case showing
  case selecting
  case finding
  case measuring
  case files
  case leaving
}

extension Intent {
  /// The head of its section.
  var title: Text {
    switch self {
    case .yours: Text(en: "bound by you", vi: "bạn đã gán")
    case .here: Text(en: "on this screen", vi: "trên màn hình này")
    case .moving: Text(en: "move", vi: "di chuyển")
    case .showing: Text(en: "screens and forms", vi: "màn hình và dạng")
    case .selecting: Text(en: "block, branch, channel", vi: "khối, nhánh, kênh")
    case .finding: Text(en: "find and sort", vi: "tìm và sắp xếp")
    case .measuring: Text(en: "measure", vi: "đo")
    case .files: Text(en: "files and pictures", vi: "tệp và hình")
    case .leaving: Text(en: "look, help, leave", vi: "giao diện, trợ giúp, thoát")
    }
  }
}
