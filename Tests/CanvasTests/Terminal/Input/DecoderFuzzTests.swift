import Canvas
import Testing

@Suite struct DecoderFuzzTests {
  /// Pieces of what terminals send, so that random input reaches every state.
  private static let pieces: [[UInt8]] =
    [
      "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}]11;", "rgb:ff/ff/ff", "\u{7}", "\u{1B}\\",
      "\u{1B}P",
      "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[<", "0;3;4M", "\u{1B}[M", "\u{1B}[[", "~", ";", "1",
      "A", "q", "é",
      "e\u{301}", "\u{3}", "$", "\u{18}",
    ].map { Array($0.utf8) } + [[0xE1], [0x80], [0xFF], [0xC3]]

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func `After any bytes and a silence, a key is itself`(seed: UInt64) {
    var random = seed &* 0x9E37_79B9_7F4A_7C15
    func below(_ count: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % count
    }
    var decoder = InputDecoder()
    var now = 0
    for round in 0..<1500 {
      var bytes: [UInt8] = []
      for _ in 0..<below(30) {
        bytes += below(3) == 0 ? [UInt8(below(256))] : Self.pieces[below(Self.pieces.count)]
        if below(4) == 0 {
          decoder.feed(bytes, at: now)
          now += [0, 1, 24, 26, 140, 200][below(6)]
          while decoder.next(at: now) != nil {}
          bytes = []
        }
      }
      decoder.feed(bytes, at: now)
      // Only a paste, or an answer that was asked for, is waited for longer.
      while decoder.next(at: now) != nil {}
      now += decoder.silence
      while decoder.next(at: now) != nil {}
      decoder.feed("q".utf8, at: now)
      let seen = decoder.next(at: now)
      guard seen == .key(.character("q")), decoder.next(at: now) == nil else {
        Issue.record(
          "saw \(String(describing: seen)) in round \(round) of seed \(seed), after \(shown(bytes))"
        )
        return
      }
    }
  }
}
