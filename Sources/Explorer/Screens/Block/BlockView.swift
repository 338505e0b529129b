internal import Canvas
internal import RepCore
internal import Words

/// One block as a diagram in the form that is shown, its norms, its check, its cost.
struct BlockView: Widget {
  let shared: Shared

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard let shape = shared.selectedShape else { return }
    let layout = layout(in: area)
    grid.draw(BlockPicture(shared: shared, shape: shape), in: layout[.diagram], with: pen)
    let numbers = layout[.numbers]
    if numbers.height > 2 { grid.draw(self.numbers(shape, in: numbers), in: numbers, with: pen) }
  }

  /// The diagram, and its numbers beside it, or below it on a narrow screen.
  func layout(in area: Rect) -> PaneLayout {
    PaneLayout(BlockScreen.panes, zoomed: shared.zoomed, in: area) {
      guard area.width < 78 else {
        let (side, rest) = area.splitRight(min(46, max(34, area.width * 2 / 5)))
        return [.diagram: rest, .numbers: side]
      }
      let rows = min(area.height, max(19, area.height - 12))
      let (top, below) = area.splitTop(area.height - rows >= 5 ? rows : area.height)
      return [.diagram: top, .numbers: below]
    }
  }

  /// The branches and channels, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    guard let shape = shared.selectedShape else { return [] }
    return BlockPicture(shared: shared, shape: shape).regions(in: layout(in: area)[.diagram])
  }

  /// What there is to say of the selected branch and of the block, in a pane of `area`.
  func numbers(_ shape: BlockShape, in area: Rect) -> TextPane {
    let title = say(sideTitle(shape))
    return TextPane(.numbers, about: "\(shape.path) \(title)", titled: title, in: area, shared) {
      width in
      lines(shape, in: Size(width: width, height: TextPane.interior(of: area).height))
    }
  }

  /// The numbers of the selected branch, the check, the cost.
  private func lines(_ shape: BlockShape, in size: Size) -> [StyledLine] {
    let (pen, width) = (shared.pen, size.width)
    let detail = BlockDetail(shared: shared, shape: shape, pen: pen, width: width)
    let check = CheckLines(shared: shared, path: shape.path, pen: pen).lines(width: width)
    func lines(_ sections: [StyledLine]...) -> [StyledLine] {
      Array(sections.filter { !$0.isEmpty }.joined(separator: [StyledLine()]))
    }
    let read = lines(detail.branch, detail.postNorm, check)
    // What a low screen cuts off is not the verdict, nor what it depends on.
    let isLow = read.count > size.height
    let shown = isLow ? lines(check, detail.branch, detail.postNorm) : read
    return lines(shown, detail.memory, detail.saving)
  }

  /// The whole screen in sentences.
  func read(into reading: inout Reading) {
    guard let shape = shared.selectedShape else { return }
    reading.add(BlockWords.title(shared.form))
    let size = Size(width: Reading.width, height: Reading.width)
    BlockDiagram(shared: shared, shape: shape, pen: shared.pen, size: size).read(into: &reading)
    reading.add(sideTitle(shape))
    reading.add(lines(shape, in: size))
    ScaleChart(shared: shared).read(into: &reading)
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
