internal import Words

/// Why the program ends without having done its work.
struct CommandLineError: TranslatedError {
  /// What the exit statuses mean.
  enum Status: Int32 {
    case success = 0
    case checkFailed = 1
    case usage = 2
    case unreadable = 3
    case unwritable = 4
  }

  /// One line: what is wrong, where, and what to do.
  let words: Text
  let status: Status

  init(_ status: Status, _ words: Text) {
    self.words = words
    self.status = status
  }

  /// Wrong usage.
  static func usage(_ words: Text) -> CommandLineError { CommandLineError(.usage, words) }

  /// A value that is not understood: `--eps takes a number, not 'x'`.
  static func usage(_ name: String, takes wanted: Text, not text: String) -> CommandLineError {
    .usage(
      Text(en: "\(name) takes ", vi: "\(name) nhận ") + wanted
        + Text(en: ", not '\(text)'", vi: ", không nhận '\(text)'")
    )
  }
}

extension Text {
  /// The last words of a list of `words`: `a, b or c`.
  init(oneOf words: [String]) {
    let (first, last) = (words.dropLast().joined(separator: ", "), words.last ?? "")
    self =
      first.isEmpty
      ? Text(name: last) : Text(en: "\(first) or \(last)", vi: "\(first) hoặc \(last)")
  }
}
