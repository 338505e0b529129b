/// A language that people can read the program in; files and JSON stay English.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// English.
  case en
  /// Vietnamese, the language of the article that the explorer illustrates.
  case vi

  /// The language's name in itself.
  public var title: String {
    switch self {
    case .en: "English"
    case .vi: "Tiếng Việt"
    }
  }

  /// The language that a locale such as `vi_VN.UTF-8` asks for; English where we lack it.
  public init(locale: some StringProtocol) {
    let code = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
    self = Language(rawValue: code.lowercased()) ?? .en
  }
}
