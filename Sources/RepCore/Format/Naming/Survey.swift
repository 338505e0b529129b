/// What the names of a checkpoint say: where its re-parameterizable blocks are, what stands in each, and
/// whether they make up a known network.
struct Survey {
  /// One block's names.
  struct Found {
    /// The block's module, as in the file.
    let prefix: String
    /// The names behind the prefix, counters included.
    var names: Set<String> = []
    /// The scheme that explains them.
    var naming = BlockNaming.official

    /// Whether any tensor stands in the module `module`.
    func has(_ module: String) -> Bool { names.contains { $0.hasPrefix(module + ".") } }
  }

  /// How the blocks belong together.
  enum Arrangement {
    /// The blocks of each stage of a known network, and the module of its classifier.
    case chain([[Found]], layout: NetworkLayout, head: String)
    /// Blocks of a graph that names do not tell, in the order of their names.
    case separate([Found])
  }

  /// Words in front of every block's name, as `module.`.
  let wrapper: String
  let arrangement: Arrangement

  /// Words that packaging puts in front of the names of a network.
  private static let wrappers = ["module.", "_orig_mod.", "model.", "backbone.", "encoder."]

  /// Finds the blocks among `names`, which stand in the order of the file.
  ///
  /// - Throws: `FormatError` when there is none, or blocks of a known network are missing in between.
  init(names: [String]) throws(FormatError) {
    let blocks = Self.blocks(names)
    guard !blocks.isEmpty else {
      throw FormatError(
        .unsupported,
        "holds no re-parameterizable block that is known by its names: "
          + (names.isEmpty ? "it has no tensors" : FormatError.listing(names))
      )
    }
    wrapper = Self.sharedWrapper(of: blocks.map(\.prefix))
    arrangement = try Self.chain(blocks, behind: wrapper, among: names) ?? .separate(blocks)
  }

  /// The blocks whose own words stand in `names`, in the order in which they first do.
  private static func blocks(_ names: [String]) -> [Found] {
    var blocks: [String: Found] = [:]
    var order: [String] = []
    var others: [String] = []
    for name in names {
      guard let (prefix, rest) = anchored(name) else {
        others.append(name)
        continue
      }
      if blocks[prefix] == nil { order.append(prefix) }
      blocks[prefix, default: Found(prefix: prefix)].names.insert(rest)
    }
    blocks = blocks.filter { $0.value.naming(in: []) != nil }
    let heads = Set(blocks.keys)
    let all = Array(blocks.values)
    // Everything else under a block's module belongs to it: the norm after the sum, squeeze-excite.
    for name in others {
      guard let (prefix, rest) = owned(name, by: heads) else { continue }
      blocks[prefix]?.names.insert(rest)
    }
    return order.compactMap { blocks[$0] }.map { found in
      var found = found
      found.naming = found.naming(in: all) ?? .official
      return found
    }
  }

  /// A name split before the first word that only a block has; nil where there is none.
  private static func anchored(_ name: String) -> (prefix: String, rest: String)? {
    let words = name.split(separator: ".", omittingEmptySubsequences: false)
    guard let place = words.firstIndex(where: { anchors.contains($0) }), place > 0,
      place + 1 < words.count
    else { return nil }
    return (words[..<place].joined(separator: "."), words[place...].joined(separator: "."))
  }

  private static let anchors = Set(BlockNaming.all.flatMap(\.anchors).map { Substring($0) })

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
    return nil
  }

  private static func sharedWrapper(of prefixes: [String]) -> String {
    var wrapper = ""
    while let next = wrappers.first(where: { word in
      prefixes.allSatisfy { $0.hasPrefix(wrapper + word) }
    }) { wrapper += next }
    return wrapper
  }
}

// MARK: - Known networks

extension Survey {
  /// The network that all blocks fit into; nil without one, or without a classifier.
  private static func chain(
    _ blocks: [Found],
    behind wrapper: String,
    among names: [String]
  ) throws(FormatError) -> Arrangement? {
    for layout in NetworkLayout.allCases {
      let places = blocks.compactMap { found in
        layout.place(of: String(found.prefix.dropFirst(wrapper.count))).map { ($0, found) }
      }
      guard places.count == blocks.count else { continue }
      for module in layout.heads {
        guard let head = head(module, behind: wrapper, among: names) else { continue }
        return .chain(try stages(places), layout: layout, head: head)
      }
    }
    return nil
  }

  /// The classifier's module: behind the whole wrapper, or behind a part of it, as where a backbone's
  /// name stands in front of the blocks only.
  private static func head(_ head: String, behind wrapper: String, among names: [String]) -> String?
  {
    var prefix = wrapper[...]
    while true {
      let module = prefix + head
      if names.contains(where: { $0.hasPrefix(module + ".") }) { return String(module) }
      guard !prefix.isEmpty else { return nil }
      let end = prefix.dropLast().lastIndex(of: ".").map { prefix.index(after: $0) }
      prefix = prefix[..<(end ?? prefix.startIndex)]
    }
  }

  private static func stages(
    _ places: [(NetworkLayout.Place, Found)]
  ) throws(FormatError) -> [[Found]] {
    var stages: [[Found]] = []
    var expected = NetworkLayout.Place(stage: 0, half: 0, block: 0)
    for (place, found) in places.sorted(by: { $0.0 < $1.0 }) {
      let starts = place.stage == stages.count && place.half == 0 && place.block == 0
      let splits = place.stage == expected.stage && place.half == expected.half + 1
      guard starts || place == expected || splits && place.block == 0 else {
        throw FormatError(.mismatch, "blocks are missing before \(found.prefix)")
      }
      if starts { stages.append([]) }
      stages[place.stage].append(found)
      expected = NetworkLayout.Place(stage: place.stage, half: place.half, block: place.block + 1)
    }
    return stages
  }
}

// MARK: - Which scheme

extension Survey.Found {
  /// The scheme of the block's names; nil when they are of none.
  ///
  /// Some words are shared: a folded block alone cannot tell whose it is, and follows `others` then.
  fileprivate func naming(in others: [Survey.Found]) -> BlockNaming? {
    if let own = BlockNaming.all.first(where: { isTelling($0) }) { return own }
    if let shared = others.lazy.compactMap({ it in
      BlockNaming.all.first { it.isTelling($0) && self.has($0.folded) }
    }).first {
      return shared
    }
    let folded = BlockNaming.all.filter { has($0.folded) }
    // `stages.0.0` is timm's; everything else called reparam_conv is MobileOne's.
    if folded.contains(.mobileOne) {
      let isTimm = prefix == "stem" || prefix.hasSuffix(".stem") || prefix.contains("stages.")
      return isTimm ? .timm : .mobileOne
    }
    return folded.contains(.official) ? .official : folded.first
  }

  /// Whether a name stands here that only this scheme has.
  private func isTelling(_ naming: BlockNaming) -> Bool {
    switch naming {
    case .mobileOne: has("rbr_conv") || has("rbr_scale") || has("rbr_skip")
    case .timmMobileOne: has("conv_kxk.0.conv") || has("conv_kxk.0.bn") || has("conv_scale")
    case .timm: has("conv_kxk") || has("conv_1x1")
    case .superGradients: has("branch_3x3.bn") || has("post_bn")
    case .mmpretrainMobileOne:
      has("branch_conv_list") || has("branch_scale") || has("se.conv1.conv")
    case .mmpretrain: has("branch_3x3") || has("branch_norm") || has("branch_reparam")
    case .sequential: has("rbr_dense.0") || has("rbr_1x1.0")
    default: has("rbr_dense") || has("rbr_1x1") || has("rbr_identity")
    }
  }
}
