import RepCore

/// Where a reader stands on the fold screen.
struct FoldChoices: Hashable, Sendable {
  /// The step, which a block may lack.
  private(set) var step = FoldStep.asStored
  /// The tap under the cursor, counted row by row; nil for the middle one.
  var tap: Int?

  /// The step that is shown of a block with `steps`: the one that was chosen, or the last one before it.
  func step(of steps: [FoldStep]) -> FoldStep { steps.last { $0 <= step } ?? .asStored }

  /// Goes to the step at a place of `steps`, or to the end that is nearer.
  mutating func go(to place: Int, of steps: [FoldStep]) {
    guard !steps.isEmpty else { return }
    step = steps[min(max(place, 0), steps.count - 1)]
  }
}
