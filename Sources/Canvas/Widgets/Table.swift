/// Rows of aligned columns with one selected row; only the rows in sight are asked for.
public struct Table: Widget {
  /// The columns from left to right.
  public let columns: [Column]
  /// How many rows there are.
  public let rowCount: Int
  /// The row that is marked, if any.
  public let selected: Int?
  /// The row at the top; nil where the selected one stands in the middle, as far as the ends allow.
  public let firstRow: Int?
  /// What is marked where it stands in the names, the text of the first column and of those that grow; empty for
  /// nothing.
  public let marked: String
  let content: (_ row: Int, _ column: Int) -> Content

  /// A table whose cells are made by `content` when they are drawn.
  public init(
    columns: [Column],
    rowCount: Int,
    selected: Int? = nil,
    firstRow: Int? = nil,
    marking marked: String = "",
    content: @escaping (_ row: Int, _ column: Int) -> Content
  ) {
    self.columns = columns
    self.rowCount = rowCount
    self.selected = selected
    self.firstRow = firstRow
    self.marked = marked
    self.content = content
  }

  /// One column: its head, its edge, how wide it must be and when it may be left out.
  public struct Column: Hashable, Sendable {
    /// The head.
    public let title: String
    /// On which side its cells keep their edge.
    public let alignment: Alignment
    /// The columns of the screen that it needs.
    public let width: Int
    /// Whether it takes what is left over.
    public let grows: Bool
    /// Columns of the highest number are left out first where space is short; 0 always stays.
    public let priority: Int
    /// Whether text that is too long loses its beginning, and not its end, as names of tensors that differ
    /// at their ends.
    public let keepsEnd: Bool
    /// What the head is called where it is heard and not seen.
    public let spoken: String

    /// A column that is `width` wide, or wider if it `grows`.
    public init(
      _ title: String,
      _ alignment: Alignment = .left,
      width: Int,
      grows: Bool = false,
      priority: Int = 0,
      keepsEnd: Bool = false,
      spoken: String? = nil
    ) {
      self.title = title
      self.alignment = alignment
      self.width = width
      self.grows = grows
      self.priority = priority
      self.keepsEnd = keepsEnd
      self.spoken = spoken ?? title
    }

    func fitted(_ text: String, to width: Int, ellipsis: String) -> String {
      let kept = keepsEnd ? text.truncatedAtStart(to: width, ellipsis: ellipsis) : text
      return kept.fitted(to: width, alignment, ellipsis: ellipsis)
    }
  }

  /// What a cell of the table shows.
  public enum Content {
    /// Text in the style of the row, or in one of its own.
    case text(String, Style? = nil)
    /// Anything that draws itself, such as a bar.
    case widget(any Widget)
  }

  /// Draws the head in the first row of `area` and the rows below it.
  public func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (head, body) = area.splitTop(1)
    let layout = TableLayout(columns, width: area.width)
    for slot in layout.slots {
      let column = columns[slot.column]
      let text = column.title.fitted(
        to: slot.width,
        column.alignment,
        ellipsis: pen.glyphs.ellipsis
      )
      let start = Point(x: area.x + slot.start, y: head.y)
      grid.put(text, at: start, style: pen.palette.header, clip: head)
    }
    let rows = rows(height: area.height)
    for row in rows {
      draw(row: row, layout, into: &grid, in: body.row(row - rows.lowerBound), with: pen)
    }
  }

  /// The rows in sight in an area of `height` rows, its head among them.
  public func rows(height: Int) -> Range<Int> {
    guard let firstRow else {
      return Table.rows(around: selected ?? 0, of: rowCount, height: height)
    }
    let first = min(max(0, firstRow), rowCount)
    return first..<max(first, min(rowCount, first + height - 1))
  }

  private func draw(
    row: Int,
    _ layout: TableLayout,
    into grid: inout Grid,
    in line: Rect,
    with pen: Pen
  ) {
    let isSelected = row == selected
    let rowStyle = isSelected ? pen.palette.selection : pen.palette.text
    grid.fill(line, style: rowStyle)
    if isSelected {
      grid.put(sign: pen.glyphs.marker, at: line.origin, style: rowStyle, clip: line)
    }
    for slot in layout.slots {
      let cell = line.intersection(
        Rect(x: line.x + slot.start, y: line.y, width: slot.width, height: 1)
      )
      switch content(row, slot.column) {
      case .text(let text, let style):
        let fitted = columns[slot.column]
          .fitted(text, to: slot.width, ellipsis: pen.glyphs.ellipsis)
        let shown = isSelected ? rowStyle : style ?? rowStyle
        let marked = slot.column == 0 || columns[slot.column].grows ? marked : ""
        grid.put(StyledLine(fitted, shown, marking: marked), at: cell.origin, clip: cell)
      case .widget(let widget):
        // Widgets keep their own ground: a bar in the colour of the selection must still be seen.
        grid.fill(cell, style: pen.palette.text)
        widget.draw(into: &grid, in: cell, with: pen)
      }
    }
  }
}

// MARK: - Scrolling

extension Table {
  /// The row that must be at the top so that `selected` is in sight, moving as little as possible.
  ///
  /// - Parameters:
  ///   - selected: the row to show.
  ///   - rowCount: how many rows there are.
  ///   - height: rows of the table's area, with its head.
  ///   - firstRow: the row that is at the top now.
  /// - Returns: a row within `0..<rowCount`, or zero where there is none.
  public static func firstRow(
    showing selected: Int,
    of rowCount: Int,
    height: Int,
    from firstRow: Int
  ) -> Int {
    let visible = max(1, height - 1)
    let lowest = max(0, rowCount - visible)
    let near = min(max(firstRow, selected - visible + 1), max(0, selected))
    return min(max(0, near), lowest)
  }

  /// The rows in sight where `selected` stands in the middle, as far as the ends allow.
  ///
  /// - Parameters:
  ///   - selected: the row to show.
  ///   - rowCount: how many rows there are.
  ///   - height: rows of the table's area, with its head.
  /// - Returns: a part of `0..<rowCount`.
  public static func rows(around selected: Int, of rowCount: Int, height: Int) -> Range<Int> {
    let first = firstRow(
      showing: selected,
      of: rowCount,
      height: height,
      from: selected - height / 2
    )
    return first..<max(first, min(rowCount, first + height - 1))
  }
}
