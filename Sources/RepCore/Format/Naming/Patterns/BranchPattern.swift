/// A branch of a re-parameterizable block as a code base names it: a chain of linear steps.
struct BranchPattern: Hashable, Sendable {
  /// What it is in a block; nil for a chain that is more than a window with a norm, which is known by
  /// its names but not folded yet.
  let role: BranchRole?
  /// In order of execution.
  let chain: [ChainStep]
  /// Whether there may be several of it, counted from 0.
  var isCounted = false
  /// Whether only this code base has a module of this name.
  var isTelling = true

  /// A convolution and a norm in a module of their own, `P.word.conv` and `P.word.bn`; a convolution without
  /// a norm may also stand in the module itself.
  static func window(
    _ role: BranchRole,
    _ word: String,
    convolution: String = "conv",
    norm: String = "bn",
    isCounted: Bool = false,
    isTelling: Bool = true
  ) -> BranchPattern {
    let module = isCounted ? "\(word).#" : word
    let window: WindowPattern = role == .pointwise ? .point : .block
    return BranchPattern(
      role: role,
      chain: [
        .convolution(["\(module).\(convolution)", module], window), .norm("\(module).\(norm)"),
      ],
      isCounted: isCounted,
      isTelling: isTelling
    )
  }

  /// The identity, of which only its norm has tensors.
  static func identity(_ word: String, isTelling: Bool = true) -> BranchPattern {
    BranchPattern(role: .identity, chain: [.norm(word)], isTelling: isTelling)
  }

  /// A chain that is not folded yet.
  static func unfolded(_ chain: ChainStep..., isTelling: Bool = true) -> BranchPattern {
    BranchPattern(role: nil, chain: chain, isTelling: isTelling)
  }

  /// The first words of all its modules.
  var words: [Substring] {
    chain.flatMap { step -> [String] in
      switch step {
      case .convolution(let modules, _): modules
      case .norm(let module), .scale(let module): [module]
      case .average: []
      }
    }
    .map { $0.prefix { $0 != "." } }
  }

  /// The module that writers give its convolution, and the one of its norm, with `index` for `#`.
  func modules(index: Int) -> BranchModules {
    var modules = BranchModules()
    for step in chain {
      switch step {
      case .convolution: modules.convolution = modules.convolution ?? step.module
      case .norm: modules.norm = modules.norm ?? step.module
      case .average, .scale: continue
      }
    }
    return BranchModules(
      convolution: modules.convolution.map { Self.numbered($0, index) },
      norm: modules.norm.map { Self.numbered($0, index) }
    )
  }

  /// `module` with `index` in place of its `#`.
  static func numbered(_ module: String, _ index: Int) -> String {
    module.contains("#") ? module.replacing("#", with: "\(index)") : module
  }
}

/// Where a branch's tensors stand behind the block's prefix.
struct BranchModules: Hashable, Sendable {
  var convolution: String?
  var norm: String?
}
