internal import Canvas

extension State {
  /// Rows that one turn of the wheel moves.
  private static let wheelStep = 3

  /// Handles the mouse: the wheel scrolls the text under it, else moves the cursor; a press on a tab shows its
  /// screen, one on a row or a picture goes there.
  mutating func handle(_ mouse: Event.Mouse) -> [Effect] {
    switch mouse.button {
    case .wheelUp: turn(-State.wheelStep, at: mouse.at)
    case .wheelDown: turn(State.wheelStep, at: mouse.at)
    case .left: click(mouse.at)
    case .middle, .right: []
    }
  }

  /// Turns the wheel down, or up where `step` is negative.
  private mutating func turn(_ step: Int, at point: Point) -> [Effect] {
    if layers.isEmpty, isLargeEnough, let text = current.textPane(shared, in: shared.body),
      text.area.contains(point.moved(dy: -State.rowsAbove))
    {
      return perform(.scroll(step))
    }
    return perform(.move(step < 0 ? .up : .down, abs(step)))
  }

  private mutating func click(_ point: Point) -> [Effect] {
    guard point.y == 0 else { return press(at: point.moved(dy: -State.rowsAbove)) }
    guard layers.isEmpty || !isFirstChoice,
      let command = TitleBar(state: self).command(at: point.x, width: size.width)
    else { return [] }
    return perform(command)
  }

  /// Presses what is at a point of the body: of the topmost layer, or of the screen where nothing lies over it.
  private mutating func press(at point: Point) -> [Effect] {
    let regions =
      layers.last?.regions(in: Rect(size: shared.body), over: self)
      ?? current.regions(shared, in: shared.body)
    guard let region = regions.last(where: { $0.rect.contains(point) }) else { return [] }
    return perform(region.command)
  }

  /// Whether the first thing to do is to choose, so that there is nothing to look at yet.
  private var isFirstChoice: Bool { (layers.last as? SetsLayer)?.isFirst ?? false }
}
