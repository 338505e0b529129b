/// Winograd tiles of one dimension that share one set of transformed weights.
///
/// A smaller tile uses a part of the points of the largest, so lengths of any size are cut into tiles
/// without waste (docs/Guides/MixedTiles.md). The kernels know the points.
public enum TileFamily: Hashable, Sendable {
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

  /// Whether it is for stride 2, where even samples are not transformed.
  public var isPolyphase: Bool { self == .p2 || self == .p4 }

  /// Outputs of the family's tiles, largest first.
  public var extents: [Int] {
    switch self {
    case .f2, .p2: [2, 1]
    case .f4, .p4: [4, 3, 2]
    case .f6: [6, 4, 2]
    }
  }

  /// Transformed points of a tile.
  func points(of extent: Int) -> Int { isPolyphase ? extent + 1 : extent + 2 }

  /// Points of the weights: those of the largest tile and, with stride 2, the middle tap.
  var points: Int { points(of: extents[0]) + (isPolyphase ? 1 : 0) }

  /// Products of a tile.
  func products(of extent: Int) -> Int { isPolyphase ? 2 * extent + 1 : extent + 2 }
}
