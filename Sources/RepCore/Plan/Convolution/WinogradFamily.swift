internal import CPlatform

/// Winograd tiles of two dimensions: a family for the rows and one for the columns.
///
/// Tiles of six save the most products and have the most weights. Where weights come from memory in every
/// run, six in one dimension and four in the other may be the best of both.
public enum WinogradFamily: String, Hashable, Sendable, CaseIterable {
  /// F(2,3).
  case f2
  /// F(4,3).
  case f4
  /// F(6,3).
  case f6
  /// Stride 2, two outputs.
  case p2
  /// Stride 2, four outputs.
  case p4
  /// F(4,3) for the rows, F(6,3) for the columns.
  case f4f6
  /// Stride 2, four outputs for the rows and two for the columns.
  case p4p2

  /// The tiles of the rows.
  public var rows: TileFamily { tiles.rows }
  /// The tiles of the columns.
  public var columns: TileFamily { tiles.columns }

  /// The stride of the convolutions that it is for.
  public var stride: Int { rows.isPolyphase ? 2 : 1 }

  /// Planes of weights.
  var planes: Int { rows.points * columns.points }

  /// The number that the kernels know it by.
  var code: Int { Int(names.code) }
  /// What a step of it is called.
  public var algorithm: Algorithm { names.algorithm }

  private var tiles: (rows: TileFamily, columns: TileFamily) {
    switch self {
    case .f2: (.f2, .f2)
    case .f4: (.f4, .f4)
    case .f6: (.f6, .f6)
    case .p2: (.p2, .p2)
    case .p4: (.p4, .p4)
    case .f4f6: (.f4, .f6)
    case .p4p2: (.p4, .p2)
    }
  }

  private var names: (code: Int32, algorithm: Algorithm) {
    switch self {
    case .f2: (CP_WINOGRAD_F2, .winogradF2)
    case .f4: (CP_WINOGRAD_F4, .winogradF4)
    case .f6: (CP_WINOGRAD_F6, .winogradF6)
    case .p2: (CP_WINOGRAD_P2, .polyphaseP2)
    case .p4: (CP_WINOGRAD_P4, .polyphaseP4)
    case .f4f6: (CP_WINOGRAD_F4_F6, .winogradF4F6)
    case .p4p2: (CP_WINOGRAD_P4_P2, .polyphaseP4P2)
    }
  }
}
