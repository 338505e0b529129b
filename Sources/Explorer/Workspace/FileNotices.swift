internal import RepCore
internal import Words

/// What the status line says of reading.
enum FileNotices {
  static let oneSetOnly = Text(
    en: "this file holds one set of tensors only",
    vi: "tệp này chỉ có một bộ tensor"
  )

  static let noFile = Text(
    en: "this network comes from no file",
    vi: "mạng này không đến từ tệp nào"
  )

  static let readAnew = Text(en: "read anew", vi: "đã đọc lại")

  static func noSet(_ name: String, _ sets: [String]) -> Text {
    let names = sets.joined(separator: ", ")
    return Text(
      en: "no set '\(name)'; there are \(names)",
      vi: "không có bộ '\(name)'; có \(names)"
    )
  }

  static func isOpen(set: String) -> Text {
    Text(en: "set \(set) is open", vi: "bộ \(set) đang mở")
  }

  static func isOpen(_ document: Document, isShown: Bool) -> Text {
    let name = document.title
    return isShown
      ? Text(en: "\(name) is open; ' goes back", vi: "đã mở \(name); ' quay lại mạng trước")
      : Text(
        en: "\(name) is open too; M lists the models",
        vi: "cũng đã mở \(name); M liệt kê các mạng"
      )
  }
}

/// What a request is for.
enum ReadingPurpose {
  /// One more model, by what the user typed.
  case more(String)
  /// The same set of the same file.
  case anew
  /// Another set of the file.
  case set(String)

  /// What goes on.
  var doing: Text {
    switch self {
    case .more(let name): Text(en: "reading \(name) ", vi: "đang đọc \(name) ")
    case .anew: Text(en: "reading anew ", vi: "đang đọc lại ")
    case .set(let set): Text(en: "reading set \(set) ", vi: "đang đọc bộ \(set) ")
    }
  }

  /// What could not be done, before the reason.
  var failed: Text {
    switch self {
    case .more(let name): Text(name: "\(name): ")
    case .anew: Text(en: "cannot read it anew: ", vi: "không đọc lại được: ")
    case .set(let set): Text(en: "cannot open set \(set): ", vi: "không mở được bộ \(set): ")
    }
  }
}
