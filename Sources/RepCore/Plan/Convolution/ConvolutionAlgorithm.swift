/// What the user may force: tiles of this size, or the next smaller that fit; where none do, direct.
public enum ConvolutionAlgorithm: String, Hashable, Sendable, CaseIterable {
  /// No transforms, and so the smallest weights.
  case direct
  /// Tiles of two outputs: F(2,3), with stride 2 polyphase tiles of two.
  case winogradF2 = "winograd-f2"
  /// Tiles of four outputs: F(4,3), with stride 2 polyphase tiles of four.
  case winogradF4 = "winograd-f4"
  /// Tiles of six outputs: F(6,3), with stride 2 polyphase tiles of four.
  case winogradF6 = "winograd-f6"

  /// The families to use, the most wanted first.
  var families: [WinogradFamily] {
    switch self {
    case .direct: []
    case .winogradF2: [.f2, .p2]
    case .winogradF4: [.f4, .p4, .f2, .p2]
    case .winogradF6: [.f6, .f4, .p4, .f2, .p2]
    }
  }
}
