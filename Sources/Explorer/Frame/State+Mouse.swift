internal import Canvas

extension State {
  /// Rows that one turn of the wheel moves.
  private static let wheelStep = 3

  /// Handles the mouse: the wheel moves the cursor, a press on a tab shows its screen.
  mutating func handle(_ mouse: Event.Mouse) -> [Effect] {
    switch mouse.button {
    case .wheelUp: perform(.move(.up, State.wheelStep))
    case .wheelDown: perform(.move(.down, State.wheelStep))
    case .left: click(mouse.at)
    case .middle, .right: []
    }
  }

  private mutating func click(_ point: Point) -> [Effect] {
    guard point.y == 0, layers.isEmpty || !isFirstChoice,
      let screen = TitleBar(state: self).screen(at: point.x, width: size.width)
    else { return [] }
    return perform(.show(screen))
  }

  /// Whether the first thing to do is to choose, so that there is nothing to look at yet.
  private var isFirstChoice: Bool { (layers.last as? SetsLayer)?.isFirst ?? false }
}
