internal import Canvas
internal import RepCore

/// Screen 5: what was found in the file, and what became of every tensor in it.
struct FileView: Widget {
  let shared: Shared
  let offset: Int

  /// Columns from which on there are two panes side by side.
  private static let twoPanes = 100

  /// Columns beyond which a name and its value stand too far apart to be read as one.
  private static let readable = 60

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    for pane in panes(in: area, with: pen) {
      let inside = FileView.interior(of: pane.area)
      let spare = max(pane.lines.count - inside.height, 0)
      let first = min(offset, spare)
      let footer = spare > first ? "\(spare - first) more below" : ""
      // The marker is on what the cursor keys scroll.
      grid.draw(Panel(pane.title, footer: footer, isFocused: spare > 0), in: pane.area, with: pen)
      grid.draw(TextBlock(Array(pane.lines.dropFirst(first))), in: inside, with: pen)
    }
  }

  /// The largest useful offset: the last line of the longest pane stands at the bottom.
  var lastOffset: Int {
    let panes = panes(in: Rect(size: shared.body), with: shared.pen)
    return panes.map { max($0.lines.count - FileView.interior(of: $0.area).height, 0) }.max() ?? 0
  }

  /// The file in words.
  var status: String {
    guard let opened = shared.document.opened else {
      return "\(shared.document.title), made in memory"
    }
    let coverage = opened.coverage
    let opaque = coverage.opaque.isEmpty ? "" : ", \(coverage.opaque.count) opaque"
    let warnings = opened.warnings.isEmpty ? "" : ", \(counted(opened.warnings.count, "warning"))"
    return "\(shared.document.title), \(opened.container.rawValue), \(opened.naming) names, "
      + "\(coverage.taken) of \(coverage.found) tensors used\(opaque)\(warnings)"
  }

  private struct Pane {
    let title: String
    let area: Rect
    let lines: [StyledLine]
  }

  private func panes(in area: Rect, with pen: Pen) -> [Pane] {
    guard area.width >= FileView.twoPanes else {
      let width = FileView.interior(of: area).width
      let lines =
        account(min(width, FileView.readable), pen).lines + [StyledLine()]
        + ledger(width, pen).lines
      return [Pane(title: "What was found", area: area, lines: lines)]
    }
    let halves = area.columns([1, 1])
    let widths = halves.map { FileView.interior(of: $0).width }
    return [
      Pane(title: "What was found", area: halves[0], lines: account(widths[0], pen).lines),
      Pane(title: "Every tensor", area: halves[1], lines: ledger(widths[1], pen).lines),
    ]
  }

  private func account(_ width: Int, _ pen: Pen) -> FileAccount {
    FileAccount(document: shared.document, pen: pen, width: width)
  }

  private func ledger(_ width: Int, _ pen: Pen) -> TensorLedger {
    TensorLedger(document: shared.document, pen: pen, width: width)
  }

  private static func interior(of area: Rect) -> Rect {
    Panel.interior(of: area).inset(dx: 1, dy: 0)
  }
}
