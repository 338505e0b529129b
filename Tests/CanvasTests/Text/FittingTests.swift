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
    #expect("one\n\ntwo".wrapped(to: 9) == ["one", "", "two"])
    #expect("".wrapped(to: 3) == [""] && "a".wrapped(to: 0).isEmpty)
    #expect("abcd".wrapped(to: 2) == ["ab", "cd"])
  }
}
