/// A branch of a block as its names tell it.
struct FoundBranch: Hashable, Sendable {
  let pattern: BranchPattern
  /// Which of several, from 0.
  let index: Int
  /// Where its tensors are: the convolution may stand in the branch's module directly.
  let modules: BranchModules
}

/// One re-parameterizable block as its names tell it.
struct FoundBlock: Sendable {
  /// The block's module, as in the file; empty where the file is one block.
  let prefix: String
  /// The scheme that explains its names.
  let pattern: BlockPattern
  /// In the pattern's order.
  let branches: [FoundBranch]
  /// The folded convolution, with its norm where it has one.
  let folded: BranchModules?
  /// Names behind the prefix that the pattern explains, without counters.
  let explained: Set<String>
  /// All names behind the prefix that stand in no block deeper inside.
  var names: Set<String> = []

  /// Whether branches are here; a folded convolution beside them is a placeholder, or what they fold into.
  var isTraining: Bool { !branches.isEmpty }

  /// A name behind the prefix as the file has it.
  func name(_ rest: String) -> String { prefix.isEmpty ? rest : "\(prefix).\(rest)" }

  /// Whether any tensor stands in the module `module`.
  func has(_ module: String) -> Bool { names.contains { $0.hasPrefix(module + ".") } }

  /// How names behind the prefix begin that stand in the place of the folded convolution: where branches are,
  /// those of a placeholder, or of what they fold into; nil for a scheme without one.
  var foldedPlace: String? { pattern.folded.map { $0.module + "." } }

  /// Whether the name `rest` behind the prefix stands in the place of the folded convolution.
  func isInFoldedPlace(_ rest: String) -> Bool { foldedPlace.map { rest.hasPrefix($0) } ?? false }

  /// The branches of `role`.
  func branches(of role: BranchRole) -> [FoundBranch] {
    branches.filter { $0.pattern.role == role }
  }
}

extension Collection<FoundBlock> {
  /// Whether a tensor of a file, by its whole name, stands in the place of a folded convolution of any of the
  /// blocks; the work does not depend on how many there are.
  func testOfFoldedPlaces() -> (String) -> Bool {
    let places = Set(compactMap { block in block.foldedPlace.map { block.name($0) } })
    return { name in name.modulesBefore.contains { places.contains($0) } }
  }
}
