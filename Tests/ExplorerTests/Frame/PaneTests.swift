import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("Panes")
struct PaneTests {
  private static let sizes = [(60, 16), (80, 24), (100, 30), (200, 60)]
    .map { Size(width: $0.0, height: $0.1) }

  private func text(_ state: State) -> String { state.render().lines.joined(separator: "\n") }

  @Test("fill the screen one after the other by z, and then share it again", arguments: sizes)
  func zoom(size: Size) {
    for document in Fixture.documents {
      for screen in ScreenRegistry.all {
        var state = Fixture.state(
          document,
          size: size,
          commands: [.sampleTiming, .show(screen.id)]
        )
        let (before, panes) = (text(state), state.current.panes(state.shared))
        #expect(!panes.isEmpty, "\(screen.id)")
        for pane in panes {
          _ = state.press(.character("z"))
          let what = "\(pane) of \(document.title) at \(size)"
          #expect(state.shared.zoomed == pane, "\(what)")
          let place = state.current.layout(state.shared, in: state.shared.body)[pane]
          #expect(place == Rect(size: state.shared.body), "\(what)")
          let inside = state.render().lines.dropFirst(2).dropLast(3)
          let isFilled = inside.contains { line in
            line.contains { $0.isLetter || $0.isNumber }
          }
          #expect(isFilled || pane == .latency, "\(what)\n\(text(state))")
        }
        _ = state.press(.character("z"))
        #expect(state.shared.zoomed == nil && text(state) == before, "\(screen.id) at \(size)")
      }
    }
  }

  @Test("are left by Escape, which then does nothing else, and by another screen")
  func leaving() {
    var state = Fixture.state(commands: [.show(.block)])
    _ = state.perform(line: "zoom numbers")
    _ = state.press(.escape)
    #expect(state.shared.zoomed == nil && state.screen == .block)
    _ = state.perform(line: "zoom numbers; screen tree")
    #expect(state.shared.zoomed == nil)
    _ = state.perform(line: "zoom details; zoom details")
    #expect(state.shared.zoomed == nil)
  }

  @Test("that the screen has not are refused, with those that there are")
  func absent() {
    for pane in ["memory", "kitchen"] {
      for command in ["zoom", "shot x.png", "highlight"] {
        var state = Fixture.state()
        let line = "\(command) \(pane)"
        #expect(state.perform(line: line) == [], "\(line)")
        let reason = state.shared.fault?.description ?? ""
        #expect(
          reason == "no pane '\(pane)' here; the panes are tree, details",
          "\(line): \(reason)"
        )
      }
    }
    var narrow = Fixture.state(size: Size(width: 80, height: 24))
    #expect(narrow.perform(line: "shot x.png details") == [])
    #expect(narrow.shared.fault?.description.contains("zoom details shows it") == true)
  }

  @Test("are called in Vietnamese as their screens declare it, by whoever names them")
  func translations() {
    for pane in ScreenRegistry.all.flatMap({ $0.panes }) {
      #expect(pane.words.en == pane.rawValue && pane.words.vi != pane.rawValue, "\(pane)")
      let typed = PaneID(rawValue: pane.rawValue)
      #expect(typed == pane && typed.words == pane.words, "\(pane)")
    }
    #expect(PaneID(rawValue: "attic").words == Text(name: "attic"))
  }

  @Test("of text say how much is below, and scroll to their last line and no further")
  func scrolling() throws {
    for (screen, size) in [(ScreenID.tree, Size(width: 100, height: 16)), (.block, Self.sizes[1])] {
      var state = Fixture.state(size: size, commands: [.show(screen), .sampleTiming])
      let first = try #require(state.textOfPane)
      #expect(first.contains("more below"), "\(first)")
      for _ in 0..<99 { _ = state.press(.character("J")) }
      let last = try #require(state.shared.scroll?.offset)
      let end = try #require(state.textOfPane)
      #expect(last > 0 && !end.contains("more below"), "\(end)")
      _ = state.press(.character("K"))
      let above = try #require(state.textOfPane)
      #expect(state.shared.scroll?.offset == last - 1 && above.contains("1 more below"))
      _ = state.perform(line: "scroll 1")
      #expect(state.shared.scroll?.offset == 0)
      let area = try #require(state.current.textPane(state.shared, in: state.shared.body)).area
      let inside = area.origin.moved(dx: 2, dy: 3)
      _ = state.handle(Event.Mouse(button: .wheelDown, at: inside))
      #expect(state.shared.scroll?.offset == min(3, last), "\(screen)")
    }
  }

  @Test("of rows say how many are below, and nothing at their last one")
  func rowsBelow() throws {
    for screen in [ScreenID.tree, .live] {
      var state = Fixture.state(
        size: Size(width: 60, height: 16),
        commands: [.show(screen), .sampleTiming, .first]
      )
      var below = [Int]()
      for _ in 0..<99 {
        let words = text(state).firstMatch(of: /(\d+) more below/)?.1
        below.append(try words.map { try #require(Int($0)) } ?? 0)
        _ = state.perform(.move(.down, 1))
      }
      #expect(below[0] > 0 && below.last == 0 && below == below.sorted(by: >), "\(screen) \(below)")
      #expect(zip(below, below.dropFirst()).allSatisfy { $0 - $1 <= 1 }, "\(screen) \(below)")
    }
  }

  @Test("begin at their first line where they are about something else")
  func another() {
    var state = Fixture.state(size: Size(width: 100, height: 16))
    for _ in 0..<3 { _ = state.press(.character("J")) }
    _ = state.press(.character("j"))
    _ = state.press(.character("j"))
    let fresh = Fixture.state(
      size: Size(width: 100, height: 16),
      commands: [.move(.down), .move(.down)]
    )
    #expect(text(state) == text(fresh))
  }

  @Test("are cut out for pictures, with the caption and the frame that were asked for")
  func pictures() throws {
    var state = Fixture.state(commands: [.show(.block)])
    var pictures: [Annotations] = []
    let script = """
      shot a.png; caption; shot b.png numbers; caption 'one kernel; no more'; highlight diagram
      shot c.png; caption off; highlight; shot d.png
      """
    try state.play(Command.script(script), read: Fixture.reader) { grid, annotations, _, _ in
      #expect(grid.size == Size(width: 100, height: 30))
      pictures.append(annotations)
      return .none
    }
    let place = try #require(state.area(of: .numbers))
    let status = state.current.frame(state.shared, in: state.shared.body).status
    #expect(
      pictures == [
        Annotations(), Annotations(crop: place, caption: status),
        Annotations(
          caption: "one kernel; no more",
          highlights: [try #require(state.area(of: .diagram))]
        ), Annotations(),
      ]
    )
    #expect(Array(state.render().lines[place.y])[place.x] == "┌")
  }

  @Test("have names of their own")
  func names() {
    #expect(Set(ScreenRegistry.paneNames).count == ScreenRegistry.paneNames.count)
  }
}
