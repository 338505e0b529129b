/// How a scheme names the blocks: a table from block to module prefix and back.
enum BlockLayout: Sendable {
  /// `stage0`, `stage1.0`, `stage3.13`.
  case official
  /// `stage0`, `stage1.blocks.0`, `stage3_first.blocks.0`, `stage3_second.blocks.0`.
  case plus
  /// `stem`, `stages.0.0`, `stages.2.13`.
  case timm

  /// A block as found in a name; the second half of a split stage counts behind the first.
  struct Place: Hashable {
    let stage: Int
    /// 0, or 1 in the second half of a split stage.
    let half: Int
    let block: Int
  }

  /// Splits a tensor's name into its block's module, where that block stands, and the rest.
  func split(_ name: String) -> (prefix: String, place: Place, rest: String)? {
    let words = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let (place, used) = place(words), used < words.count else { return nil }
    return (
      words[..<used].joined(separator: "."), place, words[used...].joined(separator: ".")
    )
  }

  private func place(_ words: [String]) -> (Place, used: Int)? {
    switch self {
    case .official:
      guard let stage = number(words[0], after: "stage") else { return nil }
      if words.count > 1, let block = number(words[1]) {
        return (Place(stage: stage, half: 0, block: block), 2)
      }
      return stage == 0 ? (Place(stage: 0, half: 0, block: 0), 1) : nil
    case .plus:
      if words[0] == "stage0" { return (Place(stage: 0, half: 0, block: 0), 1) }
      guard words.count > 2, words[1] == "blocks", let block = number(words[2]) else { return nil }
      let halves = words[0].split(separator: "_", omittingEmptySubsequences: false).map(String.init)
      guard let stage = number(halves[0], after: "stage"), stage > 0 else { return nil }
      switch halves.dropFirst() {
      case []: return (Place(stage: stage, half: 0, block: block), 3)
      case ["first"]: return (Place(stage: stage, half: 0, block: block), 3)
      case ["second"]: return (Place(stage: stage, half: 1, block: block), 3)
      default: return nil
      }
    case .timm:
      if words[0] == "stem" { return (Place(stage: 0, half: 0, block: 0), 1) }
      guard words[0] == "stages", words.count > 2, let stage = number(words[1]),
        let block = number(words[2])
      else { return nil }
      return (Place(stage: stage + 1, half: 0, block: block), 3)
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
