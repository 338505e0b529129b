internal import Words

/// The words of a command line, sorted into operands and options.
struct Arguments {
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Sorts `words` by what `entry` takes.
  ///
  /// - Throws: `CommandLineError` for an unknown option, a missing value or too many operands.
  init(_ words: ArraySlice<String>, for entry: CommandLineEntry) throws(CommandLineError) {
    var rest = words
    var onlyOperands = false
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word != "-", !onlyOperands else {
        operands.append(word)
        continue
      }
      if word == "--" {
        onlyOperands = true
        continue
      }
      let parts = Arguments.parts(of: word)
      guard let option = entry.option(parts[0]) else {
        throw .usage(
          Text(en: "unknown option '\(word)'; ", vi: "không có tùy chọn '\(word)'; ")
            + entry.helpHint
        )
      }
      let value = try Arguments.value(of: option, in: parts, or: &rest, for: entry)
      values[option.name, default: []].append(value)
    }
    try checkOperands(of: entry)
  }

  /// An option and, behind an equals sign, its value.
  static func parts(of word: String) -> [Substring] {
    // By scalars: a mark that combines makes another character of the sign before it.
    word.unicodeScalars.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { Substring($0) }
  }

  private static func value(
    of option: Option,
    in parts: [Substring],
    or rest: inout ArraySlice<String>,
    for entry: CommandLineEntry
  ) throws(CommandLineError) -> String {
    let name = option.name
    guard let value = option.value else {
      guard parts.count == 1 else {
        throw .usage(Text(en: "\(name) takes no value", vi: "\(name) không nhận giá trị"))
      }
      return ""
    }
    if parts.count == 2 { return String(parts[1]) }
    guard let next = rest.popFirst() else {
      let usage = "\(name) \(value.shown)"
      throw .usage(
        Text(en: "\(name) needs a value: \(usage)", vi: "\(name) cần một giá trị: \(usage)")
      )
    }
    guard entry.option(Arguments.parts(of: next)[0]) == nil else {
      // What was left out is more likely than a file of this name.
      let glued = "\(parts[0])=\(next)"
      let hint =
        value.isFile
        ? Text(en: "\(glued) or ./\(next)", vi: "\(glued) hoặc ./\(next)") : Text(name: glued)
      throw .usage(
        Text(
          en: "\(name) needs a value, but '\(next)' is an option; if it is the value, write ",
          vi: "\(name) cần một giá trị, mà '\(next)' là tùy chọn; nếu đó là giá trị, hãy viết "
        ) + hint
      )
    }
    return next
  }

  private func checkOperands(of entry: CommandLineEntry) throws(CommandLineError) {
    guard !has("--help") else { return }
    let missing = entry.operands.dropFirst(operands.count).first { !$0.isOptional }
    if let missing {
      throw .usage(
        Text(en: "\(missing.name) is missing; usage: ", vi: "thiếu \(missing.name); cách dùng: ")
          + entry.usage
      )
    }
    let takesMore = entry.operands.last?.repeats ?? false
    guard takesMore || operands.count <= entry.operands.count else {
      let word = operands[entry.operands.count]
      throw .usage(
        Text(en: "'\(word)' is one word too many; ", vi: "thừa từ '\(word)'; ") + entry.helpHint
      )
    }
  }
}

extension Arguments {
  /// Whether the switch `name` was given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The text behind `name`; the last one, where it is given again.
  func text(_ name: String) -> String? { values[name]?.last }

  /// The texts behind an option that may be given several times.
  func texts(_ name: String) -> [String] { values[name] ?? [] }

  /// The language that `words` ask for, whatever else is in them; nil where they do not.
  static func language(in words: [String]) -> Language? {
    var rest = words.prefix { $0 != "--" }
    var language: Language?
    while let word = rest.popFirst() {
      let parts = parts(of: word)
      guard parts[0] == "--lang" else { continue }
      let value = parts.count == 2 ? String(parts[1]) : rest.first ?? ""
      language = Language(rawValue: value) ?? language
    }
    return language
  }
}
