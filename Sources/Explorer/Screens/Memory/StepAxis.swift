internal import RepCore

/// The steps of two timelines on one axis, block under block: the longer one's steps are equally wide, and the
/// other one's block is as wide as the same block of the longer one.
struct StepAxis {
  private let wide: [Segment]
  /// Columns of the axis.
  let columns: Int
  private let total: Int

  /// The steps of one block in a row; a copy of the pictures belongs to the block behind it.
  private struct Segment {
    /// The block; nil for what comes behind all of them.
    let path: BlockPath?
    let steps: Range<Int>

    /// Its share of what stands from one step of `longer`, the same block, to another.
    func steps(from first: Int, to last: Int, of longer: Segment) -> Range<Int> {
      let (count, whole) = (steps.count, longer.steps.count)
      let from = max(first - longer.steps.lowerBound, 0)
      let to = min(last - longer.steps.lowerBound, whole - 1)
      let start = from * count / whole
      let end = min(max(start, ((to + 1) * count - 1) / whole), count - 1)
      return steps.lowerBound + start..<steps.lowerBound + end + 1
    }
  }

  /// An axis of at most `room` columns; where there is room for all steps, each has equally many.
  init(_ timelines: [MemoryTimeline], room: Int) {
    let longest = timelines.max { $0.steps.count < $1.steps.count }
    wide = longest.map { StepAxis.segments(of: $0) } ?? []
    total = longest?.steps.count ?? 0
    columns = total == 0 ? 0 : room >= total ? room / total * total : max(room, 0)
  }

  /// For each column the steps of `timeline` that stand in it, at least one.
  func steps(of timeline: MemoryTimeline) -> [Range<Int>] {
    let own = StepAxis.segments(of: timeline)
    return (0..<columns).map { column in
      let first = column * total / columns
      let last = max(first, ((column + 1) * total - 1) / columns)
      let ranges = wide.filter { $0.steps.overlaps(first..<last + 1) }.compactMap { part in
        own.first { $0.path == part.path }.map { $0.steps(from: first, to: last, of: part) }
      }
      guard let start = ranges.first?.lowerBound, let end = ranges.last?.upperBound else {
        return 0..<min(1, timeline.steps.count)
      }
      return start..<end
    }
  }

  /// The blocks in order with their columns; nil is what comes behind them.
  var blocks: [(path: BlockPath?, columns: Range<Int>)] {
    wide.map { part in
      let start = (part.steps.lowerBound * columns + total - 1) / total
      let end = (part.steps.upperBound * columns + total - 1) / total
      return (part.path, start..<max(start, end))
    }
  }

  private static func segments(of timeline: MemoryTimeline) -> [Segment] {
    var segments: [Segment] = []
    var start = 0
    for (index, step) in timeline.steps.enumerated() {
      let next = index + 1 < timeline.steps.count ? timeline.steps[index + 1] : nil
      let opens = step.operation == .input
      if next == nil || !opens && next?.blockPath != step.blockPath {
        segments.append(Segment(path: step.blockPath, steps: start..<index + 1))
        start = index + 1
      }
    }
    return segments
  }
}
