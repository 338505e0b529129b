public import Words

/// Which screen; a screen's folder declares its own.
public struct ScreenID: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
  /// As commands name it.
  public let rawValue: String

  /// A screen as commands name it.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// As commands name it.
  init(_ name: String) { rawValue = name }

  /// As commands name it.
  public var description: String { rawValue }
}

/// What a screen is for; the list of all screens is in this order.
public enum ScreenGroup: String, Hashable, Sendable, CaseIterable {
  case look
  case fold
  case run
  case explore

  /// The heading in the list of screens.
  public var title: Text {
    switch self {
    case .look: Text(en: "look", vi: "xem")
    case .fold: Text(en: "fold", vi: "gộp")
    case .run: Text(en: "run", vi: "chạy")
    case .explore: Text(en: "try", vi: "thử")
    }
  }
}
