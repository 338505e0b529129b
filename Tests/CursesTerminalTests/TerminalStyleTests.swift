import Canvas
import Testing

@testable import CursesTerminal

@Suite struct TerminalStyleTests {
  private func numbers(_ foreground: Color, _ background: Color, colors: Int) -> [Int32] {
    let style = TerminalStyle(Style(foreground: foreground, background: background), colors: colors)
    return [style.foreground, style.background, Int32(style.attributes)]
  }

  @Test func `Direct colours are one number, and named ones stay named`() {
    let colors = 1 << 24
    #expect(numbers(.rgb(255, 128, 1), .default, colors: colors) == [0xFF8001, -1, 0])
    #expect(numbers(.indexed(9), .indexed(15), colors: colors) == [9, 15, 0])
    #expect(numbers(.indexed(16), .indexed(231), colors: colors) == [0x100, 0xFFFFFF, 0])
    // What would name a colour is moved by one step, which nobody sees.
    #expect(numbers(.rgb(0, 0, 0), .rgb(0, 0, 15), colors: colors) == [0x100, 0x10F, 0])
    #expect(numbers(.rgb(0, 0, 16), .rgb(0, 1, 0), colors: colors) == [16, 0x100, 0])
  }

  @Test func `Where there are eight colours, bright inks are bold and papers are not bright`() {
    #expect(numbers(.indexed(9), .indexed(12), colors: 8) == [1, 4, 1])
    #expect(numbers(.indexed(3), .indexed(4), colors: 8) == [3, 4, 0])
    #expect(numbers(.indexed(9), .indexed(12), colors: 16) == [9, 12, 0])
  }

  @Test func `Where bold is bright, black stays black`() {
    let bold = Style(foreground: .indexed(0), background: .indexed(7), attributes: .bold)
    for (colors, attributes) in [(8, 0), (16, 0), (256, 1), (1 << 24, 1)] {
      #expect(TerminalStyle(bold, colors: colors).attributes == attributes, "\(colors) colours")
    }
  }

  @Test func `Red, green and blue become the nearest entry of a table`() {
    #expect(numbers(.rgb(255, 0, 0), .rgb(8, 8, 8), colors: 256) == [196, 232, 0])
    #expect(numbers(.default, .default, colors: 256) == [-1, -1, 0])
  }
}
