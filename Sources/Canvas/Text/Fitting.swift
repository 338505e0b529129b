internal import Words

/// On which side text keeps its edge.
public enum Alignment: Hashable, Sendable {
  /// Against the left edge: words.
  case left
  /// In the middle: titles.
  case center
  /// Against the right edge: numbers.
  case right
}

extension StringProtocol {
  /// The text cut to at most `width` columns, with `ellipsis` for what is gone.
  ///
  /// Where not even the ellipsis fits, the text is just cut. What is hidden in it is spelled out, here as in
  /// the functions below.
  public func truncated(to width: Int, ellipsis: String = "…") -> String {
    let text = visible
    guard Canvas.columns(of: text) > width else { return text }
    let mark = Canvas.columns(of: ellipsis) < width ? ellipsis : ""
    return text.cut(to: width - Canvas.columns(of: mark)) + mark
  }

  /// The text cut to at most `width` columns from its beginning, for names that differ at the end.
  public func truncatedAtStart(to width: Int, ellipsis: String = "…") -> String {
    let text = visible
    guard Canvas.columns(of: text) > width else { return text }
    let mark = Canvas.columns(of: ellipsis) < width ? ellipsis : ""
    let room = width - Canvas.columns(of: mark)
    return mark + String(String(text.reversed()).cut(to: room).reversed())
  }

  /// The text in exactly `width` columns: cut where it is longer, padded where it is shorter.
  public func fitted(
    to width: Int,
    _ alignment: Alignment = .left,
    ellipsis: String = "…"
  ) -> String {
    let text = truncated(to: width, ellipsis: ellipsis)
    let gap = Swift.max(0, width - Canvas.columns(of: text))
    let before =
      switch alignment {
      case .left: 0
      case .center: gap / 2
      case .right: gap
      }
    return blanks(before) + text + blanks(gap - before)
  }

  /// The text in lines of at most `width` columns, broken at blanks.
  ///
  /// A word that is longer than a line is cut.
  public func wrapped(to width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    var line = ""
    for word in visible.split(separator: " ") {
      var word = String(word)
      let room = width - Canvas.columns(of: line) - (line.isEmpty ? 0 : 1)
      if Canvas.columns(of: word) <= room {
        line += (line.isEmpty ? "" : " ") + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while Canvas.columns(of: word) > width {
        let head = word.cut(to: width)
        // A letter wider than the line takes a line of its own, where drawing will blank it.
        let taken = Swift.max(1, head.count)
        lines.append(String(word.prefix(taken)))
        word = String(word.dropFirst(taken))
      }
      line = word
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  /// The longest beginning that takes at most `width` columns.
  private func cut(to width: Int) -> String {
    var used = 0
    return String(
      prefix { letter in
        used += Glyph(letter).columns
        return used <= width
      }
    )
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
