import Canvas
import Foundation
import Testing

/// A terminal whose events are those of a script, then wakes as they come, until the screen says what is
/// waited for.
struct WaitingTerminal: Terminal {
  let size = Size(width: 100, height: 30)
  let depth = ColorDepth.mono
  let glyphLevel = GlyphLevel.ascii
  private let text: String
  private var script: ArraySlice<Event>
  private let bell = DispatchSemaphore(value: 0)
  private var isDone = false
  private var whenShown: (() -> Void)?

  /// A terminal that waits for `text`; `whenShown` is done behind the first frame.
  init(for text: String, script: [Event], whenShown: (() -> Void)? = nil) {
    self.text = text
    self.script = script[...]
    self.whenShown = whenShown
  }

  var wake: @Sendable () -> Void { { [bell] in bell.signal() } }

  mutating func present(_ grid: Grid) {
    isDone = grid.lines.contains { $0.contains(text) }
    whenShown?()
    whenShown = nil
  }

  mutating func nextEvent(timeout milliseconds: Int?) -> Event? {
    if let event = script.popFirst() { return event }
    if isDone { return .end(.closed) }
    guard bell.wait(timeout: .now() + .seconds(30)) == .success else {
      Issue.record("the screen never said '\(text)'")
      return .end(.closed)
    }
    return .wake
  }

  mutating func invalidate() {}
  mutating func askForGround() {}
  mutating func suspend() {}
  mutating func restore() {}
}
