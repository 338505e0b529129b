/// One line of text in several styles.
public struct StyledLine: Hashable, Sendable {
  /// The pieces from left to right.
  public private(set) var pieces: [Piece] = []

  /// Text in one style.
  public struct Piece: Hashable, Sendable {
    /// What is written.
    public let text: String
    /// How it looks.
    public let style: Style
  }

  /// An empty line, or one that begins with `text`.
  public init(_ text: String = "", _ style: Style = .plain) {
    if !text.isEmpty { pieces.append(Piece(text: text, style: style)) }
  }

  /// The line with `text` after it.
  public func then(_ text: String, _ style: Style = .plain) -> StyledLine {
    var line = self
    line.pieces.append(Piece(text: text, style: style))
    return line
  }

  /// Columns that the line takes.
  public var columns: Int { pieces.reduce(0) { $0 + Canvas.columns(of: $1.text) } }

  /// What is written, without styles.
  public var text: String { pieces.map(\.text).joined() }
}

extension Grid {
  /// Writes a line in several styles, cut to `clip` and to the screen.
  ///
  /// - Returns: the columns that the whole line takes, cut or not.
  @discardableResult
  public mutating func put(_ line: StyledLine, at point: Point, clip: Rect? = nil) -> Int {
    line.pieces.reduce(0) { used, piece in
      used + put(piece.text, at: point.moved(dx: used), style: piece.style, clip: clip)
    }
  }
}
