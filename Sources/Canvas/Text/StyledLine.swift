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

  /// The line with `other` after it.
  public func appending(_ other: StyledLine) -> StyledLine {
    other.pieces.reduce(self) { $0.then($1.text, $1.style) }
  }

  /// `text` with every place in it underlined that holds `searched`, in capitals or not.
  public init(_ text: String, _ style: Style, marking searched: String) {
    guard !searched.isEmpty else {
      self = StyledLine(text, style)
      return
    }
    let (letters, wanted) = (Array(text), searched.map { $0.lowercased() })
    let lowered = letters.map { $0.lowercased() }
    var (start, place) = (0, 0)
    while place + wanted.count <= letters.count {
      guard lowered[place..<place + wanted.count].elementsEqual(wanted) else {
        place += 1
        continue
      }
      let end = place + wanted.count
      if place > start { pieces.append(Piece(text: String(letters[start..<place]), style: style)) }
      let mark = style.adding([.bold, .underline])
      pieces.append(Piece(text: String(letters[place..<end]), style: mark))
      (start, place) = (end, end)
    }
    if start < letters.count { pieces.append(Piece(text: String(letters[start...]), style: style)) }
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
