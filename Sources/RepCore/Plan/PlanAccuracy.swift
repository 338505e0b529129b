/// How much rounding a plan may add.
///
/// Tiles of six lose about four times what tiles of four lose (docs/Guides/Winograd.md), and the errors of
/// layers add up: with them, a random RepVGG-D2se of 48 layers was off by 3e-4 of its largest logit, with
/// tiles of four by 1e-4, which is what a whole network may be off.
enum PlanAccuracy: String, Hashable, Sendable {
  case shallow
  case deep

  private static let mostBlocks = 32

  init(_ network: Network) {
    self = network.blocks.count <= Self.mostBlocks ? .shallow : .deep
  }

  func admits(_ family: WinogradFamily) -> Bool {
    self == .shallow || (family != .f6 && family != .f4f6)
  }
}
