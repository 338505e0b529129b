internal import Canvas
internal import Words

/// One kernel as it stands at a step: none, one tap without anything around it, or as wide as the block's.
struct StepKernel: Widget {
  /// What there is to draw.
  let kernel: PairAtStep.Kernel
  /// How large it is set.
  let layout: EquationLayout
  /// The magnitude of the strongest colour.
  let limit: Double
  /// The tap that the cursor points at; nil for none.
  let cursor: Int?
  /// What people read.
  let language: Language

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    switch kernel {
    case .missing:
      let line = area.row(layout.kernel.height / 2)
      let words = FoldWords.noKernelYet[language]
        .truncated(to: line.width - 1, ellipsis: pen.glyphs.ellipsis)
      grid.put(words, at: line.origin.moved(dx: 1), style: pen.palette.muted, clip: line)
    case .single(let value):
      // The one tap stands where it will stand among its zeros.
      let middle = layout.side * layout.side / 2
      let cell = layout.cell(ofTap: middle)
      var single = KernelGrid(
        plain: 1,
        values: [value],
        limit: limit,
        digits: layout.numberColumns,
        unit: unit.value
      )
      single.cursor = cursor == middle ? 0 : nil
      let place = Rect(origin: area.origin.moved(dx: cell.x, dy: cell.y), size: cell.size)
      grid.draw(single, in: place.intersection(area), with: pen)
    case .whole(let values):
      var whole = layout.grid(values, limit: limit, unit: unit)
      whole.cursor = cursor
      grid.draw(whole, in: area, with: pen)
    }
  }

  private var unit: KernelUnit { KernelUnit(for: limit) }
}
