internal import CPlatform

/// Winograd tiles that share one set of transformed weights.
///
/// A smaller tile uses a part of the points of the largest, so maps of any size are cut into tiles
/// without waste (docs/Guides/MixedTiles.md). The kernels know the points.
enum WinogradFamily: String, Hashable, Sendable, CaseIterable {
  /// F(2,3).
  case f2
  /// F(4,3).
  case f4
  /// F(6,3).
  case f6
  /// Stride 2, two outputs by F(2,2) on the odd samples.
  case p2
  /// Stride 2, four outputs by F(4,2) on the odd samples.
  case p4

  var stride: Int { isPolyphase ? 2 : 1 }
  var isPolyphase: Bool { self == .p2 || self == .p4 }

  /// Outputs of the family's tiles in one dimension, largest first.
  var extents: [Int] {
    switch self {
    case .f2, .p2: [2, 1]
    case .f4, .p4: [4, 3, 2]
    case .f6: [6, 4, 2]
    }
  }

  /// Transformed points of a tile in one dimension.
  func points(of extent: Int) -> Int { isPolyphase ? extent + 1 : extent + 2 }

  /// Points of a row of weights: those of the largest tile and, with stride 2, the middle tap.
  var points: Int { points(of: extents[0]) + (isPolyphase ? 1 : 0) }

  /// Planes of weights.
  var planes: Int { points * points }

  /// Products of a tile in one dimension.
  func products(of extent: Int) -> Int { isPolyphase ? 2 * extent + 1 : extent + 2 }

  var code: cp_winograd_family {
    switch self {
    case .f2: CP_WINOGRAD_F2
    case .f4: CP_WINOGRAD_F4
    case .f6: CP_WINOGRAD_F6
    case .p2: CP_WINOGRAD_P2
    case .p4: CP_WINOGRAD_P4
    }
  }

  var algorithm: Algorithm {
    switch self {
    case .f2: .winogradF2
    case .f4: .winogradF4
    case .f6: .winogradF6
    case .p2: .polyphaseP2
    case .p4: .polyphaseP4
    }
  }
}
