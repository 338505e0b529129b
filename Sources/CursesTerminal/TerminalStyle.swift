internal import CNcurses
internal import Canvas

/// A style in the numbers of a terminal.
struct TerminalStyle: Equatable {
  /// A colour of the terminal's table, or red, green and blue as one number; -1 is the terminal's own.
  var foreground: Int32
  /// The same of the paper.
  var background: Int32
  /// The bits of `RV_BOLD` and so on.
  var attributes: UInt8

  /// `style` on a terminal with so many `colors`.
  init(_ style: Style, colors: Int) {
    let hasTable = colors <= 256
    foreground = hasTable ? style.foreground.index : style.foreground.direct
    background = hasTable ? style.background.index : style.background.direct
    attributes = style.attributes.forCurses
    guard hasTable, colors > 0 else { return }
    // Where there are eight colours, the bright ones are bold.
    if foreground >= colors {
      foreground %= 8
      attributes |= UInt8(RV_BOLD)
    }
    if background >= colors { background %= 8 }
    // Bold black is grey in many of them.
    if colors <= 16, foreground == 0 { attributes &= ~UInt8(RV_BOLD) }
  }
}

extension Color {
  /// The entry of the 256-colour table, or -1 for the terminal's own.
  fileprivate var index: Int32 {
    switch reduced(to: .ansi256) {
    case .indexed(let index): Int32(index)
    case .default, .rgb: -1
    }
  }

  /// The number of a direct colour; our terminfo entry takes the first sixteen for the terminal's named ones.
  fileprivate var direct: Int32 {
    if case .indexed(let index) = self, index < 16 { return Int32(index) }
    guard let (red, green, blue) = components else { return -1 }
    let number = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
    // Blacks that are named colours get one step of green.
    return number < 16 ? number | 0x100 : number
  }
}

extension Attributes {
  fileprivate var forCurses: UInt8 {
    func bit(_ attribute: Attributes, _ code: Int) -> UInt8 {
      contains(attribute) ? UInt8(code) : 0
    }
    return bit(.bold, RV_BOLD) | bit(.dim, RV_DIM) | bit(.underline, RV_UNDERLINE)
      | bit(.reverse, RV_REVERSE) | bit(.italic, RV_ITALIC)
  }
}

extension rv_cell {
  /// What stands in `cell`, as the C side takes it.
  init(_ cell: Cell, pair: Int32, attributes: UInt8) {
    self.init()
    self.pair = pair
    self.attributes = attributes
    columns =
      switch cell.part {
      case .whole: 1
      case .left: 2
      case .right: 0
      }
    var scalars = cell.character.unicodeScalars.makeIterator()
    text.0 = scalars.next()?.value ?? 0x20
    text.1 = scalars.next()?.value ?? 0
    text.2 = scalars.next()?.value ?? 0
    text.3 = scalars.next()?.value ?? 0
    text.4 = scalars.next()?.value ?? 0
  }
}
