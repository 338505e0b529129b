/// One cell of the screen: what stands in it and how it looks.
public struct Cell: Hashable, Sendable {
  /// What stands in the cell; a blank in the right half of a wide character.
  public let character: Character
  /// Ink, paper and attributes.
  public let style: Style
  /// Which part of a character the cell shows.
  public let part: Part

  /// Which part of a character a cell shows.
  public enum Part: UInt8, Hashable, Sendable {
    /// A character of one column.
    case whole
    /// The first column of a character of two.
    case left
    /// The second column of a character of two.
    case right
  }

  /// An empty cell in the terminal's own colours.
  public static let blank = Cell(style: .plain)

  /// An empty cell.
  public init(style: Style) {
    self.init(character: " ", style: style, part: .whole)
  }

  init(character: Character, style: Style, part: Part) {
    self.character = character
    self.style = style
    self.part = part
  }

  /// The same content in another style.
  func styled(_ style: Style) -> Cell { Cell(character: character, style: style, part: part) }
}
