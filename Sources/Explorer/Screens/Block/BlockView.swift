internal import Canvas
internal import RepCore
internal import Words

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
    let form = say(BlockWords.title(shared.form))
    let room = max(area.width - 10 - columns(of: form), 0)
    let name = shape.title.truncatedAtStart(to: room, ellipsis: pen.glyphs.ellipsis)
    let panel = Panel("\(name), \(form)", footer: say(BlockWords.switchesForm), isFocused: true)
    grid.draw(panel, in: area, with: pen)
    let inside = Panel.interior(of: area)
    let below = drawForm(shape, into: &grid, in: inside, with: pen)
    let words = below.inset(dx: 1, dy: 0)
    let lesson = lesson(shape, isFolded: below.height + 9 > inside.height).wrapped(to: words.width)
    grid.draw(TextBlock(lesson.map { StyledLine($0, pen.palette.muted) }), in: words, with: pen)
    let rest = below.splitTop(lesson.isEmpty ? 0 : lesson.count + 1).rest
    let chart = rest.splitTop(min(rest.height, area.height / 3)).top
    grid.draw(ScaleChart(shared: shared), in: chart, with: pen)
  }

  /// Draws the block in the form that is shown and returns what is left of `area` below it.
  ///
  /// In the deploy form the training form stands dimmed above, so that one sees where its boxes went.
  private func drawForm(
    _ shape: BlockShape,
    into grid: inout Grid,
    in area: Rect,
    with pen: Pen
  ) -> Rect {
    func plan(_ shape: BlockShape, _ size: Size, _ part: BlockDiagram.Part) -> BlockDiagram {
      BlockDiagram(shared: shared, shape: shape, pen: pen, size: size, part: part)
    }
    if let origin, shared.form == .deploy {
      let ghost = plan(origin, area.size, .branches)
      let (top, below) = area.splitTop(ghost.height)
      let (arrow, rest) = below.splitTop(1)
      let folded = plan(shape, rest.size, .folded)
      if rest.height >= folded.height {
        grid.draw(ghost.diagram, in: top, with: pen)
        let dim = Style(foreground: pen.palette.muted.foreground, attributes: .dim)
        grid.restyle(top.splitTop(1).rest) { dim.on($0.background) }
        let words = "\(pen.glyphs.heads.down) \(say(BlockWords.foldsInto))"
        let middle = arrow.origin.moved(dx: arrow.width / 2)
        grid.put(words, at: middle, style: pen.palette.accent, clip: arrow)
        grid.draw(folded.diagram, in: rest, with: pen)
        return rest.splitTop(folded.height).rest
      }
    }
    let whole = plan(shape, area.size, .whole)
    let (top, below) = area.splitTop(min(whole.height, area.height))
    grid.draw(whole.diagram, in: top, with: pen)
    return below
  }

  /// The training form of the block, where the file holds it.
  private var origin: BlockShape? {
    shared.document.shape(of: shared.selection.block, in: .train).flatMap {
      $0.form == .train ? $0 : nil
    }
  }

  /// What several branches of one role are for; where the deploy form has no room for the branches, which they
  /// were.
  private func lesson(_ shape: BlockShape, isFolded: Bool) -> String {
    if shared.form == .deploy {
      guard isFolded, let origin else { return "" }
      let ids = origin.branches.map(\.id)
      return say(BlockWords.foldedFrom(ids, hasPostNorm: origin.postNorm != nil))
    }
    guard let (role, count) = shape.repeated else { return "" }
    return say(BlockWords.overParameterized(role, count: count, shape))
  }

  private func drawSide(_ shape: BlockShape, into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard area.height > 2 else { return }
    grid.draw(Panel(say(sideTitle(shape))), in: area, with: pen)
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

  private func sideTitle(_ shape: BlockShape) -> Text {
    guard shape.branches.indices.contains(shared.branchIndex) else {
      return Text(name: shape.title)
    }
    return BlockWords.branch(shape.branches[shared.branchIndex], of: shape)
  }

  /// The block and the branch in words.
  var status: Text { shared.selectedShape.map(BlockWords.status) ?? .none }

  private func say(_ text: Text) -> String { text[shared.language] }
}
