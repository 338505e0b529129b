import Canvas

/// The events of bytes that come in `pieces`, `gap` milliseconds apart, and of the silence after them.
func events(of pieces: [[UInt8]], gap: Int = 0) -> [Event] {
  var decoder = InputDecoder()
  var events: [Event] = []
  var now = 1_000
  for piece in pieces {
    decoder.feed(piece, at: now)
    while let event = decoder.next(at: now) { events.append(event) }
    now += gap
    while let event = decoder.next(at: now) { events.append(event) }
  }
  now += InputDecoder.longPatience
  while let event = decoder.next(at: now) { events.append(event) }
  return events
}

/// The events of text that comes in one read.
func events(of text: String) -> [Event] { events(of: [Array(text.utf8)]) }

/// Every way to cut `bytes` in two, and the one byte by byte.
func cuts(of bytes: [UInt8]) -> [[[UInt8]]] {
  (1..<max(bytes.count, 2)).map { [Array(bytes.prefix($0)), Array(bytes.dropFirst($0))] }
    + [bytes.map { [$0] }]
}

/// Bytes as people write them: `␛[A`.
func shown(_ bytes: [UInt8]) -> String {
  bytes.map { $0 == 27 ? "␛" : (33..<127).contains($0) ? String(UnicodeScalar($0)) : "<\($0)>" }
    .joined()
}
