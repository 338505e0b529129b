internal import Canvas
internal import RepCore
internal import Words

/// The pane of a block's diagram: its boxes in the form that is shown, a remark, the chart of its channels.
struct BlockPicture: Widget {
  let shared: Shared
  let shape: BlockShape

  /// Where the diagram stands, and what is left below it.
  private struct Layout {
    /// The training form, dimmed above the deploy form, and the row between them; nil where it is not shown.
    var origin: (diagram: BlockDiagram, area: Rect, arrow: Rect)?
    let diagram: BlockDiagram
    let area: Rect
    let below: Rect
  }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard !area.isEmpty else { return }
    let form = say(BlockWords.title(shared.form))
    let room = max(area.width - 10 - columns(of: form), 0)
    let name = shape.title.truncatedAtStart(to: room, ellipsis: pen.glyphs.ellipsis)
    let footer = shared.document.hasTrainingForm ? say(BlockWords.switchesForm) : ""
    let panel = Panel("\(name), \(form)", footer: footer, isFocused: true)
    grid.draw(panel, in: area, with: pen)
    let layout = layout(in: Panel.interior(of: area), with: pen)
    draw(layout, into: &grid, with: pen)
    let remark = remark(layout, in: area)
    let lines = TextBlock(remark.lines.map { StyledLine($0, pen.palette.muted) })
    grid.draw(lines, in: remark.area, with: pen)
    grid.draw(ScaleChart(shared: shared), in: chart(layout, in: area), with: pen)
  }

  /// The branches, the box of the deploy form, and the channels of the chart, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    let layout = layout(in: Panel.interior(of: area), with: shared.pen)
    return layout.diagram.regions(in: layout.area)
      + ScaleChart(shared: shared).regions(in: chart(layout, in: area))
  }

  private func draw(_ layout: Layout, into grid: inout Grid, with pen: Pen) {
    if let (ghost, area, arrow) = layout.origin {
      grid.draw(ghost.diagram, in: area, with: pen)
      let dim = Style(foreground: pen.palette.muted.foreground, attributes: .dim)
      grid.restyle(area.splitTop(1).rest) { dim.on($0.background) }
      let words = "\(pen.glyphs.heads.down) \(say(BlockWords.foldsInto))"
      let middle = arrow.origin.moved(dx: arrow.width / 2)
      grid.put(words, at: middle, style: pen.palette.accent, clip: arrow)
    }
    grid.draw(layout.diagram.diagram, in: layout.area, with: pen)
  }

  private func say(_ text: Text) -> String { text[shared.language] }
}

// MARK: - Where everything stands

extension BlockPicture {
  /// The block in the form that is shown.
  ///
  /// In the deploy form the training form stands dimmed above, so that one sees where its boxes went.
  private func layout(in area: Rect, with pen: Pen) -> Layout {
    func plan(_ shape: BlockShape, _ size: Size, _ part: BlockDiagram.Part) -> BlockDiagram {
      BlockDiagram(shared: shared, shape: shape, pen: pen, size: size, part: part)
    }
    if let origin, shared.form == .deploy {
      let ghost = plan(origin, area.size, .branches)
      let (top, below) = area.splitTop(ghost.height)
      let (arrow, rest) = below.splitTop(1)
      let folded = plan(shape, rest.size, .folded)
      if rest.height >= folded.height {
        let (place, left) = rest.splitTop(folded.height)
        return Layout(origin: (ghost, top, arrow), diagram: folded, area: place, below: left)
      }
    }
    let whole = plan(shape, area.size, .whole)
    let (place, left) = area.splitTop(min(whole.height, area.height))
    return Layout(diagram: whole, area: place, below: left)
  }

  /// The remark below the diagram.
  private func remark(_ layout: Layout, in area: Rect) -> (lines: [String], area: Rect) {
    let words = layout.below.inset(dx: 1, dy: 0)
    let isFolded = layout.below.height + 9 > Panel.interior(of: area).height
    let remark = remark(isFolded: isFolded)
    // No words take no line, also not an empty one.
    return (remark.isEmpty ? [] : remark.wrapped(to: words.width), words)
  }

  /// The cells of the chart below the remark.
  private func chart(_ layout: Layout, in area: Rect) -> Rect {
    let lines = remark(layout, in: area).lines.count
    let rest = layout.below.splitTop(lines == 0 ? 0 : lines + 1).rest
    return rest.splitTop(min(rest.height, area.height / 3)).top
  }

  /// The training form of the block, where the file holds it.
  private var origin: BlockShape? {
    shared.document.shape(of: shared.selection.block, in: .train).flatMap {
      $0.form == .train ? $0 : nil
    }
  }

  /// What several branches of one role are for; where the deploy form has no room for the branches, which they
  /// were.
  private func remark(isFolded: Bool) -> String {
    if shared.form == .deploy {
      guard isFolded, let origin else { return "" }
      let ids = origin.branches.map(\.id)
      return say(BlockWords.foldedFrom(ids, hasPostNorm: origin.postNorm != nil))
    }
    guard let (role, count) = shape.repeated else { return "" }
    return say(BlockWords.overParameterized(role, count: count, shape))
  }
}
