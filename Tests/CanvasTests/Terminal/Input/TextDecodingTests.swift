import Canvas
import Testing

@Suite struct TextDecodingTests {
  private func text(of events: [Event]) -> [String] {
    events.map {
      if case .key(.character(let character)) = $0 { String(character) } else { "\($0)" }
    }
  }

  @Test func `Letters with marks behind them are one character`() {
    let typed = events(of: "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t")
    #expect(text(of: typed) == ["T", "i", "ế", "n", "g", " ", "V", "i", "ệ", "t"])
  }

  @Test func `A mark in another read stands alone, and a flood of marks is cut`() {
    let late = events(of: [Array("e".utf8), Array("\u{301}".utf8)], gap: 10)
    #expect(late.count == 2)
    let flood = events(of: "e" + String(repeating: "\u{301}", count: 1000))
    #expect(flood.count < 1000)
    for case .key(.character(let character)) in flood {
      #expect(character.unicodeScalars.count <= 8)
    }
  }

  @Test func `A mark behind a key joins nothing`() {
    #expect(text(of: events(of: "e\u{1B}[A\u{301}")) == ["e", "key(Canvas.Key.up)", "\u{301}"])
  }

  @Test func `Bytes that are no UTF-8 are passed over`() {
    let wrong: [[UInt8]] = [
      [0x80], [0xFF], [0xFE], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xC3], [0xE1, 0xBB],
      [0xF0, 0x9F, 0x99],
      [0xC2, 0x9B],
    ]
    for bytes in wrong {
      #expect(text(of: events(of: [bytes + Array("q".utf8)])) == ["q"], "\(bytes)")
      #expect(text(of: events(of: [bytes + Array("é".utf8)])) == ["é"], "\(bytes)")
    }
  }
}
