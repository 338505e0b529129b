import Testing
import Words

@Suite struct QuotedTextTests {
  @Test func `Text is quoted as JSON has it`() {
    for (text, quoted) in [
      ("", #""""#), ("ế ▀ 三", #""ế ▀ 三""#), (#"a"b\c"#, #""a\"b\\c""#), ("\t\r\n", #""\t\r\n""#),
      ("\u{1B}[0m", #""\u001b[0m""#), ("\u{202E}", #""\u202e""#), ("\u{E0001}", #""\udb40\udc01""#),
    ] {
      #expect(text.quotedForJSON == quoted)
    }
  }
}
