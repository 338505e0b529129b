/// A cell whose ink and paper are real colours.
struct InkedCell {
  let character: Character
  let part: Cell.Part
  let attributes: Attributes
  let ink: Color
  let paper: Color
  /// Whether the paper is not the picture's own.
  let isTinted: Bool
  /// What the character is drawn as, where it needs no font.
  let shape: CellShape?

  init(_ cell: Cell, _ palette: Palette) {
    let style = cell.style
    let front = style.foreground == .default ? palette.ink : style.foreground
    let back = style.background == .default ? palette.paper : style.background
    let isReversed = style.attributes.contains(.reverse)
    let reader = isReversed ? back : front
    paper = isReversed ? front : back
    ink = style.attributes.contains(.dim) ? reader.mixed(with: paper, share: 0.4) : reader
    isTinted = paper != palette.paper
    character = cell.character
    part = cell.part
    attributes = style.attributes
    shape = CellShape(cell.character)
  }

  var isBlank: Bool { character == " " && part != .right }

  /// Whether one element of a drawing can show both.
  func joins(_ other: InkedCell) -> Bool {
    guard ink == other.ink, attributes == other.attributes else { return false }
    if shape != nil || other.shape != nil { return character == other.character }
    // A character that many fonts draw wider or narrower than a cell stands on its own, so that it
    // does not stretch its neighbours.
    return standsAlone == other.standsAlone && !standsAlone
  }

  private var standsAlone: Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return scalar.value >= 0x2000
  }
}
