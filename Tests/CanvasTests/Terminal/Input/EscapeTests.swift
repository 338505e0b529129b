import Canvas
import Testing

@Suite struct EscapeTests {
  private let q = Event.key(.character("q"))

  @Test func `A lone ESC is the Escape key after 25 ms`() {
    var decoder = InputDecoder()
    decoder.feed([27], at: 100)
    #expect(decoder.deadline == 125)
    #expect(decoder.next(at: 124) == nil)
    #expect(decoder.next(at: 125) == .key(.escape))
    #expect(decoder.deadline == nil)
  }

  @Test func `Escape held down is Escape as often as it came`() {
    #expect(events(of: "\u{1B}\u{1B}\u{1B}") == Array(repeating: .key(.escape), count: 3))
  }

  @Test func `The rest of a sequence that comes late does nothing`() {
    for rest in ["[A", "OA", "[1;5A", "[24~", "[<0;5;5M", "]11;rgb:f/f/f", "]4;1;?"] {
      for gap in [30, 100, 149] {
        let seen = events(of: [[27], Array(rest.utf8)], gap: gap)
        #expect(seen == [.key(.escape)], "ESC, \(gap) ms, \(rest)")
      }
    }
  }

  @Test func `After that time it was typed`() {
    let seen = events(of: [[27], Array("]".utf8)], gap: 150)
    #expect(seen == [.key(.escape), .key(.character("]"))])
    #expect(events(of: [[27], Array("q".utf8)], gap: 30) == [.key(.escape), q])
  }

  @Test func `The ground that is told late is told`() {
    let seen = events(of: [[27], Array("]11;rgb:ff/ff/ff\u{7}".utf8)], gap: 60)
    #expect(seen == [.key(.escape), .ground(.rgb(255, 255, 255))])
  }

  @Test func `Pieces of an answer far apart are never keys`() {
    let pieces = ["\u{1B}]11;rgb:1", "111/22", "22/3333", "\u{1B}", "\\"].map { Array($0.utf8) }
    #expect(events(of: pieces, gap: 900) == [.ground(.rgb(17, 34, 51))])
  }

  @Test func `A letter with Alt is one key that nothing is bound to`() {
    for text in [
      "\u{1B}q", "\u{1B}\r", "\u{1B}\u{7F}", "\u{1B}é", "\u{1B}1", "\u{1B}\u{3}", "\u{1B} ",
      "\u{1B}\\",
    ] {
      #expect(events(of: text + "q") == [q], "\(shown(Array(text.utf8)))")
    }
  }

  @Test func `A letter that comes after its ESC was typed after Escape`() {
    #expect(events(of: [[27], Array("q".utf8)], gap: 5) == [.key(.escape), q])
  }

  @Test func `A sequence inside another one counts`() {
    #expect(events(of: "\u{1B}[1;\u{1B}[A") == [.key(.up)])
    #expect(events(of: "\u{1B}]11;rgb\u{1B}[A") == [.key(.up)])
    #expect(events(of: "\u{1B}[1\u{18}q") == [q])
    #expect(events(of: "\u{1B}[12\u{3}") == [.key(.control("c"))])
  }

  @Test func `What is never finished is forgotten`() {
    for text in [
      "\u{1B}[1;", "\u{1B}O", "\u{1B}]52;c;", "\u{1B}P", "\u{1B}[M ", "\u{1B}[[",
    ] {
      let seen = events(of: [Array(text.utf8), Array("q".utf8)], gap: 150)
      #expect(seen == [q], "\(shown(Array(text.utf8)))")
    }
    for bytes: [UInt8] in [[0xC3], [0xE1, 0xBB]] {
      #expect(events(of: [bytes, Array("q".utf8)], gap: 150) == [q], "\(bytes)")
      #expect(events(of: [bytes, Array("\u{1B}".utf8)], gap: 150) == [.key(.escape)], "\(bytes)")
    }
  }
}
