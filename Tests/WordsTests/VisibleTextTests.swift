import Testing
import Words

@Suite struct VisibleTextTests {
  @Test func `Ordinary text of any language stays as it is`() {
    for text in [
      "", "stage3.2.rbr_dense", "Việt nam ▀ 三 é e\u{301}", "👍🏽", #"\x1b"#, "שלום", "└─ 1→2",
    ] {
      #expect(text.visible == text)
    }
  }

  @Test func `Everything that could command a terminal is spelled out`() {
    #expect("a\u{1B}[31mb".visible == #"a\x1b[31mb"#)
    #expect("\0\t\n\r\u{7F}".visible == #"\x00\x09\x0a\x0d\x7f"#)
    #expect("\r\n".visible == #"\x0d\x0a"#, "one character of two scalars")
    #expect("\u{9B}2J\u{85}".visible == #"\u{9b}2J\u{85}"#)
  }

  @Test func `Every hidden scalar is spelled and every spelling is ASCII`() {
    let hidden: [ClosedRange<UInt32>] = [
      0...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x61C...0x61C, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xE0001...0xE0001, 0xE0020...0xE007F,
      0x180E...0x180E, 0x3164...0x3164,
    ]
    for value in hidden.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = "a\(Character(scalar))b".visible
      #expect(shown.allSatisfy(\.isASCII) && shown.count > 4, "U+\(String(value, radix: 16))")
      #expect(shown.visible == shown)
    }
  }

  @Test func `No scalar at all leaves a control in the text`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.isHidden else { continue }
      let shown = String(Character(scalar)).visible.unicodeScalars
      #expect(!shown.contains { $0.isHidden }, "U+\(String(value, radix: 16))")
    }
  }
}
