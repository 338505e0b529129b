public import Words

/// Keys that work at the same place, for documents.
public struct KeyTable: Sendable {
  /// Keys that run one command.
  public struct Row: Sendable {
    /// The keys, as people know them: `Ctrl-L`.
    public let keys: [String]
    /// The command's text.
    public let command: String
    /// What it does.
    public let summary: Text
  }

  /// Where they work.
  public let title: Text
  /// The keys, in the order of the key table.
  public let rows: [Row]

  /// The keys of all screens, then those of each screen and of what lies over it.
  public static var all: [KeyTable] {
    [KeyTable(Text(en: "On every screen", vi: "Trên mọi màn hình"), KeyMap.common)]
      + ScreenRegistry.all.map { KeyTable($0.title, $0.keys) } + [
        KeyTable(
          Text(en: "While a set of tensors is chosen", vi: "Khi chọn một bộ tensor"),
          SetsLayer.keys
        ),
        KeyTable(
          Text(en: "In the list of all screens", vi: "Trong danh sách các màn hình"),
          ScreensLayer.keys
        ),
        KeyTable(Text(en: "While the help is shown", vi: "Khi xem trợ giúp"), HelpLayer.keys),
      ]
  }

  private init(_ title: Text, _ bindings: [KeyBinding]) {
    self.title = title
    rows = bindings.map {
      Row(keys: $0.keys.map(\.keyCap), command: $0.command, summary: $0.summary)
    }
  }
}
