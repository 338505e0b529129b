/// How much rounding a plan may add.
///
/// Tiles of six lose about four times what tiles of four lose (docs/Guides/Winograd.md), and the errors of
/// layers add up: with them, a random RepVGG-D2se of 48 layers was off by 3e-4 of its largest logit, with
/// tiles of four by 1e-4, which is what a whole network may be off. Shorter chains of additions halve that
/// (docs/Guides/Packing.md).
enum PlanAccuracy: String, Hashable, Sendable, CaseIterable {
  case shallow
  case deep

  private static let mostBlocks = 32
  /// Most input blocks of one chain: what the usual networks have before their last stage.
  private static let mostChained = 12
  /// Least chains in a deep network.
  private static let deepChunks = 5

  init(_ network: Network) {
    self = network.blocks.count <= Self.mostBlocks ? .shallow : .deep
  }

  func admits(_ family: WinogradFamily) -> Bool {
    self == .shallow || (family != .f6 && family != .f4f6)
  }

  /// Chains of additions into which Winograd's products of `depth` input blocks are cut.
  func chunks(_ depth: Int) -> Int {
    let plain = (depth + Self.mostChained - 1) / Self.mostChained
    return self == .shallow ? plain : max(plain, min(depth, Self.deepChunks))
  }
}
