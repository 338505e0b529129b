public import Words

/// Why there is no screen to draw on.
public enum TerminalFailure: TranslatedError, Hashable, CaseIterable {
  /// Input or output is a pipe or a file.
  case notATerminal
  /// ncurses can drive neither `$TERM` nor any common terminal.
  case unusable

  /// What is wrong and what to do, in one line.
  public var words: Text {
    switch self {
    case .notATerminal:
      Text(
        en: "standard input and output are not a terminal; use 'info' or 'shot' to write a file "
          + "instead",
        vi: "đầu vào và đầu ra chuẩn không phải terminal; hãy dùng 'info' hoặc 'shot' để ghi ra tệp"
      )
    case .unusable:
      Text(
        en: "this terminal cannot be used; set TERM to a known type, such as xterm-256color",
        vi: "không dùng được terminal này; hãy đặt TERM thành một loại đã biết, như xterm-256color"
      )
    }
  }
}
