/// The finite points of a family: 0 (stride 1 only), ±a, ±b, ±c, as many as its largest tile needs.
///
/// All are exact in binary, and so are the products of them below. A smaller tile of the family uses
/// the first of the points, and so a part of the same transformed weights: what its own weights would
/// lack, the product of the distances to the points left out, is put on its inputs (`rest`).
protocol WinogradPoints {
  static var a: Float { get }
  static var b: Float { get }
  static var c: Float { get }
  /// Finite points of the largest tile.
  static var count: Int { get }
}

extension WinogradPoints {
  /// The distances of `point` to ±b and ±c, where the family has them, multiplied.
  @inline(__always)
  static func restBehindA(_ point: Float) -> Float {
    let square = point * point
    return (count > 3 ? square - b * b : 1) * (count > 5 ? square - c * c : 1)
  }

  /// The same for ±c alone.
  @inline(__always)
  static func restBehindB(_ point: Float) -> Float {
    count > 5 ? point * point - c * c : 1
  }

  /// The finite point of number `index`; stride 1 begins with 0, stride 2 with a.
  @inline(__always)
  static func point(_ index: Int, hasZero: Bool) -> Float {
    let place = hasZero ? index - 1 : index
    if place < 0 { return 0 }
    let size = place < 2 ? a : place < 4 ? b : c
    return place & 1 == 0 ? size : -size
  }
}

/// F(2,3): 0, ±1.
enum PointsF2: WinogradPoints {
  static var a: Float { 1 }
  static var b: Float { 0 }
  static var c: Float { 0 }
  static var count: Int { 3 }
}

/// F(4,3): 0, ±5/8, ±3/2, which lose half of what 0, ±1, ±2 lose.
enum PointsF4: WinogradPoints {
  static var a: Float { 0.625 }
  static var b: Float { 1.5 }
  static var c: Float { 0 }
  static var count: Int { 5 }
}

/// F(6,3): 0, ±1, ±2, ±1/2.
enum PointsF6: WinogradPoints {
  static var a: Float { 1 }
  static var b: Float { 2 }
  static var c: Float { 0.5 }
  static var count: Int { 7 }
}

/// F(2,2) on the odd samples of stride 2: ±1.
enum PointsP2: WinogradPoints {
  static var a: Float { 1 }
  static var b: Float { 0 }
  static var c: Float { 0 }
  static var count: Int { 2 }
}

/// F(4,2) on the odd samples of stride 2: ±1/2, ±3/2.
enum PointsP4: WinogradPoints {
  static var a: Float { 0.5 }
  static var b: Float { 1.5 }
  static var c: Float { 0 }
  static var count: Int { 4 }
}
