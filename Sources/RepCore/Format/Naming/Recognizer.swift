internal import Words

/// Makes a network out of a set of tensors that carries no description, from names and shapes.
///
/// Each block's form is decided from its own tensors. What tensors cannot tell is taken from the
/// published network of the same widths, depths and groups, or assumed; either way it is listed. What is
/// understood opens; every other tensor is counted as ignored or opaque.
struct Recognizer {
  /// What was recognised.
  struct Result {
    let network: Network
    let coverage: Coverage
    /// The scheme of the names: `official`, `plus`, `timm` and so on; several where blocks differ.
    let naming: String
    /// The words in front of every block's name, which packaging put there.
    let wrapper: String
    /// The blocks as found, in the network's order.
    let blocks: [FoundBlock]
    /// Blocks that are known by their names but not folded.
    let opaqueBlocks: [OpaqueBlock]
    let warnings: [FileWarning]
  }

  let set: CheckpointSet
  let source: BlockSource
  private let finder: BlockFinder

  /// Looks for blocks in `set`.
  init(_ set: CheckpointSet, _ options: ReadingOptions = ReadingOptions()) {
    self.set = set
    var patterns = BlockPattern.all
    if case .named(let id) = options.scheme { patterns = patterns.filter { $0.id == id } }
    source = BlockSource(set, options, patterns: patterns)
    finder = BlockFinder(set, patterns: patterns)
  }

  /// The network with its weights, and the account of all tensors.
  ///
  /// `name` is its name where no published network has its shape.
  ///
  /// - Throws: `FormatError` when not a single block opens.
  func recognize(named name: String) throws(FormatError) -> Result {
    guard !finder.blocks.isEmpty else {
      throw FormatError(
        .unsupported,
        en: "holds no re-parameterizable block that is known by its names",
        vi: "không chứa khối tham số hóa lại nào nhận ra được nhờ tên",
        because: set.names.isEmpty
          ? Text(en: "it has no tensors", vi: "nó không có tensor nào")
          : FormatError.listing(of: set.names)
      )
    }
    var warnings: [FileWarning] = []
    do throws(NetworkPlan.Gap) {
      if let plan = try NetworkPlan(finder.blocks) {
        switch ChainReader(self, plan, rest: finder.rest).read(named: name) {
        case .success(let result): return result
        case .failure(let doubt): warnings = doubt.warnings
        }
      }
    } catch { warnings = [.gap(before: error.block)] }
    return try LoneBlocks(self, finder).read(named: name, warnings: warnings)
  }

  func reader(_ found: FoundBlock) -> BlockReader { BlockReader(found: found, source: source) }

  /// What is there for a file's `info` to name of blocks.
  static func naming(of blocks: [FoundBlock]) -> String {
    Swift.Set(blocks.map(\.pattern.title)).sorted().joined(separator: " and ")
  }

  /// Names in `blocks` that nothing needs: counters, and folded convolutions beside branches.
  func ignored(in blocks: [FoundBlock], taken: Swift.Set<String>) -> (
    ignored: [String], others: [String]
  ) {
    let isPlaceholder = blocks.filter(\.isTraining).testOfFoldedPlaces()
    var (ignored, others): ([String], [String]) = ([], [])
    for name in set.names where !taken.contains(name) {
      if isPlaceholder(name) || IgnoredTensor.isWithoutMeaning(name, in: set) {
        ignored.append(name)
      } else {
        others.append(name)
      }
    }
    return (ignored, others)
  }

  /// The warning about folded convolutions beside branches that are not what those fold to.
  func twins(_ pairs: [(Block, FoundBlock)]) -> [FileWarning] {
    var (names, worst): ([String], Double) = ([], 0)
    for (block, found) in pairs {
      guard let difference = FoldedTwin.difference(block, found, in: set.checkpoint),
        !(difference <= FoldedTwin.tolerance)
      else { continue }
      names.append(found.prefix)
      worst = max(worst, difference.isNaN ? .infinity : difference)
    }
    return names.isEmpty ? [] : [.foldedTwin(names, difference: worst)]
  }
}
