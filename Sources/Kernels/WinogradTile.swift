/// One dimension of a Winograd tile: Cook and Toom's algorithm for a few outputs of a three-tap kernel.
///
/// With stride 1, F(m,3) of Lavin and Gray (arXiv 1509.09308) makes m outputs from m + 2 inputs by m + 2
/// products, one for each point. With stride 2 the odd samples are a two-tap convolution, F(m,2) with
/// m + 1 products, and the m even samples meet the middle tap alone (docs/Guides/Polyphase.md).
protocol WinogradTile {
  /// m.
  static var outputs: Int { get }
  /// Products behind a transform.
  static var points: Int { get }
  /// Products of even samples, which no transform touches; 0 for stride 1.
  static var evens: Int { get }

  /// `emit(p, value)` for each point p; `input(i)` is the i-th sample, with stride 2 the i-th odd one.
  static func forward(_ input: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void)

  /// `emit(i, output)` for each output; `product(p)` counts the points, then the even samples.
  static func inverse(_ product: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void)
}

extension WinogradTile {
  static var stride: Int { evens > 0 ? 2 : 1 }
  /// Products in all.
  static var products: Int { points &+ evens }
}

/// The tiles of one dimension that share one set of transformed weights, and the points of the largest.
protocol WinogradFamily {
  associatedtype Large: WinogradTile
  associatedtype Middle: WinogradTile
  associatedtype Small: WinogradTile
  associatedtype Points: WinogradPoints
}

extension WinogradFamily {
  static var stride: Int { Large.stride }
}

enum FamilyF2: WinogradFamily {
  typealias Points = PointsF2
  typealias Large = TileF2<Points>
  typealias Middle = TileF1<Points>
  typealias Small = TileF1<Points>
}

enum FamilyF4: WinogradFamily {
  typealias Points = PointsF4
  typealias Large = TileF4<Points>
  typealias Middle = TileF3<Points>
  typealias Small = TileF2<Points>
}

enum FamilyF6: WinogradFamily {
  typealias Points = PointsF6
  typealias Large = TileF6<Points>
  typealias Middle = TileF4<Points>
  typealias Small = TileF2<Points>
}

enum FamilyP2: WinogradFamily {
  typealias Points = PointsP2
  typealias Large = TileP2<Points>
  typealias Middle = TileP1<Points>
  typealias Small = TileP1<Points>
}

enum FamilyP4: WinogradFamily {
  typealias Points = PointsP4
  typealias Large = TileP4<Points>
  typealias Middle = TileP3<Points>
  typealias Small = TileP2<Points>
}

/// `sum + value * factor` with one rounding where the CPU has it.
@inline(__always)
func plus(_ sum: Lanes, _ value: Lanes, _ factor: Float) -> Lanes {
  #if KERNELS_V3 || KERNELS_V4 || arch(arm64)
    sum.addingProduct(value, Lanes(repeating: factor))
  #else
    sum + value * factor
  #endif
}

/// `sum - value * factor`.
@inline(__always)
func minus(_ sum: Lanes, _ value: Lanes, _ factor: Float) -> Lanes { plus(sum, value, -factor) }

/// `body(0)`, `body(1)` … `body(count - 1)` written out, for a `count` up to 9 that the compiler knows:
/// vectors in an array stay in registers only where every index is a constant.
@inline(__always)
func unrolled(_ count: Int, _ body: (Int) -> Void) {
  if count > 0 { body(0) }
  if count > 1 { body(1) }
  if count > 2 { body(2) }
  if count > 3 { body(3) }
  if count > 4 { body(4) }
  if count > 5 { body(5) }
  if count > 6 { body(6) }
  if count > 7 { body(7) }
  if count > 8 { body(8) }
}
