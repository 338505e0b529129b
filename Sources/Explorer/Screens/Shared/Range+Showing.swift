extension Range<Int> {
  /// At most `room` of `count` places, with `place` in the middle where the ends allow it.
  init(showing place: Int, of count: Int, room: Int) {
    let shown = Swift.min(Swift.max(room, 0), count)
    let start = Swift.min(Swift.max(place - shown / 2, 0), count - shown)
    self = start..<start + shown
  }

  /// `0-47`, both ends included.
  var label: String { isEmpty ? "-" : "\(lowerBound)-\(upperBound - 1)" }
}
