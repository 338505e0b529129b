internal import Canvas
internal import Words

/// A pane of text: what fits of its lines, from the one that it was scrolled to, and how many there are below.
struct TextPane: Widget {
  /// Which pane.
  let id: PaneID
  /// What it is about; about something else it begins at its first line.
  let subject: String
  private let title: String
  private let isFocused: Bool
  private let language: Language
  private let scroll: Scroll?
  private let lines: [StyledLine]

  /// A pane of `area`, whose lines are made for the columns that they may take.
  init(
    _ id: PaneID,
    about subject: String,
    titled title: String,
    isFocused: Bool = false,
    in area: Rect,
    _ shared: Shared,
    lines: (_ width: Int) -> [StyledLine]
  ) {
    (self.id, self.subject, self.title, self.isFocused) = (id, subject, title, isFocused)
    (language, scroll) = (shared.language, shared.scroll)
    self.lines = lines(TextPane.interior(of: area).width)
  }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard !area.isEmpty else { return }
    let inside = TextPane.interior(of: area)
    let last = lastOffset(in: area)
    let first = min(offset, last)
    let note = Text.more(last - first)[language]
    grid.draw(Panel(title, note: note, isFocused: isFocused), in: area, with: pen)
    grid.draw(TextBlock(Array(lines.dropFirst(first))), in: inside, with: pen)
  }

  /// How many lines are scrolled away.
  private var offset: Int {
    scroll.map { $0.pane == id && $0.subject == subject ? $0.offset : 0 } ?? 0
  }

  /// The largest useful offset: the last line stands at the bottom.
  private func lastOffset(in area: Rect) -> Int {
    max(lines.count - TextPane.interior(of: area).height, 0)
  }

  /// The pane `step` lines further down, as far as that shows anything new.
  func scrolled(by step: Int, in area: Rect) -> Scroll {
    scrolled(to: min(offset, lastOffset(in: area)) + step, in: area)
  }

  /// The pane from a line on, as far as that shows anything new.
  func scrolled(to line: Int, in area: Rect) -> Scroll {
    Scroll(pane: id, subject: subject, offset: min(max(line, 0), lastOffset(in: area)))
  }

  /// The cells of its lines.
  static func interior(of area: Rect) -> Rect { Panel.interior(of: area).inset(dx: 1, dy: 0) }
}

/// How far a pane of text is scrolled; one at a time.
struct Scroll: Hashable, Sendable {
  let pane: PaneID
  let subject: String
  let offset: Int
}
