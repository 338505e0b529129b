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
    let typed = TypedLine(line)
    guard let place = typed.place else {
      return commands(typed.words, behind: typed.lead, on: screen)
    }
    guard let parameter = typed.parameter else { return [] }
    return values(of: parameter, typed.part, shared).map { value in
      Completion(
        line: typed.lead + typed.done + " " + value.quotedIfNeeded,
        title: parameter.isFile ? value.lastWord : value,
        summary: .none,
        keys: "",
        isComplete: place == typed.parameters.count - 1 && !value.hasSuffix("/")
      )
    }
  }

  /// The folder whose files complete the word that is being typed; nil where it names no file.
  static func folder(in line: String) -> String? {
    let typed = TypedLine(line)
    guard typed.parameter?.isFile == true else { return nil }
    return SystemPath.split(typed.part).folder
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
      case .pane: ScreenRegistry.paneNames
      case .block: shared.document.paths.map(\.description)
      case .branch: (shared.selectedShape?.branches ?? []).map { "\($0.id)" }
      case .set: shared.document.sets.count > 1 ? shared.document.sets : []
      case .file: files(part, shared)
      case .model: files(part, shared) + (part.isEmpty || part.hasPrefix("zoo") ? published : [])
      case .number, .level, .key, .text: []
      }
    return all.compactMap { value in FuzzyMatch(part, in: value).map { ($0.cost, value) } }
      .enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
      .map(\.element.1)
  }
}

extension String {
  /// A path without its folders; of a folder the name with its slash.
  fileprivate var lastWord: String {
    let isFolder = hasSuffix("/")
    let name = SystemPath.split(isFolder ? String(dropLast()) : self).name
    return isFolder ? name + "/" : name
  }
}

extension Completion {
  /// The files of the folder that is being typed, as far as they are known; hidden ones where that is begun.
  private static func files(_ part: String, _ shared: Shared) -> [String] {
    let (folder, name) = SystemPath.split(part)
    let entries = shared.answers.listing(of: folder)?.entries ?? []
    return entries.filter { name.hasPrefix(".") || !$0.name.hasPrefix(".") }
      .map { folder + $0.name + ($0.isFolder ? "/" : "") }
  }

  /// The published networks, as a user types them.
  private static let published = Published.names.compactMap { ModelSource.published($0).typed }
}

extension String {
  /// The text as one word of a script.
  var quotedIfNeeded: String {
    let needs = isEmpty || contains { $0.isWhitespace || ";#'\"\\".contains($0) }
    guard needs else { return self }
    return "'" + replacing("'", with: "'\\''") + "'"
  }
}
