internal import CNcurses
internal import Canvas

extension rv_cell {
  /// A cell of the grid as the C side takes it, in colours of `depth`.
  init(_ cell: Cell, depth: ColorDepth) {
    self.init()
    let style = cell.style.reduced(to: depth)
    foreground = style.foreground.index
    background = style.background.index
    attributes = style.attributes.forCurses
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

extension Color {
  /// The entry of the 256-colour table, or -1 for the terminal's own.
  fileprivate var index: Int16 {
    switch reduced(to: .ansi256) {
    case .indexed(let index): Int16(index)
    case .default, .rgb: -1
    }
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
