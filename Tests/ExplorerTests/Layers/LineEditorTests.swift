import Canvas
import Testing

@testable import Explorer

@Suite("A line that is typed")
struct LineEditorTests {
  private func line(_ start: String, _ keys: [Key]) -> (String, Int) {
    var editor = LineEditor(start)
    for key in keys { _ = editor.edit(key) }
    return (editor.line, editor.cursor)
  }

  @Test(
    "is edited by the usual keys",
    arguments: [
      ("abc", [.left, .character("x")], "abxc", 3),
      ("abc", [.home, .delete], "bc", 0),
      ("abc", [.home, .backspace], "abc", 0),
      ("abc", [.left, .left, .control("k")], "a", 1),
      ("abc", [.left, .control("u")], "c", 0),
      ("one two  ", [.control("w")], "one ", 4),
      ("one two", [.control("a"), .right, .backspace, .end, .character("!")], "ne two!", 7),
      ("Ộ漢", [.backspace], "Ộ", 1),
    ] as [(String, [Key], String, Int)]
  )
  func keys(_ start: String, _ keys: [Key], _ end: String, _ cursor: Int) {
    let (text, place) = line(start, keys)
    #expect(text == end && place == cursor, "'\(start)' \(keys): '\(text)' at \(place)")
  }

  @Test("takes no more than its room, and no line ends, however much is pasted")
  func paste() {
    var editor = LineEditor()
    let clock = ContinuousClock()
    let time = clock.measure {
      for _ in 0..<64 { editor.insert(String(repeating: "wide\n", count: 20_000)) }
    }
    #expect(editor.text.count == LineEditor.longest)
    #expect(!editor.line.contains("\n"))
    #expect(time < .seconds(5), "\(time)")
  }

  @Test("keeps its cursor in sight at every width", arguments: [4, 7, 20, 79])
  func sight(_ width: Int) {
    var editor = LineEditor(String(repeating: "漢x", count: 60))
    for step in 0..<120 {
      let styled = editor.styled(behind: " :", width: width, .dark)
      let before = styled.pieces.prefix {
        $0.text != "_" && !$0.style.attributes.contains(.reverse)
      }
      let columns = before.reduce(0) { $0 + Canvas.columns(of: $1.text) }
      #expect(columns <= width, "width \(width), \(step) from the end: \(columns)")
      _ = editor.edit(.left)
    }
  }
}
