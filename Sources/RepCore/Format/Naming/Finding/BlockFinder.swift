/// Finds the re-parameterizable blocks in a set of tensors, by names and shapes together.
///
/// The work is linear in the names: a prefix is tried where the first word of some pattern's module
/// follows, with the patterns that have that word.
struct BlockFinder {
  /// The blocks in the order in which their names first come.
  let blocks: [FoundBlock]
  /// The names that stand in no block.
  let rest: [String]

  /// Looks for blocks of `patterns` in `set`.
  init(_ set: CheckpointSet, patterns: [BlockPattern]) {
    let folded = Self.folded(set.checkpoint.metadata)
    let matches = Self.candidates(set.names, patterns).map { prefix, patterns in
      Self.best(
        patterns.compactMap {
          BlockMatcher(set: set, prefix: prefix).match($0, isKnown: folded[prefix] == $0.id)
        }
      )
    }
    let told = Set(matches.compactMap { $0.first }.filter(\.isTraining).map(\.pattern.id))
    let found = matches.compactMap { Self.settled($0, told: told) }
    var names: [String: Set<String>] = [:]
    let heads = Set(found.map(\.prefix))
    var rest: [String] = []
    for name in set.names {
      if let (prefix, tail) = Self.owned(name, by: heads) {
        names[prefix, default: []].insert(tail)
      } else {
        rest.append(name)
      }
    }
    blocks = found.map { block in
      var block = block
      block.names = names[block.prefix] ?? []
      return block
    }
    self.rest = rest
  }

  /// The blocks that this program folded, with the scheme of their names, as the file itself says.
  private static func folded(_ metadata: [String: String]) -> [String: String] {
    let members = metadata[UnknownGraph.foldedKey].flatMap { try? JSON(parsing: $0) }?.members ?? []
    return Dictionary(members.compactMap { member in member.value.text.map { (member.key, $0) } }) {
      first,
      _ in first
    }
  }

  /// Prefixes with the patterns whose words follow them, in the order of the names.
  private static func candidates(
    _ names: [String],
    _ patterns: [BlockPattern]
  ) -> [(prefix: String, patterns: [BlockPattern])] {
    var byWord: [Substring: [Int]] = [:]
    for (index, pattern) in patterns.enumerated() {
      for word in Set(pattern.anchors) { byWord[word, default: []].append(index) }
    }
    var order: [String] = []
    var found: [String: Set<Int>] = [:]
    for name in names {
      let words = name.split(separator: ".", omittingEmptySubsequences: false)
      for (place, word) in words.enumerated().dropLast() {
        guard let indices = byWord[word] else { continue }
        let prefix = place == 0 ? "" : String(name[..<words[place - 1].endIndex])
        if found[prefix] == nil { order.append(prefix) }
        found[prefix, default: []].formUnion(indices)
      }
    }
    return order.map { prefix in (prefix, found[prefix, default: []].sorted().map { patterns[$0] })
    }
  }

  /// The matches that explain the most tensors, in the order of the schemes.
  private static func best(_ matches: [FoundBlock]) -> [FoundBlock] {
    let most = matches.map(\.explained.count).max()
    return matches.filter { $0.explained.count == most }
  }

  /// One of several matches: a folded block alone cannot tell whose it is, and follows the training blocks
  /// of the file, or the place where it stands.
  private static func settled(_ matches: [FoundBlock], told: Set<String>) -> FoundBlock? {
    guard let first = matches.first, !first.isTraining, matches.count > 1 else {
      return matches.first
    }
    let path = ".\(first.prefix)."
    return matches.first { told.contains($0.pattern.id) }
      ?? matches.first { $0.pattern.homes.contains { path.contains($0) } } ?? first
  }

  /// A name split behind the longest of the modules `heads` that it stands in.
  private static func owned(
    _ name: String,
    by heads: Set<String>
  ) -> (prefix: String, rest: String)? {
    var module = name[...]
    while let dot = module.lastIndex(of: ".") {
      module = module[..<dot]
      if heads.contains(String(module)) {
        return (String(module), String(name[name.index(after: dot)...]))
      }
    }
    return heads.contains("") ? ("", name) : nil
  }
}
