import Testing

@testable import RepCore

@Suite("A fraction")
struct RationalTests {
  @Test("is kept in lowest terms, with the sign above the line")
  func lowestTerms() {
    for (numerator, denominator, words) in [
      (6, 4, "3/2"), (-6, 4, "-3/2"), (6, -4, "-3/2"), (-6, -4, "3/2"), (0, -7, "0"), (8, 4, "2"),
      (-119, 64, "-119/64"),
    ] {
      let found = Rational(numerator, denominator)
      #expect("\(found)" == words, "\(numerator)/\(denominator)")
      #expect(found.denominator > 0, "\(numerator)/\(denominator)")
    }
  }

  @Test("is added, subtracted, multiplied, inverted and ordered as fractions are")
  func arithmetic() {
    let (half, third) = (Rational(1, 2), Rational(-1, 3))
    #expect(half + third == Rational(1, 6))
    #expect(half - third == Rational(5, 6))
    #expect(half * third == Rational(-1, 6))
    #expect(third.inverse == -3)
    #expect(third < half && third.magnitude == Rational(1, 3))
    #expect(Rational(5, 8).double == 0.625)
  }
}
