// Tiles of stride 1. The points are in the order 0, ∞, a, -a, b, -b, c, -c, so that a smaller tile
// uses the first of them. In the comments x^k stands for input k: the row of a point is the product of
// (x - q) over the other points q.

/// F(1,3), only beside F(2,3).
enum TileF1<Points: WinogradPoints>: WinogradTile {
  static var outputs: Int { 1 }
  static var points: Int { 3 }
  static var evens: Int { 0 }

  @inline(__always)
  static func forward(_ input: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    let a = Points.a
    let middle = input(1)
    emit(0, minus(middle, input(0), a) * a)
    emit(1, minus(input(2), middle, a))
    emit(2, middle * (2 * a))
  }

  @inline(__always)
  static func inverse(_ product: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    emit(0, product(0) + product(1) + product(2))
  }
}

/// F(2,3).
enum TileF2<Points: WinogradPoints>: WinogradTile {
  static var outputs: Int { 2 }
  static var points: Int { 4 }
  static var evens: Int { 0 }

  @inline(__always)
  static func forward(_ input: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    let a = Points.a
    let (first, second) = (input(1), input(2))
    // x² - a², x (x² - a²), x (x ± a)
    emit(0, minus(second, input(0), a * a) * Points.restBehindA(0))
    emit(1, minus(input(3), first, a * a))
    emit(2, plus(second, first, a) * Points.restBehindA(a))
    emit(3, minus(second, first, a) * Points.restBehindA(a))
  }

  @inline(__always)
  static func inverse(_ product: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    let (left, right) = (product(2), product(3))
    emit(0, product(0) + (left + right))
    emit(1, plus(product(1), left - right, Points.a))
  }
}

/// F(3,3), only in the family of F(4,3): points 0, ±a, b.
enum TileF3<Points: WinogradPoints>: WinogradTile {
  static var outputs: Int { 3 }
  static var points: Int { 5 }
  static var evens: Int { 0 }

  @inline(__always)
  static func forward(_ input: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    let (a, b) = (Points.a, Points.b)
    let (one, two, three) = (input(1), input(2), input(3))
    // Shifted by x - b, which all points but b share.
    let shifted0 = minus(one, input(0), b)
    let shifted1 = minus(two, one, b)
    let shifted2 = minus(three, two, b)
    let shifted3 = minus(input(4), three, b)
    emit(0, minus(shifted2, shifted0, a * a) * b)
    emit(1, minus(shifted3, shifted1, a * a))
    emit(2, plus(shifted2, shifted1, a) * (b + a))
    emit(3, minus(shifted2, shifted1, a) * (b - a))
    emit(4, minus(three, one, a * a) * (2 * b))
  }

  @inline(__always)
  static func inverse(_ product: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    let (a, b) = (Points.a, Points.b)
    let (left, right, far) = (product(2), product(3), product(4))
    let (sum, difference) = (left + right, left - right)
    emit(0, product(0) + (sum + far))
    emit(1, plus(far * b, difference, a))
    emit(2, plus(plus(product(1), sum, a * a), far, b * b))
  }
}

/// F(4,3).
enum TileF4<Points: WinogradPoints>: WinogradTile {
  static var outputs: Int { 4 }
  static var points: Int { 6 }
  static var evens: Int { 0 }

  @inline(__always)
  static func forward(_ input: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    let (a, b) = (Points.a, Points.b)
    let (one, two, three, four) = (input(1), input(2), input(3), input(4))
    // Times x² - b², for the points 0, ±a and ∞; times x² - a² for ±b.
    let outer0 = minus(two, input(0), b * b)
    let outer1 = minus(three, one, b * b)
    let outer2 = minus(four, two, b * b)
    let outer3 = minus(input(5), three, b * b)
    let inner1 = minus(three, one, a * a)
    let inner2 = minus(four, two, a * a)
    emit(0, minus(outer2, outer0, a * a) * Points.restBehindB(0))
    emit(1, minus(outer3, outer1, a * a))
    emit(2, plus(outer2, outer1, a) * Points.restBehindB(a))
    emit(3, minus(outer2, outer1, a) * Points.restBehindB(a))
    emit(4, plus(inner2, inner1, b) * Points.restBehindB(b))
    emit(5, minus(inner2, inner1, b) * Points.restBehindB(b))
  }

  @inline(__always)
  static func inverse(_ product: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    let (a, b) = (Points.a, Points.b)
    let (nearSum, nearDifference) = (product(2) + product(3), product(2) - product(3))
    let (farSum, farDifference) = (product(4) + product(5), product(4) - product(5))
    emit(0, product(0) + nearSum + farSum)
    emit(1, plus(farDifference * b, nearDifference, a))
    emit(2, plus(farSum * (b * b), nearSum, a * a))
    emit(3, plus(plus(product(1), farDifference, b * b * b), nearDifference, a * a * a))
  }
}

/// F(6,3).
enum TileF6<Points: WinogradPoints>: WinogradTile {
  static var outputs: Int { 6 }
  static var points: Int { 8 }
  static var evens: Int { 0 }

  @inline(__always)
  static func forward(_ input: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    let (a, b, c) = (Points.a, Points.b, Points.c)
    // Input k and the next of its parity, times (x² - p²)(x² - q²).
    @inline(__always)
    func without(_ p: Float, _ q: Float, _ k: Int) -> Lanes {
      plus(minus(input(k &+ 4), input(k &+ 2), p * p + q * q), input(k), p * p * q * q)
    }
    let (zero, one, two, three) = (
      without(b, c, 0), without(b, c, 1), without(b, c, 2), without(b, c, 3)
    )
    emit(0, minus(two, zero, a * a))
    emit(1, minus(three, one, a * a))
    emit(2, plus(two, one, a))
    emit(3, minus(two, one, a))
    let (oddB, evenB) = (without(a, c, 1), without(a, c, 2))
    emit(4, plus(evenB, oddB, b))
    emit(5, minus(evenB, oddB, b))
    let (oddC, evenC) = (without(a, b, 1), without(a, b, 2))
    emit(6, plus(evenC, oddC, c))
    emit(7, minus(evenC, oddC, c))
  }

  @inline(__always)
  static func inverse(_ product: (Int) -> Lanes, _ emit: (Int, Lanes) -> Void) {
    let (a, b, c) = (Points.a, Points.b, Points.c)
    let (sumA, differenceA) = (product(2) + product(3), product(2) - product(3))
    let (sumB, differenceB) = (product(4) + product(5), product(4) - product(5))
    let (sumC, differenceC) = (product(6) + product(7), product(6) - product(7))
    @inline(__always)
    func even(_ a: Float, _ b: Float, _ c: Float) -> Lanes {
      plus(plus(sumC * c, sumA, a), sumB, b)
    }
    @inline(__always)
    func odd(_ a: Float, _ b: Float, _ c: Float) -> Lanes {
      plus(plus(differenceC * c, differenceA, a), differenceB, b)
    }
    emit(0, product(0) + sumA + sumB + sumC)
    emit(1, odd(a, b, c))
    emit(2, even(a * a, b * b, c * c))
    emit(3, odd(a * a * a, b * b * b, c * c * c))
    emit(4, even(a * a * a * a, b * b * b * b, c * c * c * c))
    emit(5, product(1) + odd(a * a * a * a * a, b * b * b * b * b, c * c * c * c * c))
  }
}
