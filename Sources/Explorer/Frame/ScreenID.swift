import Words

/// Which screen; a screen's folder declares its own.
struct ScreenID: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
  /// As commands name it.
  let rawValue: String

  /// A screen as commands name it.
  init(rawValue: String) { self.rawValue = rawValue }

  /// As commands name it.
  init(_ name: String) { rawValue = name }

  /// As commands name it.
  var description: String { rawValue }
}

/// What a screen is for; the list of all screens is in this order.
enum ScreenGroup: String, Hashable, Sendable, CaseIterable {
  case look
  case fold
  case run
  case explore

  /// The heading in the list of screens.
  var title: Text {
    switch self {
    case .look: Text(en: "look", vi: "xem")
    case .fold: Text(en: "fold", vi: "gộp")
    case .run: Text(en: "run", vi: "chạy")
    case .explore: Text(en: "try", vi: "thử")
    }
  }
}
