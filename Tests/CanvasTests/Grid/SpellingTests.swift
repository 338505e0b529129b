import Canvas
import Testing

@Suite("Signs that every terminal has")
struct SpellingTests {
  @Test("spell every letter of Vietnamese by its letter without marks")
  func letters() {
    for letter in "aăâeêioôơuưy" {
      for mark in ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"] {
        for text in ["\(letter)\(mark)", "\(letter)\(mark)".uppercased()] {
          let spelled = Character(text).nearestASCII
          #expect(spelled.isASCII && spelled.isLetter, "\(text): \(spelled)")
          #expect(spelled.isUppercase == Character(text).isUppercase, "\(text): \(spelled)")
        }
      }
    }
    // Composed, as the program's own texts are.
    for (letter, wanted) in zip("ằấễểọửỵđĐÂ", "aaeeouydDA") {
      #expect(letter.nearestASCII == wanted, "\(letter)")
    }
  }

  @Test("change nothing at the level of blocks, and leave what has no like")
  func grids() {
    var grid = Grid(size: Size(width: 24, height: 1))
    grid.put("vào→ra: 三 ×2 đã đo…", at: .zero)
    let before = grid
    grid.spell(at: .block)
    #expect(grid == before)
    grid.spell(at: .ascii)
    let text = String(grid.row(0).filter { $0.part != .right }.map(\.character))
    #expect(text.hasPrefix("vao>ra: 三 x2 da do."), "\(text)")
  }
}
