// Tiles of stride 2: F(m,2) on the odd samples and the even samples as they are. The points are in the
// order ∞, a, -a, b, -b, the even samples follow. In the comments x^k stands for odd sample k.

/// One output, only beside the tile of two.
enum TileP1<Points: WinogradPoints>: WinogradTile {
  static var outputs: Int { 1 }
  static var points: Int { 2 }
  static var evens: Int { 1 }

  @inline(__always)
  static func forward(_ input: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    let first = input(0)
    emit(0, minus(input(1), first, Points.a))
    emit(1, first * (2 * Points.a))
  }

  @inline(__always)
  static func inverse(_ product: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    emit(0, product(0) + product(1) + product(2))
  }
}

/// Two outputs.
enum TileP2<Points: WinogradPoints>: WinogradTile {
  static var outputs: Int { 2 }
  static var points: Int { 3 }
  static var evens: Int { 2 }

  @inline(__always)
  static func forward(_ input: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    let a = Points.a
    let (zero, one) = (input(0), input(1))
    // x² - a², x ± a
    emit(0, minus(input(2), zero, a * a))
    emit(1, plus(one, zero, a) * Points.restBehindA(a))
    emit(2, minus(one, zero, a) * Points.restBehindA(a))
  }

  @inline(__always)
  static func inverse(_ product: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    let (left, right) = (product(1), product(2))
    emit(0, left + right + product(3))
    emit(1, plus(product(0) + product(4), left - right, Points.a))
  }
}

/// Three outputs, only in the family of four: points ±a, b.
enum TileP3<Points: WinogradPoints>: WinogradTile {
  static var outputs: Int { 3 }
  static var points: Int { 4 }
  static var evens: Int { 3 }

  @inline(__always)
  static func forward(_ input: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    let (a, b) = (Points.a, Points.b)
    let (zero, one, two) = (input(0), input(1), input(2))
    // Shifted by x - b, which all points but b share.
    let shifted0 = minus(one, zero, b)
    let shifted1 = minus(two, one, b)
    let shifted2 = minus(input(3), two, b)
    emit(0, minus(shifted2, shifted0, a * a))
    emit(1, plus(shifted1, shifted0, a) * (b + a))
    emit(2, minus(shifted1, shifted0, a) * (b - a))
    emit(3, minus(two, zero, a * a) * (2 * b))
  }

  @inline(__always)
  static func inverse(_ product: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    let (a, b) = (Points.a, Points.b)
    let (left, right, far) = (product(1), product(2), product(3))
    let (sum, difference) = (left + right, left - right)
    emit(0, sum + far + product(4))
    emit(1, plus(plus(product(5), difference, a), far, b))
    emit(2, plus(plus(product(0) + product(6), sum, a * a), far, b * b))
  }
}

/// Four outputs.
enum TileP4<Points: WinogradPoints>: WinogradTile {
  static var outputs: Int { 4 }
  static var points: Int { 5 }
  static var evens: Int { 4 }

  @inline(__always)
  static func forward(_ input: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    let (a, b) = (Points.a, Points.b)
    let (zero, one, two, three) = (input(0), input(1), input(2), input(3))
    // Times x² - b², for the points ±a and ∞; times x² - a² for ±b.
    let outer0 = minus(two, zero, b * b)
    let outer1 = minus(three, one, b * b)
    let outer2 = minus(input(4), two, b * b)
    let inner0 = minus(two, zero, a * a)
    let inner1 = minus(three, one, a * a)
    emit(0, minus(outer2, outer0, a * a))
    emit(1, plus(outer1, outer0, a))
    emit(2, minus(outer1, outer0, a))
    emit(3, plus(inner1, inner0, b))
    emit(4, minus(inner1, inner0, b))
  }

  @inline(__always)
  static func inverse(_ product: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    let (a, b) = (Points.a, Points.b)
    let (nearSum, nearDifference) = (product(1) + product(2), product(1) - product(2))
    let (farSum, farDifference) = (product(3) + product(4), product(3) - product(4))
    emit(0, nearSum + farSum + product(5))
    emit(1, plus(plus(product(6), nearDifference, a), farDifference, b))
    emit(2, plus(plus(product(7), nearSum, a * a), farSum, b * b))
    emit(
      3,
      plus(
        plus(product(0) + product(8), nearDifference, a * a * a),
        farDifference,
        b * b * b
      )
    )
  }
}
