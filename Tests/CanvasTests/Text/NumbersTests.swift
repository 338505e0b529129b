import Canvas
import Testing

@Suite struct NumbersTests {
  @Test func `Fixed digits are rounded and keep their zeros`() {
    #expect(Numbers.fixed(1.005, 1) == "1.0")
    #expect(Numbers.fixed(0.0449, 2) == "0.04")
    #expect(Numbers.fixed(-0.001, 2) == "0.00")
    #expect(Numbers.fixed(-12.5, 0) == "-13")
    #expect(Numbers.fixed(41.16, 1) == "41.2")
    #expect(Numbers.fixed(1e300, 2) == "1e+300")
  }

  @Test func `What is not finite is written the same everywhere`() {
    for value in [Double.nan, -Double.nan] {
      #expect(Numbers.fixed(value, 2) == "NaN" && Numbers.signed(value, 3) == "NaN")
      #expect(Numbers.scientific(value) == "NaN" && Numbers.significant(value) == "NaN")
      #expect(Numbers.compact(value, columns: 5) == "NaN")
    }
    #expect(Numbers.fixed(-.infinity, 1) == "-inf" && Numbers.signed(.infinity, 3) == "+inf")
    #expect(Numbers.scientific(.infinity) == "inf" && Numbers.significant(-.infinity) == "-inf")
    #expect(Numbers.compact(.infinity, columns: 5) == "+inf")
  }

  @Test func `Signed numbers always show a sign`() {
    #expect(Numbers.signed(0.1214, 3) == "+0.121")
    #expect(Numbers.signed(-0.061, 3) == "-0.061")
    #expect(Numbers.signed(-0.00001, 3) == "+0.000")
    #expect(Numbers.signed(123.456, columns: 6) == "+123.5")
    #expect(Numbers.signed(-1e12, columns: 6) == "-big")
  }

  @Test func `Narrow numbers give up the zero before the point first`() {
    #expect(Numbers.compact(-0.0714, columns: 6) == "-0.071")
    #expect(Numbers.compact(-0.0714, columns: 5) == "-.071")
    #expect(Numbers.compact(1.1673, columns: 5) == "+1.17")
    #expect(Numbers.compact(-12.346, columns: 5) == "-12.3")
    #expect(Numbers.compact(-0.00001, columns: 6) == "-1e-5")
    #expect(Numbers.compact(0.00032, columns: 5) == "+3e-4")
    #expect(Numbers.compact(0.00051, columns: 6) == "+0.001")
    #expect(Numbers.compact(-2e-12, columns: 6) == "-2e-12")
    #expect(Numbers.compact(-2e-12, columns: 5) == "-.000")
    #expect(Numbers.compact(0, columns: 6) == "0")
  }

  @Test func `Significant numbers keep three digits at any size`() {
    let numbers = [0.1634, 0.012345, 0.0012345, 4.12e-5, -1.0, 12.34, 99.96, 1234, 54321, 0.9999]
    #expect(
      numbers.map(Numbers.significant) == [
        "0.163", "0.0123", "0.00123", "4.12e-05", "-1.00", "12.3", "100", "1234", "5.43e+04",
        "1.00",
      ]
    )
    #expect(Numbers.significant(0) == "0")
  }

  @Test func `Engineering keeps three digits`() {
    #expect(Numbers.engineering(9_108_968) == "9.11M")
    #expect(Numbers.engineering(1_361_000_000) == "1.36G")
    #expect(Numbers.engineering(384) == "384")
    #expect(Numbers.engineering(46_600) == "46.6k")
    #expect(Numbers.engineering(999_600) == "1.00M")
    #expect(Numbers.engineering(999_400) == "999k")
    #expect(Numbers.engineering(0) == "0")
  }

  @Test func `Sizes and times have sensible units`() {
    #expect(Numbers.bytes(512) == "512 B")
    #expect(Numbers.bytes(33_237_536) == "31.7 MiB")
    #expect(Numbers.bytes(1024) == "1.00 KiB")
    #expect(Numbers.duration(seconds: 0.00121) == "1.21 ms")
    #expect(Numbers.duration(seconds: 41.2e-6) == "41.2 µs")
    #expect(Numbers.duration(seconds: 41.2e-6, glyphs: .ascii) == "41.2 us")
    #expect(Numbers.duration(seconds: 2.5) == "2.50 s")
    #expect(Numbers.duration(seconds: 0.9997) == "1.00 s")
    #expect(Numbers.percent(0.9773) == "97.7%")
  }

  @Test func `Powers of ten carry over`() {
    #expect(Numbers.scientific(4.1e-6) == "4.1e-06")
    #expect(Numbers.scientific(9.96e-6) == "1.0e-05")
    #expect(Numbers.scientific(-1234, 2) == "-1.23e+03")
    #expect(Numbers.scientific(0) == "0.0e+00")
  }

  @Test func `Groups of three`() {
    #expect(Numbers.grouped(9_108_968) == "9,108,968")
    #expect(Numbers.grouped(-999) == "-999" && Numbers.grouped(1000) == "1,000")
  }
}
