/// How a code base names the blocks and the classifier of a network: a table from module to block.
enum NetworkLayout: CaseIterable, Sendable {
  /// `stage0`, `stage1.0`, `stage3.13`, `linear`: the authors of RepVGG and of MobileOne;
  /// with `head.fc`, mmpretrain's MobileOne.
  case official
  /// `stage0`, `stage1.blocks.0`, `stage3_first.blocks.0`, `stage3_second.blocks.0`, `linear`.
  case plus
  /// `stem`, `stages.0.0`, `stages.2.13`, `head.fc`.
  case timm
  /// `stem`, `stage_1.0`, `stage_3.13`, `head.fc`.
  case mmpretrain

  /// A block as found in a name; the second half of a split stage counts behind the first.
  struct Place: Hashable, Comparable {
    let stage: Int
    /// 0, or 1 in the second half of a split stage.
    let half: Int
    let block: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.stage, left.half, left.block) < (right.stage, right.half, right.block)
    }
  }

  /// The module of the classifier; the first is the usual one.
  var heads: [String] {
    switch self {
    case .official: ["linear", "head.fc"]
    case .plus: ["linear"]
    case .timm, .mmpretrain: ["head.fc"]
    }
  }

  /// What the layout is called where the blocks' own names do not say it.
  var title: String? { self == .plus ? "plus" : nil }

  /// Where the block in the module `prefix` stands.
  func place(of prefix: String) -> Place? {
    let words = prefix.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch self {
    case .official:
      if words == ["stage0"] { return Place(stage: 0, half: 0, block: 0) }
      guard words.count == 2, let stage = number(words[0], after: "stage"),
        let block = number(words[1])
      else { return nil }
      return Place(stage: stage, half: 0, block: block)
    case .plus:
      if words == ["stage0"] { return Place(stage: 0, half: 0, block: 0) }
      guard words.count == 3, words[1] == "blocks", let block = number(words[2]) else { return nil }
      let halves = words[0].split(separator: "_", omittingEmptySubsequences: false).map(String.init)
      guard let stage = number(halves[0], after: "stage"), stage > 0 else { return nil }
      switch halves.dropFirst() {
      case [], ["first"]: return Place(stage: stage, half: 0, block: block)
      case ["second"]: return Place(stage: stage, half: 1, block: block)
      default: return nil
      }
    case .timm:
      if words == ["stem"] { return Place(stage: 0, half: 0, block: 0) }
      guard words.count == 3, words[0] == "stages", let stage = number(words[1]),
        let block = number(words[2])
      else { return nil }
      return Place(stage: stage + 1, half: 0, block: block)
    case .mmpretrain:
      if words == ["stem"] { return Place(stage: 0, half: 0, block: 0) }
      guard words.count == 2, let stage = number(words[0], after: "stage_"), stage > 0,
        let block = number(words[1])
      else { return nil }
      return Place(stage: stage, half: 0, block: block)
    }
  }

  /// A plain decimal number of at most five digits behind `prefix`.
  private func number(_ word: String, after prefix: String = "") -> Int? {
    guard word.hasPrefix(prefix) else { return nil }
    let digits = word.dropFirst(prefix.count)
    guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(digits)
  }
}
