internal import RepCore
internal import Words

/// What a line that is being typed may become.
struct Completion: Hashable {
  /// The line with the candidate in it.
  let line: String
  /// What the list shows.
  let title: String
  /// What it does, or is.
  let summary: Text
  /// The keys that do the same.
  let keys: String
  /// Whether the line is a whole command now.
  let isComplete: Bool
}

extension Completion {
  /// The candidates for `line`, the best first: commands while the first word is typed, then what their
  /// parameters take.
  static func all(for line: String, _ shared: Shared, on screen: ScreenID) -> [Completion] {
    let start = line.lastIndex(of: ";").map { line.index(after: $0) } ?? line.startIndex
    let (before, typed) = (line[..<start], line[start...].drop(while: \.isWhitespace))
    let lead = before.isEmpty ? "" : before + " "
    guard let blank = typed.firstIndex(where: \.isWhitespace) else {
      return commands(typed, behind: lead, on: screen)
    }
    let name = Command.Name(String(typed[..<blank]))
    guard let entry = CommandTable.specification(of: name) else { return [] }
    let words = typed[blank...].split(separator: " ", omittingEmptySubsequences: true)
    let isNew = typed.last?.isWhitespace ?? true
    let place = isNew ? words.count : words.count - 1
    guard entry.parameters.indices.contains(place) else { return [] }
    let done = ([Substring(name.rawValue)] + words.prefix(place)).joined(separator: " ")
    let part = isNew ? "" : String(words[place])
    return values(of: entry.parameters[place], part, shared).map { value in
      Completion(
        line: lead + done + " " + value.quotedIfNeeded,
        title: value,
        summary: .none,
        keys: "",
        isComplete: place == entry.parameters.count - 1
      )
    }
  }

  private static func commands(
    _ typed: Substring,
    behind lead: String,
    on screen: ScreenID
  ) -> [Completion] {
    let bindings = KeyMap.bindings(on: screen)
    let matches = CommandTable.all.enumerated()
      .compactMap { place, entry -> (cost: Int, place: Int, Completion)? in
        let name = entry.name.rawValue
        let byName = FuzzyMatch(typed, in: name)?.cost
        let byWords = FuzzyMatch(typed, in: entry.summary.en).map { $0.cost + 20 }
        guard let cost = [byName, byWords].compactMap({ $0 }).min() else { return nil }
        let keys = bindings.first { $0.command == name }?.keys.first?.keyCap ?? ""
        let needsMore = entry.parameters.contains { !$0.isOptional }
        let usage = entry.arguments.isEmpty ? name : "\(name) \(entry.arguments)"
        return (
          cost, place,
          Completion(
            line: lead + name + (needsMore ? " " : ""),
            title: usage,
            summary: entry.summary,
            keys: keys,
            isComplete: !needsMore
          )
        )
      }
    return matches.sorted { ($0.cost, $0.place) < ($1.cost, $1.place) }.map { $0.2 }
  }

  /// What a parameter takes, as far as it can be listed.
  private static func values(
    of parameter: Parameter,
    _ part: String,
    _ shared: Shared
  ) -> [String] {
    let all: [String] =
      switch parameter.kind {
      case .choice(let words): words
      case .block: shared.document.paths.map(\.description)
      case .set: shared.document.sets.count > 1 ? shared.document.sets : []
      case .number, .level, .file, .text: []
      }
    return all.compactMap { value in FuzzyMatch(part, in: value).map { ($0.cost, value) } }
      .enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
      .map(\.element.1)
  }
}

extension String {
  /// The text as one word of a script.
  var quotedIfNeeded: String {
    let needs = isEmpty || contains { $0.isWhitespace || ";#'\"\\".contains($0) }
    guard needs else { return self }
    return "'" + replacing("'", with: "'\\''") + "'"
  }
}
