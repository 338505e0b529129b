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
    #expect(Numbers.fixed(.nan, 2) == "nan" && Numbers.fixed(-.infinity, 1) == "-inf")
  }

  @Test func `Signed numbers always show a sign`() {
    #expect(Numbers.signed(0.1214, 3) == "+0.121")
    #expect(Numbers.signed(-0.061, 3) == "-0.061")
    #expect(Numbers.signed(-0.00001, 3) == "+0.000")
    #expect(Numbers.signed(123.456, columns: 6) == "+123.5")
    #expect(Numbers.signed(-1e12, columns: 6) == "-big")
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
