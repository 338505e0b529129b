import Canvas
import Testing

@Suite struct FittingTests {
  @Test func `Fitted text has exactly its width`() {
    for text in ["", "a", "stage3.2.rbr_dense", "三四五", "a三b"] {
      for width in 0...12 {
        for alignment in [Alignment.left, .center, .right] {
          for ellipsis in ["…", "..", ""] {
            let fitted = text.fitted(to: width, alignment, ellipsis: ellipsis)
            #expect(columns(of: fitted) == width, "\(text) in \(width), \(alignment), \(ellipsis)")
          }
        }
      }
    }
    #expect("abc".fitted(to: 6, .center) == " abc  ")
    #expect("abcdef".truncated(to: 4) == "abc…")
    #expect("abcdef".truncated(to: 1) == "a")
  }

  @Test func `Wrapped lines fit and lose no word`() {
    let text = "a block is a sum of linear branches, 三つの枝"
    for width in 2...30 {
      let lines = text.wrapped(to: width)
      #expect(lines.allSatisfy { columns(of: $0) <= width }, "width \(width): \(lines)")
      let letters = lines.joined().filter { $0 != " " }
      #expect(letters == text.filter { $0 != " " }, "width \(width)")
    }
    #expect("one\ntwo".wrapped(to: 20) == [#"one\x0atwo"#], "a line feed is foreign, too")
    #expect("\u{1B}c".truncated(to: 3) == #"\x…"# && "\u{1B}".fitted(to: 5) == #"\x1b "#)
    #expect("".wrapped(to: 3) == [""] && "a".wrapped(to: 0).isEmpty)
    #expect("abcd".wrapped(to: 2) == ["ab", "cd"])
  }
}
