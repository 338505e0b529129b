internal import RepCore

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
      // By scalars: a mark that combines makes another character of the sign before it.
      let parts = word.unicodeScalars
        .split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { Substring($0) }
      guard let option = entry.options.first(where: { $0.matches(parts[0]) }) else {
        throw .usage("unknown option '\(word)'; \(entry.helpHint)")
      }
      let value = try Arguments.value(of: option, in: parts, or: &rest)
      values[option.name, default: []].append(value)
    }
    try checkOperands(of: entry)
  }

  private static func value(
    of option: Option,
    in parts: [Substring],
    or rest: inout ArraySlice<String>
  ) throws(CommandLineError) -> String {
    guard let value = option.value else {
      guard parts.count == 1 else { throw .usage("\(option.name) takes no value") }
      return ""
    }
    if parts.count == 2 { return String(parts[1]) }
    guard let next = rest.popFirst() else {
      throw .usage("\(option.name) needs a value: \(option.name) \(value)")
    }
    return next
  }

  private func checkOperands(of entry: CommandLineEntry) throws(CommandLineError) {
    guard !has("--help") else { return }
    let least = entry.operands.count - entry.optionalOperands
    guard operands.count >= least else {
      throw .usage("\(entry.operands[operands.count]) is missing; usage: \(entry.usage)")
    }
    guard entry.takesMore || operands.count <= entry.operands.count else {
      throw .usage("'\(operands[entry.operands.count])' is one word too many; \(entry.helpHint)")
    }
  }
}

// MARK: - Typed values

extension Arguments {
  /// Whether the switch `name` was given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The text behind `name`; the last one, where it is given again.
  func text(_ name: String) -> String? { values[name]?.last }

  /// The texts behind an option that may be given several times.
  func texts(_ name: String) -> [String] { values[name] ?? [] }

  /// The text behind an option that must be given.
  func required(_ name: String, _ value: String) throws(CommandLineError) -> String {
    guard let text = text(name) else { throw .usage("\(name) \(value) is missing") }
    return text
  }

  /// A whole number behind `name`.
  func integer(_ name: String, in range: ClosedRange<Int>) throws(CommandLineError) -> Int? {
    guard let text = text(name) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      let limits = "from \(range.lowerBound) to \(range.upperBound)"
      throw .usage("\(name) takes a whole number \(limits), not '\(text)'")
    }
    return number
  }

  /// One of the words of `Choice` behind `name`.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String,
    of type: Choice.Type
  ) throws(CommandLineError) -> Choice? {
    guard let text = text(name) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let words = type.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage("\(name) takes one of \(words), not '\(text)'")
    }
    return choice
  }

  /// Threads to use: as asked, or all processors.
  func threads() throws(CommandLineError) -> Int {
    try integer("--threads", in: 1...PlanOptions.mostThreads)
      ?? min(processorCount(), PlanOptions.mostThreads)
  }
}

extension Option {
  fileprivate func matches(_ word: Substring) -> Bool {
    word == name || short.map { word == $0 } == true
  }
}

extension CommandLineEntry {
  /// Where to read more.
  var helpHint: String { "see repvgg-tui \(name.isEmpty ? "" : name + " ")--help" }
}
