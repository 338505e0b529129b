internal import Canvas
internal import RepCore

/// Screen 2: one block as a diagram in the form that is shown, its norms, its check, its cost.
struct BlockView: Widget {
  let state: State

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard let shape = state.selectedShape else { return }
    if area.width >= 78 {
      let (side, rest) = area.splitRight(min(46, max(34, area.width * 2 / 5)))
      drawDiagram(shape, into: &grid, in: rest, with: pen)
      drawSide(shape, into: &grid, in: side, with: pen)
    } else {
      let rows = min(area.height, max(19, area.height - 12))
      let (top, below) = area.splitTop(area.height - rows >= 5 ? rows : area.height)
      drawDiagram(shape, into: &grid, in: top, with: pen)
      drawSide(shape, into: &grid, in: below, with: pen)
    }
  }

  private func drawDiagram(
    _ shape: BlockShape,
    into grid: inout Grid,
    in area: Rect,
    with pen: Pen
  ) {
    let form = state.form == .train ? "training form" : "deploy form"
    let panel = Panel("\(shape.path), \(form)", footer: "t switches the form", isFocused: true)
    grid.draw(panel, in: area, with: pen)
    let inside = Panel.interior(of: area)
    let plan = BlockDiagram(state: state, shape: shape, pen: pen, size: inside.size)
    let (top, below) = inside.splitTop(min(plan.height, inside.height))
    grid.draw(plan.diagram, in: top, with: pen)
    grid.draw(ScaleChart(state: state), in: below, with: pen)
  }

  private func drawSide(_ shape: BlockShape, into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard area.height > 2 else { return }
    grid.draw(Panel(sideTitle(shape)), in: area, with: pen)
    let inside = Panel.interior(of: area).inset(dx: 1, dy: 0)
    let detail = BlockDetail(state: state, shape: shape, pen: pen, width: inside.width)
    let check = CheckLines(state: state, path: shape.path, pen: pen).lines(width: inside.width)
    let sections = [detail.branch, check, detail.memory, detail.saving]
    let lines = sections.filter { !$0.isEmpty }.joined(separator: [StyledLine()])
    grid.draw(TextBlock(Array(lines)), in: inside, with: pen)
  }

  private func sideTitle(_ shape: BlockShape) -> String {
    guard shape.branches.indices.contains(state.block.branch) else { return "\(shape.path)" }
    return "branch \(shape.label(of: shape.branches[state.block.branch]))"
  }

  /// The block and the branch in words.
  var status: String {
    guard let shape = state.selectedShape else { return "" }
    let channels = "\(shape.inputChannels) to \(shape.outputChannels) channels"
    let groups = shape.groups > 1 ? ", \(shape.groups) groups" : ""
    let lacksIdentity = shape.form == .train && !shape.admitsIdentity
    let why = lacksIdentity ? ", no identity: the shape changes" : ""
    return "\(shape.path), \(channels), stride \(shape.stride)\(groups)\(why)"
  }
}
