/// Tries a pattern on the tensors behind one prefix.
struct BlockMatcher {
  let set: CheckpointSet
  let prefix: String

  /// What `pattern` explains behind the prefix; nil unless that is a block of it, as the shapes tell or as is
  /// known already.
  func match(_ pattern: BlockPattern, isKnown: Bool = false) -> FoundBlock? {
    let branches = pattern.branches.flatMap { find($0) }
    let folded = pattern.folded.flatMap { find($0) }
    let isTold =
      branches.contains { $0.pattern.isTelling && isSound($0) }
      || pattern.folded?.isTelling == true && folded != nil
      || branches.contains { $0.pattern.isTelling } && branches.count > 1
    guard isTold || isKnown && folded != nil || isPair(branches, of: pattern) else { return nil }
    return FoundBlock(
      prefix: prefix,
      pattern: pattern,
      branches: branches,
      folded: folded,
      explained: explained(pattern, branches, folded)
    )
  }

  // MARK: - Branches

  private func find(_ pattern: BranchPattern) -> [FoundBranch] {
    // One more than a block may have, so that a long list of names takes no long time.
    let most = pattern.isCounted ? ArchitectureLimits.branches + 1 : 1
    var found: [FoundBranch] = []
    for index in 0..<most {
      let modules = modules(pattern, index)
      guard modules != BranchModules() else { break }
      found.append(FoundBranch(pattern: pattern, index: index, modules: modules))
    }
    return found
  }

  /// The modules of a branch's first convolution and first norm that are there.
  private func modules(_ pattern: BranchPattern, _ index: Int) -> BranchModules {
    var modules = BranchModules()
    for step in pattern.chain {
      switch step {
      case .convolution(let candidates, _) where modules.convolution == nil:
        modules.convolution = candidates.lazy.map { BranchPattern.numbered($0, index) }
          .first { has("\($0).weight") }
      case .norm(let candidate) where modules.norm == nil:
        let module = BranchPattern.numbered(candidate, index)
        modules.norm = hasNorm(module) ? module : nil
      case .scale(let candidate) where modules.norm == nil:
        modules.norm = has("\(candidate).weight") ? candidate : nil
      default: continue
      }
    }
    return modules
  }

  private func find(_ folded: BlockPattern.Folded) -> BranchModules? {
    if isKernel("\(folded.module).weight") {
      return BranchModules(convolution: folded.module)
    }
    let (convolution, norm) = (
      "\(folded.module).\(folded.convolution)", "\(folded.module).\(folded.norm)"
    )
    guard isKernel("\(convolution).weight") else { return nil }
    return BranchModules(convolution: convolution, norm: hasNorm(norm) ? norm : nil)
  }

  // MARK: - What tells a block

  /// Whether a branch's tensors have the ranks that its pattern says.
  private func isSound(_ branch: FoundBranch) -> Bool {
    guard let convolution = branch.modules.convolution else {
      return branch.modules.norm.map { hasNorm($0) } ?? false
    }
    return isKernel("\(convolution).weight")
  }

  /// Whether names that other code has too are a block by the shapes behind them: several windows of
  /// different sizes over the same channels, each with a norm where the pattern has one.
  private func isPair(_ branches: [FoundBranch], of pattern: BlockPattern) -> Bool {
    guard !pattern.branches.contains(where: \.isTelling) else { return false }
    let kernels = branches.compactMap { branch in
      branch.modules.convolution.flatMap { extents("\($0).weight") }
    }
    guard kernels.count >= 2, kernels.allSatisfy({ $0.count == 4 }),
      Set(kernels.map { [$0[0], $0[1]] }).count == 1, let first = kernels.first, first[2] > 1,
      kernels.dropFirst().allSatisfy({ $0[2] < first[2] })
    else { return false }
    guard pattern.branches.allSatisfy({ $0.role != nil }) else { return true }
    return branches.allSatisfy { $0.modules.norm != nil }
  }

  // MARK: - Names

  private func explained(
    _ pattern: BlockPattern,
    _ branches: [FoundBranch],
    _ folded: BranchModules?
  ) -> Set<String> {
    var names: Set<String> = []
    func add(_ module: String?, _ leaves: [String]) {
      guard let module else { return }
      for leaf in leaves where has("\(module).\(leaf)") { names.insert("\(module).\(leaf)") }
    }
    for modules in branches.map(\.modules) + [folded].compactMap(\.self) {
      add(modules.convolution, Self.map)
      add(modules.norm, Self.norm)
    }
    for step in branches.flatMap(\.pattern.chain) {
      if case .scale(let module) = step { add(module, Self.map) }
    }
    add(pattern.postNorm, Self.norm)
    for gate in pattern.gates {
      add(gate.reduce, Self.map)
      add(gate.expand, Self.map)
    }
    if let factor = pattern.factor, has(factor) { names.insert(factor) }
    return names
  }

  private static let map = ["weight", "bias"]
  private static let norm = ["weight", "bias", "running_mean", "running_var"]

  private func hasNorm(_ module: String) -> Bool {
    let leaves = Self.norm.filter { has("\(module).\($0)") }
    // A bare convolution has a weight and a bias, too.
    return leaves.contains { $0.hasPrefix("running_") }
      || leaves.first.map { extents("\(module).\($0)")?.count == 1 } ?? false
  }

  private func has(_ rest: String) -> Bool {
    let name = prefix.isEmpty ? rest : "\(prefix).\(rest)"
    return set.checkpoint.tensors[name] != nil || set.checkpoint.opaque[name] != nil
  }

  /// Whether a tensor of four axes is there, or one of a type that tells no axes.
  private func isKernel(_ rest: String) -> Bool {
    extents(rest).map { $0.count == 4 } ?? has(rest)
  }

  private func extents(_ rest: String) -> [Int]? {
    set.checkpoint.tensors[prefix.isEmpty ? rest : "\(prefix).\(rest)"]?.shape
  }
}
