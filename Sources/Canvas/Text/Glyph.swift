internal import Words

/// A character made fit for a cell: nothing that could move the cursor or break a terminal's row.
struct Glyph {
  /// What is drawn: a base and at most four marks above or below it (ncurses' limit).
  let character: Character
  /// Columns it takes, 1 or 2.
  let columns: Int

  /// Control characters and lone marks become `?`; joiners and variation selectors are dropped.
  init(_ raw: Character) {
    var scalars = raw.unicodeScalars.makeIterator()
    guard let base = scalars.next(), case let columns = base.columns, columns > 0 else {
      self.init(character: "?", columns: 1)
      return
    }
    guard var next = scalars.next() else {
      self.init(character: raw, columns: columns)
      return
    }
    var cleaned = String.UnicodeScalarView()
    cleaned.append(base)
    while cleaned.count < 5 {
      if next.isMark { cleaned.append(next) }
      guard let following = scalars.next() else { break }
      next = following
    }
    self.init(character: Character(String(cleaned)), columns: columns)
  }

  private init(character: Character, columns: Int) {
    self.character = character
    self.columns = columns
  }
}

/// Columns that `text` takes on the screen, with what is hidden in it spelled out.
public func columns(of text: some StringProtocol) -> Int {
  text.isPrintableASCII ? text.utf8.count : text.visible.reduce(0) { $0 + Glyph($1).columns }
}
