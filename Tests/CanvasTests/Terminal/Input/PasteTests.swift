import Canvas
import Testing

@Suite struct PasteTests {
  private let begin = "\u{1B}[200~", end = "\u{1B}[201~"
  private let q = Event.key(.character("q"))

  @Test func `A paste is one event, wherever it is cut`() {
    for text in [
      "models/q.rvg", "", "một", "a\tb\u{3}q", "\u{1B}[A\u{1B}", "\u{1B}[20", begin, "]q:quit",
    ] {
      let bytes = Array((begin + text + end).utf8)
      for pieces in cuts(of: bytes) + [[bytes]] {
        #expect(
          events(of: pieces, gap: 5) == [.paste(text)],
          "\(text.debugDescription) as \(pieces.map(shown))"
        )
      }
      #expect(events(of: begin + text + end + "q") == [.paste(text), q])
    }
  }

  @Test func `Ends of lines are line feeds`() {
    #expect(events(of: begin + "a\rb\r\nc\nd\r\r" + end) == [.paste("a\nb\nc\nd\n\n")])
  }

  @Test func `Bytes that are no UTF-8 are marked`() {
    let bytes = Array(begin.utf8) + [0x61, 0xFF, 0x62] + Array(end.utf8)
    #expect(events(of: [bytes]) == [.paste("a\u{FFFD}b")])
  }

  @Test func `A megabyte is kept, the rest is dropped, and no letter is split`() throws {
    let long = String(repeating: "ệ", count: 600_000)
    var seen = events(of: begin + long + end + "q")
    #expect(seen.popLast() == q)
    guard case .paste(let text) = try #require(seen.first) else {
      Issue.record("\(seen.count) events")
      return
    }
    #expect(seen.count == 1)
    #expect(text.utf8.count > 1_048_570 && text.utf8.count <= 1_048_576)
    #expect(text.allSatisfy { $0 == "ệ" })
  }

  @Test func `A paste that never ends is told after a second of silence`() {
    var decoder = InputDecoder()
    decoder.feed((begin + "quit").utf8, at: 0)
    #expect(decoder.next(at: 900) == nil)
    decoder.feed("q".utf8, at: 900)
    #expect(decoder.deadline == 1900)
    #expect(decoder.next(at: 1899) == nil)
    #expect(decoder.next(at: 1900) == .paste("quitq"))
    decoder.feed("q".utf8, at: 1901)
    #expect(decoder.next(at: 1901) == q)
  }

  @Test func `A paste whose beginning comes late is no keys either`() {
    let seen = events(of: [[27], Array("[200~quit".utf8), Array(end.utf8)], gap: 60)
    #expect(seen == [.key(.escape), .paste("quit")])
  }

  @Test func `Escape behind a paste is Escape`() {
    #expect(events(of: begin + "a" + end + "\u{1B}") == [.paste("a"), .key(.escape)])
  }
}
