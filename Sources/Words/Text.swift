/// A text for people, in each language.
///
/// There is no way to make one of a literal alone, so that a translation that is missing does not compile.
/// Letters are composed (NFC): one column, one scalar.
public struct Text: Hashable, Sendable {
  /// In English.
  public let en: String
  /// In Vietnamese.
  public let vi: String

  /// A text by its translations.
  public init(en: String, vi: String) {
    self.en = en
    self.vi = vi
  }

  /// What is written alike everywhere: names from files, numbers, units.
  public init(name: some StringProtocol) {
    en = String(name)
    vi = en
  }

  /// The first of `names`, as many as `limit`, and how many more there are.
  public init(first limit: Int, of names: [String]) {
    let rest = names.count - limit
    self =
      Text(name: names.prefix(limit).joined(separator: ", "))
      + (rest > 0 ? Text(en: " and \(rest) more", vi: " và \(rest) tên nữa") : .none)
  }

  /// The text in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .en: en
    case .vi: vi
    }
  }

  /// Both texts, one behind the other.
  public static func + (left: Text, right: Text) -> Text {
    Text(en: left.en + right.en, vi: left.vi + right.vi)
  }

  /// No text.
  public static let none = Text(en: "", vi: "")

  /// Whether there is nothing to read.
  public var isEmpty: Bool { en.isEmpty && vi.isEmpty }
}

extension Sequence<Text> {
  /// The texts one behind the other with `separator` between them.
  public func joined(separator: String) -> Text {
    Text(
      en: map(\.en).joined(separator: separator),
      vi: map(\.vi).joined(separator: separator)
    )
  }
}
