import RepCore
import Testing

@testable import Explorer

@Suite("An axis of steps")
struct StepAxisTests {
  private static let timelines: [MemoryTimeline] = {
    let architecture = Fixture.document.stored
    let all = [
      (architecture, BranchExecution.written), (architecture, .fused),
      (architecture.deployed, .written),
    ]
    return all.compactMap { architecture, branches in
      let options = PlanOptions(threads: 1, instructionSet: .portable, branches: branches)
      return try? MemoryTimeline(architecture, options, cache: nil)
    }
  }()

  @Test("gives every column steps, in order, and leaves none out where there is room")
  func columns() throws {
    try #require(Self.timelines.count == 3)
    for room in 0...220 {
      for other in Self.timelines.dropFirst() {
        let axis = StepAxis([Self.timelines[0], other], room: room)
        for timeline in [Self.timelines[0], other] {
          let name = "\(timeline.steps.count) steps in \(room) columns"
          let ranges = axis.steps(of: timeline)
          #expect(ranges.count == axis.columns && axis.columns <= room, "\(name)")
          #expect(ranges.allSatisfy { !$0.isEmpty && $0.upperBound <= timeline.steps.count })
          let pairs = zip(ranges, ranges.dropFirst())
          #expect(pairs.allSatisfy { $0.lowerBound <= $1.lowerBound }, "\(name)")
          let shown = Set(ranges.joined())
          #expect(ranges.isEmpty || shown.count == timeline.steps.count, "\(name): \(shown.count)")
        }
      }
    }
  }

  @Test("puts a block of one timeline under the same block of the other")
  func blocks() throws {
    let (long, short) = (Self.timelines[0], Self.timelines[2])
    let axis = StepAxis([short, long], room: 200)
    for (index, range) in axis.steps(of: long).enumerated() {
      let path = long.steps[range.lowerBound].blockPath
      // The copy of the pictures stands with the first block.
      guard long.steps[range.lowerBound].operation != .input else { continue }
      let below = axis.steps(of: short)[index]
      let paths = below.map { short.steps[$0] }.filter { $0.operation != .input }.map(\.blockPath)
      #expect(
        paths.allSatisfy { $0 == path },
        "column \(index): \(paths) under \(String(describing: path))"
      )
    }
    #expect(axis.blocks.compactMap(\.path) == Fixture.document.paths)
  }

  @Test("of nothing has no columns")
  func nothing() {
    let axis = StepAxis([], room: 80)
    #expect(axis.columns == 0 && axis.blocks.isEmpty && axis.steps(of: Self.timelines[0]).isEmpty)
  }
}
