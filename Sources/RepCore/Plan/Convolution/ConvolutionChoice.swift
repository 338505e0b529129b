/// How one convolution is computed: the algorithm, and how its work is cut.
enum ConvolutionChoice: Hashable, Sendable {
  case direct
  /// Polyphase along the rows alone, from the pictures themselves.
  case stem
  case winograd(WinogradChoice)

  var family: WinogradFamily? {
    guard case .winograd(let choice) = self else { return nil }
    return choice.family
  }
}

/// How a Winograd convolution is cut.
struct WinogradChoice: Hashable, Sendable {
  let family: WinogradFamily
  /// Output blocks whose products are computed together.
  var groupBlocks: Int
  /// Tiles of a block at most: their values and products should stay in the level-2 cache.
  var tiles: Int
  /// Stripes of rows, each cut into tiles by itself, so that threads get equal shares.
  var stripes = 1
  /// Whether all threads share the transformed input, each multiplying some groups of all tiles; else
  /// each thread does some tile blocks from input to output.
  var isShared: Bool
}

// MARK: - Text

extension ConvolutionChoice: CustomStringConvertible {
  /// `direct`, `stem` or `f4/3/28/2/own`: family, group blocks, tiles, stripes, and who has the values.
  var description: String {
    switch self {
    case .direct: "direct"
    case .stem: "stem"
    case .winograd(let choice):
      "\(choice.family.rawValue)/\(choice.groupBlocks)/\(choice.tiles)/\(choice.stripes)/"
        + (choice.isShared ? "shared" : "own")
    }
  }

  /// Reads what `description` wrote; nil for anything else.
  init?(_ text: String) {
    switch text {
    case "direct": self = .direct
    case "stem": self = .stem
    default:
      guard let choice = WinogradChoice(text) else { return nil }
      self = .winograd(choice)
    }
  }
}

extension WinogradChoice {
  fileprivate init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 5, let family = WinogradFamily(rawValue: String(parts[0])),
      let groupBlocks = Int(parts[1]), (1...4).contains(groupBlocks),
      let tiles = Int(parts[2]), (1...65536).contains(tiles),
      let stripes = Int(parts[3]), (1...65536).contains(stripes),
      parts[4] == "shared" || parts[4] == "own"
    else { return nil }
    self.init(
      family: family,
      groupBlocks: groupBlocks,
      tiles: tiles,
      stripes: stripes,
      isShared: parts[4] == "shared"
    )
  }
}
