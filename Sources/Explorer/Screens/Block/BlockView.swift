internal import Canvas
internal import RepCore

/// Screen 2: one block as a diagram in the form that is shown, its norms, its check, its cost.
struct BlockView: Widget {
  let shared: Shared

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard let shape = shared.selectedShape else { return }
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
    let form = shared.form == .train ? "training form" : "deploy form"
    let room = max(area.width - 10 - form.count, 0)
    let name = shape.title.truncatedAtStart(to: room, ellipsis: pen.glyphs.ellipsis)
    let panel = Panel("\(name), \(form)", footer: "t switches the form", isFocused: true)
    grid.draw(panel, in: area, with: pen)
    let inside = Panel.interior(of: area)
    let plan = BlockDiagram(shared: shared, shape: shape, pen: pen, size: inside.size)
    let (top, below) = inside.splitTop(min(plan.height, inside.height))
    grid.draw(plan.diagram, in: top, with: pen)
    let words = below.inset(dx: 1, dy: 0)
    let lesson = overParameterization(shape).wrapped(to: words.width)
    grid.draw(TextBlock(lesson.map { StyledLine($0, pen.palette.muted) }), in: words, with: pen)
    grid.draw(ScaleChart(shared: shared), in: below.splitTop(lesson.count).rest, with: pen)
  }

  /// What several branches of one role are for; empty where each role has one.
  private func overParameterization(_ shape: BlockShape) -> String {
    guard let (role, count) = shape.repeated else { return "" }
    let (all, left) = (shape.parameters, shape.deployed.parameters)
    return "Over-parameterized: \(count) convolutions \(role.rawValue) where one computes as much, "
      + "because training finds a better sum than a single kernel. Folding keeps "
      + "\(Numbers.grouped(left)) of \(Numbers.grouped(all)) parameters. b steps through them."
  }

  private func drawSide(_ shape: BlockShape, into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard area.height > 2 else { return }
    grid.draw(Panel(sideTitle(shape)), in: area, with: pen)
    let inside = Panel.interior(of: area).inset(dx: 1, dy: 0)
    let detail = BlockDetail(shared: shared, shape: shape, pen: pen, width: inside.width)
    let check = CheckLines(shared: shared, path: shape.path, pen: pen).lines(width: inside.width)
    func lines(_ sections: [StyledLine]...) -> [StyledLine] {
      Array(sections.filter { !$0.isEmpty }.joined(separator: [StyledLine()]))
    }
    let read = lines(detail.branch, detail.postNorm, check)
    // What a low screen cuts off is not the verdict, nor what it depends on.
    let isLow = read.count > inside.height
    let shown = isLow ? lines(check, detail.branch, detail.postNorm) : read
    grid.draw(TextBlock(lines(shown, detail.memory, detail.saving)), in: inside, with: pen)
  }

  private func sideTitle(_ shape: BlockShape) -> String {
    guard shape.branches.indices.contains(shared.branchIndex) else { return shape.title }
    let branch = shape.branches[shared.branchIndex]
    let siblings = shape.siblings(of: branch)
    let place = siblings > 1 ? ", \(branch.index + 1) of \(siblings)" : ""
    return "branch \(shape.label(of: branch))\(place)"
  }

  /// The block and the branch in words.
  var status: String {
    guard let shape = shared.selectedShape else { return "" }
    let channels = "\(shape.inputChannels) to \(shape.outputChannels) channels"
    let groups =
      shape.isDepthwise ? ", depthwise" : shape.groups > 1 ? ", \(shape.groups) groups" : ""
    let lacksIdentity = shape.form == .train && !shape.admitsIdentity
    let why = lacksIdentity ? ", no identity: the shape changes" : ""
    return "\(shape.title), \(channels), stride \(shape.stride)\(groups)\(why)"
  }
}
