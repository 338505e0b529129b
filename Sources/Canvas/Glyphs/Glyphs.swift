/// The signs that widgets draw with, at one glyph level.
public struct Glyphs: Hashable, Sendable {
  /// The level that these signs belong to.
  public let level: GlyphLevel
  /// Lines and corners of borders and diagrams.
  public let lines: Lines
  /// Parts of a horizontal bar, from one eighth (or one whole) to full; the last one is full.
  public let barParts: [Character]
  /// Heights of a sparkline, from lowest to full.
  public let sparks: [Character]
  /// Parts of a column that hangs from the upper edge of a cell, from least to full.
  public let hanging: [Part]
  /// Points of a chart, from light to heavy.
  public let points: [Character]
  /// The rest of a bar that is not filled.
  public let track: Character
  /// A mark across a bar, for a 95th percentile.
  public let tick: Character
  /// The sign of a row that can be unfolded.
  public let folded: Character
  /// The sign of a row that can be folded.
  public let unfolded: Character
  /// Points at the selected row.
  public let marker: Character
  /// Stands before the items of a list.
  public let bullet: Character
  /// Stands before what passed a check.
  public let pass: Character
  /// Stands before what failed one.
  public let fail: Character
  /// Points right, as in `in→out`.
  public let arrow: String
  /// Arrow heads of connectors.
  public let heads: Heads
  /// Stands for what was cut off.
  public let ellipsis: String
  /// Multiplies shapes, as in `3×3`.
  public let times: String
  /// Separates the parts of a line.
  public let separator: String

  /// A sign that fills a part of its cell.
  public struct Part: Hashable, Sendable {
    /// How much of the cell it fills, above 0, at most 1.
    public let share: Double
    /// The sign.
    public let sign: Character
  }

  /// Lines, corners and crossings.
  public struct Lines: Hashable, Sendable {
    /// Runs left to right.
    public let horizontal: Character
    /// Runs top to bottom.
    public let vertical: Character
    /// The four corners.
    public let topLeft: Character, topRight: Character, bottomLeft: Character,
      bottomRight: Character
    /// Crossings with three arms, named after the arm that is missing: `teeDown` points down.
    public let teeDown: Character, teeUp: Character, teeRight: Character, teeLeft: Character
    /// All four arms.
    public let cross: Character
  }

  /// Arrow heads.
  public struct Heads: Hashable, Sendable {
    /// Heads in the four directions.
    public let left: Character, right: Character, up: Character, down: Character
  }
}

extension Glyphs {
  /// The signs of `level`.
  public init(_ level: GlyphLevel) {
    self = level == .ascii ? .ascii : .block
  }

  /// Signs that every terminal has.
  public static let ascii = Glyphs(
    level: .ascii,
    lines: Lines(
      horizontal: "-",
      vertical: "|",
      topLeft: "+",
      topRight: "+",
      bottomLeft: "+",
      bottomRight: "+",
      teeDown: "+",
      teeUp: "+",
      teeRight: "+",
      teeLeft: "+",
      cross: "+"
    ),
    barParts: ["#"],
    sparks: ["_", ".", ":", "|"],
    hanging: [
      Part(share: 0.25, sign: "'"), Part(share: 0.5, sign: ":"), Part(share: 1, sign: "|"),
    ],
    points: [".", "o", "@"],
    track: ".",
    tick: "|",
    folded: ">",
    unfolded: "v",
    marker: ">",
    bullet: "*",
    pass: "+",
    fail: "x",
    arrow: "->",
    heads: Heads(left: "<", right: ">", up: "^", down: "v"),
    ellipsis: "..",
    times: "x",
    separator: "|"
  )

  /// Box lines and block elements, all of one column.
  public static let block = Glyphs(
    level: .block,
    lines: Lines(
      horizontal: "─",
      vertical: "│",
      topLeft: "┌",
      topRight: "┐",
      bottomLeft: "└",
      bottomRight: "┘",
      teeDown: "┬",
      teeUp: "┴",
      teeRight: "├",
      teeLeft: "┤",
      cross: "┼"
    ),
    barParts: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    sparks: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    // Fonts have no more signs than these at the upper edge.
    hanging: [
      Part(share: 0.125, sign: "▔"), Part(share: 0.5, sign: "▀"), Part(share: 1, sign: "█"),
    ],
    points: ["·", "•", "●"],
    track: "·",
    tick: "│",
    folded: "▸",
    unfolded: "▾",
    marker: "▶",
    bullet: "•",
    pass: "✓",
    fail: "✗",
    arrow: "→",
    heads: Heads(left: "◀", right: "▶", up: "▲", down: "▼"),
    ellipsis: "…",
    times: "×",
    separator: "│"
  )
}
