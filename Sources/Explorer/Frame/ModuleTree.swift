internal import RepCore

/// The blocks of a graph that is not known, nested by the modules that their dotted names say.
///
/// A module that holds nothing but one module, or nothing but one block, is no level of its own: its name
/// becomes the beginning of what it holds.
struct ModuleTree: Sendable {
  /// What stands under a module, or at the top.
  enum Child: Hashable, Sendable {
    case module(Int)
    case block(BlockPath)
  }

  /// A module that holds several things.
  struct Module: Sendable {
    /// Its whole name.
    let name: String
    /// Its name below the module that it stands in.
    let label: String
    /// The module that it stands in; nil at the top.
    let parent: Int?
    /// What it holds, in order of execution.
    fileprivate(set) var children: [Child] = []
    /// All blocks below it, in order of execution.
    fileprivate(set) var blocks: [BlockPath] = []
  }

  /// All modules; a child comes behind its parent.
  private(set) var modules: [Module] = []
  /// What stands at the top.
  private(set) var roots: [Child] = []
  private var homes: [BlockPath: Int] = [:]
  private var labels: [BlockPath: String] = [:]

  /// Nests `blocks`, in order of execution, by their dotted names.
  init(_ blocks: [(path: BlockPath, name: String)]) {
    let entries = blocks.map { ($0.path, $0.name.split(separator: ".").map(String.init)[...]) }
    roots = add(entries, under: nil, named: [])
  }

  /// The module that a block stands in; nil at the top.
  func module(of path: BlockPath) -> Int? { homes[path] }

  /// What a block is called below its module.
  func label(of path: BlockPath) -> String? { labels[path] }

  /// Adds what begins with `prefix`; the words of the entries are those behind it.
  private mutating func add(
    _ entries: [(path: BlockPath, words: ArraySlice<String>)],
    under parent: Int?,
    named prefix: [String]
  ) -> [Child] {
    groups(entries).map { words, group in
      guard group.count > 1 else {
        let (path, rest) = group[0]
        homes[path] = parent
        labels[path] = (words + rest).joined(separator: ".")
        return .block(path)
      }
      // Words that all of them begin with are one level.
      var (words, group) = (words, group)
      while let next = group[0].words.first, group.allSatisfy({ $0.words.first == next }),
        group.allSatisfy({ $0.words.count > 1 })
      {
        words.append(next)
        group = group.map { ($0.path, $0.words.dropFirst()) }
      }
      let (index, name) = (modules.count, prefix + words)
      modules.append(
        Module(
          name: name.joined(separator: "."),
          label: words.joined(separator: "."),
          parent: parent
        )
      )
      modules[index].blocks = group.map(\.path)
      let children = add(group, under: index, named: name)
      modules[index].children = children
      return .module(index)
    }
  }

  /// The entries by their first word, in the order in which these appear; one without words stands alone.
  private func groups(
    _ entries: [(path: BlockPath, words: ArraySlice<String>)]
  ) -> [(words: [String], entries: [(path: BlockPath, words: ArraySlice<String>)])] {
    var places: [String: Int] = [:]
    var groups: [(words: [String], entries: [(path: BlockPath, words: ArraySlice<String>)])] = []
    for (path, words) in entries {
      // A block whose name is another's module has no word left that could group it.
      guard let word = words.first, words.count > 1 || entries.count == 1 else {
        groups.append((Array(words), [(path: path, words: ArraySlice())]))
        continue
      }
      if let place = places[word] {
        groups[place].entries.append((path, words.dropFirst()))
      } else {
        places[word] = groups.count
        groups.append(([word], [(path, words.dropFirst())]))
      }
    }
    return groups
  }
}
