/// Where each buffer lies in the arena, in bytes, and what is alive when.
struct ArenaPlan: Sendable {
  let offsets: [Int]
  let size: Int
  /// For each buffer the first and the last step that it takes part in; nil where it takes part in none.
  let lives: [ClosedRange<Int>?]
  let live: [Int]
  let compulsory: [Int]
  /// For each step, whether it makes a buffer where no earlier step of a run had one.
  let isFresh: [Bool]

  /// Gives every buffer a place such that no two that are alive together overlap.
  ///
  /// The largest buffers are placed first, each at the lowest offset that is free while it lives
  /// (greedy by size, Pisarchyk and Lee, arXiv 2001.03288).
  init(buffers: [PlanBuffer], nodes: [Node]) {
    lives = Self.lives(of: buffers.count, nodes)
    let places = Self.places(of: buffers, lives, steps: nodes.count)
    offsets = places.map { $0?.lowerBound ?? 0 }
    size = places.compactMap { $0?.upperBound }.max() ?? 0
    isFresh = Self.fresh(places, lives, steps: nodes.count)
    let lives = lives
    func alive(_ bytes: (MapLayout) -> Int) -> [Int] {
      // What is born is added, what died is taken off: buffers times steps would be very many.
      var change = [Int](repeating: 0, count: nodes.count + 1)
      for (buffer, life) in zip(buffers, lives) where buffer.purpose == .map {
        guard let life else { continue }
        change[life.lowerBound] += bytes(buffer.layout)
        change[life.upperBound + 1] -= bytes(buffer.layout)
      }
      var sum = 0
      return change.dropLast().map {
        sum += $0
        return sum
      }
    }
    live = alive(\.byteCount)
    compulsory = alive(\.compulsoryBytes)
  }

  private static func lives(of count: Int, _ nodes: [Node]) -> [ClosedRange<Int>?] {
    var lives = [ClosedRange<Int>?](repeating: nil, count: count)
    for (time, node) in nodes.enumerated() {
      for buffer in node.work.buffers {
        lives[buffer] = (lives[buffer]?.lowerBound ?? time)...time
      }
    }
    return lives
  }

  /// The bytes of each buffer in the arena; nil for one that never lives.
  private static func places(
    of buffers: [PlanBuffer],
    _ lives: [ClosedRange<Int>?],
    steps: Int
  ) -> [Range<Int>?] {
    var places = [Range<Int>?](repeating: nil, count: buffers.count)
    // For each step the places that are taken then: few, where all buffers may be many.
    var taken = [[Range<Int>]](repeating: [], count: steps)
    let sizes = buffers.map(\.layout.byteCount)
    for buffer in buffers.indices.sorted(by: { (sizes[$1], $0) < (sizes[$0], $1) }) {
      guard let life = lives[buffer] else { continue }
      let others = Set(taken[life].joined()).sorted {
        ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
      }
      var offset = 0
      for other in others {
        // In order of their offsets, so the first gap that is wide enough is the lowest.
        if other.lowerBound >= offset + sizes[buffer] { break }
        offset = max(offset, other.upperBound)
      }
      let place = offset..<offset + sizes[buffer]
      places[buffer] = place
      for time in life { taken[time].append(place) }
    }
    return places
  }

  /// For each step, whether a buffer that is born then lies in none that was born before.
  private static func fresh(
    _ places: [Range<Int>?],
    _ lives: [ClosedRange<Int>?],
    steps: Int
  ) -> [Bool] {
    var born = [[Range<Int>]](repeating: [], count: steps)
    for (place, life) in zip(places, lives) {
      if let place, let life { born[life.lowerBound].append(place) }
    }
    // Earlier places that lie in no other one.
    var earlier: [Range<Int>] = []
    return born.map { born in
      let isFresh = born.contains { place in !earlier.contains { $0.contains(place) } }
      for place in born where !earlier.contains(where: { $0.contains(place) }) {
        earlier.removeAll { place.contains($0) }
        earlier.append(place)
      }
      return isFresh
    }
  }
}
