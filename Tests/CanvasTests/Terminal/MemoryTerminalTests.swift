import Canvas
import Testing

@Suite struct MemoryTerminalTests {
  @Test func `A script is told in order, then the terminal closes`() {
    let size = Size(width: 8, height: 3)
    var terminal = MemoryTerminal(size: .zero, script: [.key(.up), .resize(size)])
    #expect(terminal.nextEvent(timeout: nil) == .key(.up))
    #expect(terminal.nextEvent(timeout: 0) == .resize(size))
    #expect(terminal.size == size)
    #expect(terminal.nextEvent(timeout: nil) == .end(.closed))
    terminal.present(Grid(size: size))
    terminal.restore()
    #expect(terminal.frames.count == 1 && terminal.log.last == .restoration)
  }
}
