internal import Canvas

/// The channels along a map or a chart: the numbers of the first and the last one, and a mark at the one that
/// is looked at with its number beside it.
struct ChannelAxis: Widget {
  /// The channels, one for each column.
  let shown: Range<Int>
  /// The channel that is looked at.
  let channel: Int
  /// Points at the channel.
  let mark: Character

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard !shown.isEmpty, area.height > 0 else { return }
    let line = area.row(0)
    let extent = min(shown.count, line.width)
    let number = String(channel)
    let place = channel - shown.lowerBound
    var taken = 0..<0
    if shown.contains(channel), place < extent {
      // Where the number has no room on either side, the mark stands alone.
      let isRight = place + number.count < line.width
      let isLeft = !isRight && place >= number.count
      let start = isLeft ? place - number.count : place
      let text = isRight ? "\(mark)\(number)" : isLeft ? "\(number)\(mark)" : "\(mark)"
      taken = start..<start + text.count
      grid.put(text, at: line.origin.moved(dx: start), style: pen.palette.accent, clip: line)
    }
    let (first, last) = (String(shown.lowerBound), String(shown.upperBound - 1))
    if taken.isEmpty || first.count < taken.lowerBound {
      grid.put(first, at: line.origin, style: pen.palette.muted, clip: line)
    }
    let end = extent - last.count
    if end > max(taken.upperBound, first.count) {
      grid.put(last, at: line.origin.moved(dx: end), style: pen.palette.muted, clip: line)
    }
  }
}
