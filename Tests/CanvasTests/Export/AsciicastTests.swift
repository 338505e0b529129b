import Testing

@testable import Canvas

@Suite struct AsciicastTests {
  private let size = Size(width: 30, height: 8)

  private var screens: [Grid] {
    allWidgets.map { _, widget in
      var grid = Grid(size: size)
      grid.draw(widget, in: grid.bounds, with: blockPen)
      grid.put("三 ế", at: Point(x: 3, y: 2), style: Palette.dark.bad)
      return grid
    }
  }

  private func recording(_ grids: [Grid]) -> String {
    var cast = Asciicast(size: size, title: "a \"b\"", palette: .dark, depth: .trueColor)
    for (second, grid) in grids.enumerated() {
      if second > 0 { cast.mark("step \(second)", second: second) }
      cast.show(grid, second: second)
    }
    return cast.text(until: grids.count)
  }

  @Test func `A recording begins with its header and counts seconds`() {
    let lines = recording(Array(screens.prefix(3))).split(separator: "\n")
    #expect(
      lines[0].hasPrefix(
        ##"{"version":2,"width":30,"height":8,"title":"a \"b\"","theme":{"fg":"#e6edf3","##
      )
    )
    let heads = lines.dropFirst().map { $0.prefix(9) }
    #expect(
      heads == [
        #"[0.0,"o","#, #"[1.0,"m","#, #"[1.0,"o","#, #"[2.0,"m","#, #"[2.0,"o","#, #"[3.0,"o","#,
      ]
    )
    #expect(lines[2] == #"[1.0,"m","step 1"]"#)
  }

  @Test func `The same screens give the same bytes`() {
    #expect(recording(screens) == recording(screens))
  }

  @Test func `Playing a recording shows every screen`() {
    let screens = screens
    var terminal = Replay(size: size)
    var shown = 0
    for line in recording(screens).split(separator: "\n").dropFirst() where line.contains(",\"o\",")
    {
      guard shown < screens.count else { break }
      terminal.play(Replay.data(line))
      #expect(
        terminal.grid.text() == screens[shown].text(),
        "screen \(shown), \(allWidgets[shown].name)"
      )
      shown += 1
    }
    #expect(shown == screens.count)
  }
}

/// As much of a terminal as a recording needs: places, clearing, and letters; styles are dropped.
private struct Replay {
  private(set) var grid: Grid
  private var cursor = Point.zero

  init(size: Size) { grid = Grid(size: size) }

  /// The third element of an event, its escapes read.
  static func data(_ line: Substring) -> String {
    let start = line.firstRange(of: ",\"o\",\"")?.upperBound ?? line.startIndex
    let data = String(line[start...].dropLast(2))
    return data.replacing("\\u001b", with: "\u{1B}").replacing("\\\"", with: "\"")
      .replacing("\\\\", with: "\\")
  }

  mutating func play(_ text: String) {
    var rest = Substring(text)
    while let sign = rest.popFirst() {
      guard sign == "\u{1B}" else {
        cursor.x += grid.put(String(sign), at: cursor)
        continue
      }
      let sequence = rest.prefix { !$0.isLetter }
      rest = rest.dropFirst(sequence.count)
      let numbers = sequence.dropFirst().split(separator: ";").compactMap { Int($0) }
      switch rest.popFirst() {
      case "H": cursor = Point(x: numbers[1] - 1, y: numbers[0] - 1)
      case "J": grid.fill(grid.bounds)
      default: break
      }
    }
  }
}
