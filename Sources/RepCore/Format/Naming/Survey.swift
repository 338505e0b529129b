/// What the names of a checkpoint say: which scheme it follows and what stands in each block.
struct Survey {
  /// The names of one block's tensors, behind its prefix.
  struct Found {
    let prefix: String
    var names: Set<String>

    /// Whether any tensor stands in the module `module`.
    func has(_ module: String) -> Bool { names.contains { $0.hasPrefix(module + ".") } }
  }

  let naming: Naming
  /// The words in front of every name, as `module.`.
  let prefix: String
  /// The blocks of each stage, in order of execution.
  let stages: [[Found]]

  /// Wrappers that put a word in front of every name of a network.
  private static let wrappers = ["module.", "_orig_mod.", "model.", "backbone.", "encoder."]

  /// Finds the scheme that explains the most names.
  ///
  /// - Throws: `FormatError` when none explains any, or blocks are missing in between.
  init(names: [String]) throws(FormatError) {
    let prefix = Self.sharedPrefix(of: names)
    let bare = names.map { String($0.dropFirst(prefix.count)) }
    let scores = Naming.all.map { naming in
      bare.count { naming.layout.split($0).map { naming.knows($0.rest) } ?? false }
    }
    guard let best = scores.max(), best > 0, let index = scores.firstIndex(of: best) else {
      throw FormatError(
        .unsupported,
        "is no RepVGG that is known by its names: "
          + (names.isEmpty ? "it holds no tensors" : FormatError.listing(names))
          + "; official and timm names are read"
      )
    }
    naming = Naming.all[index]
    self.prefix = prefix
    stages = try Self.stages(of: bare, by: naming)
  }

  private static func sharedPrefix(of names: [String]) -> String {
    var prefix = ""
    while let next = wrappers.first(where: { word in
      !names.isEmpty && names.allSatisfy { $0.hasPrefix(prefix + word) }
    }) { prefix += next }
    return prefix
  }

  private static func stages(
    of names: [String],
    by naming: Naming
  ) throws(FormatError) -> [[Found]] {
    var blocks: [BlockLayout.Place: Found] = [:]
    for name in names {
      guard let (prefix, place, rest) = naming.layout.split(name), naming.knows(rest) else {
        continue
      }
      let found = blocks[place, default: Found(prefix: prefix, names: [])]
      // A second spelling of the same block stays behind and is reported as unknown.
      guard found.prefix == prefix else { continue }
      blocks[place, default: found].names.insert(rest)
    }
    var stages: [[Found]] = []
    var expected = BlockLayout.Place(stage: 0, half: 0, block: 0)
    for (place, found) in blocks.sorted(by: { $0.key < $1.key }) {
      let starts = place.stage == stages.count && place.half == 0 && place.block == 0
      let splits = place.stage == expected.stage && place.half == expected.half + 1
      guard starts || place == expected || splits && place.block == 0 else {
        throw FormatError(.mismatch, "blocks are missing before \(found.prefix)")
      }
      if starts { stages.append([]) }
      stages[place.stage].append(found)
      expected = BlockLayout.Place(stage: place.stage, half: place.half, block: place.block + 1)
    }
    return stages
  }
}

extension Naming {
  /// Whether `rest`, a name inside a block, stands in a module of this scheme.
  func knows(_ rest: String) -> Bool {
    [dense, pointwise, identity, folded, reduce, expand, postNorm].contains {
      rest.hasPrefix($0 + ".")
    }
  }

  /// Whether a tensor that the network does not need may stand there all the same: the counters of
  /// batch norms, and the classifiers that RepVGGplus uses in training only.
  static func isWithoutMeaning(_ name: String) -> Bool {
    name.hasSuffix(".num_batches_tracked")
      || ["stage1_aux.", "stage2_aux.", "stage3_first_aux."].contains { name.hasPrefix($0) }
  }
}

extension BlockLayout.Place: Comparable {
  static func < (left: BlockLayout.Place, right: BlockLayout.Place) -> Bool {
    (left.stage, left.half, left.block) < (right.stage, right.half, right.block)
  }
}
