/// Lines of text, one below the other.
public struct TextBlock: Widget {
  private let content: Content

  private enum Content {
    case lines([StyledLine])
    case paragraph(String, Style)
  }

  /// Lines as they are, cut where they are too long.
  public init(_ lines: [StyledLine]) {
    content = .lines(lines)
  }

  /// Text that wraps at blanks.
  public init(wrapping text: String, style: Style = .plain) {
    content = .paragraph(text, style)
  }

  /// Draws the lines that fit, from the top.
  public func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    for (index, line) in lines(width: area.width).prefix(area.height).enumerated() {
      grid.put(line, at: area.origin.moved(dy: index), clip: area)
    }
  }

  private func lines(width: Int) -> [StyledLine] {
    switch content {
    case .lines(let lines): lines
    case .paragraph(let text, let style): text.wrapped(to: width).map { StyledLine($0, style) }
    }
  }
}
