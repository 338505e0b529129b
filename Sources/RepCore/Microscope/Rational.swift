/// A fraction in lowest terms, so that an entry of a matrix is what it is: 1/4 or -119/64.
///
/// For the few small numbers of Winograd's matrices: numerators and denominators stay far within an `Int`, and what
/// would not ends the program.
public struct Rational: Sendable {
  /// Above the line, with the sign.
  public let numerator: Int
  /// Below the line, above zero.
  public let denominator: Int

  /// `numerator / denominator` in lowest terms; `denominator` is not zero.
  public init(_ numerator: Int, _ denominator: Int = 1) {
    precondition(denominator != 0, "\(numerator) over zero is no number")
    let divisor = Rational.commonDivisor(numerator.magnitude, denominator.magnitude)
    let sign = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  private static func commonDivisor(_ left: UInt, _ right: UInt) -> Int {
    var (larger, smaller) = (left, right)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return Int(larger)
  }

  /// The nearest double, which is the number itself where the denominator is a power of two.
  public var double: Double { Double(numerator) / Double(denominator) }

  /// One over the number, which is not zero.
  public var inverse: Rational { Rational(denominator, numerator) }
}

extension Rational: Hashable, Comparable {
  /// The order of the numbers.
  public static func < (left: Rational, right: Rational) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension Rational: SignedNumeric {
  /// A whole number.
  public init(integerLiteral value: Int) { self.init(value) }

  /// A whole number; nil for one that no `Int` holds.
  public init?(exactly source: some BinaryInteger) {
    guard let value = Int(exactly: source) else { return nil }
    self.init(value)
  }

  /// The number without its sign.
  public var magnitude: Rational { Rational(abs(numerator), denominator) }

  /// The exact sum.
  public static func + (left: Rational, right: Rational) -> Rational {
    Rational(
      left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator
    )
  }

  /// The exact difference.
  public static func - (left: Rational, right: Rational) -> Rational {
    left + Rational(-right.numerator, right.denominator)
  }

  /// The exact product.
  public static func * (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  /// Multiplies in place.
  public static func *= (left: inout Rational, right: Rational) { left = left * right }
}

extension Rational: CustomStringConvertible {
  /// `3`, `-119/64`.
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}
