/// Events that were decoded and not yet taken.
struct EventQueue: Sendable {
  /// Scalars that one character may grow to; a flood of accents begins new ones.
  private static let mostScalars = 8

  private var events: [Event] = []
  private var first = 0
  /// Whether the last event is a character of this read, which a mark behind it may join.
  private var mayJoin = false

  var isEmpty: Bool { first == events.count }

  mutating func pop() -> Event? {
    guard !isEmpty else { return nil }
    defer {
      first += 1
      if isEmpty { (events, first) = ([], 0) }
    }
    return events[first]
  }

  mutating func append(_ event: Event) {
    events.append(event)
    mayJoin = false
  }

  /// Marks that come from now on do not join characters of earlier reads.
  mutating func beginRead() { mayJoin = false }

  /// Appends the character of `scalar`, or joins it to the one before, as an accent to its letter.
  mutating func type(_ scalar: Unicode.Scalar) {
    if mayJoin, scalar.value >= 0x300, !isEmpty, case .key(.character(let base)) = events.last {
      var text = String(base)
      text.unicodeScalars.append(scalar)
      if text.count == 1, text.unicodeScalars.count <= EventQueue.mostScalars {
        events[events.count - 1] = .key(.character(Character(text)))
        return
      }
    }
    append(.key(.character(Character(scalar))))
    mayJoin = true
  }
}
