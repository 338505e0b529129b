internal import Canvas

/// A layer that is a list in a box, with a cursor.
protocol ListLayer: Layer {
  /// The row under the cursor.
  var cursor: ListCursor { get set }

  /// How many rows there are.
  func count(_ state: State) -> Int

  /// The list as it is drawn and pressed.
  func box(over state: State) -> ListBox
}

extension ListLayer {
  mutating func settle(_ state: State) { cursor.settle(count: count(state)) }

  func draw(into grid: inout Grid, in body: Rect, over state: State) {
    grid.draw(box(over: state), in: body, with: state.shared.pen)
  }

  func read(_ state: State, into reading: inout Reading) {
    box(over: state).read(into: &reading)
  }

  func regions(in body: Rect, over state: State) -> [Region] {
    box(over: state).regions(in: body)
  }
}
