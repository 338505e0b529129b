import Canvas
import Testing

@Suite struct RectTests {
  @Test(arguments: [-3, 0, 1, 4, 9, 100])
  func `Splits share the cells without loss`(amount: Int) {
    let area = Rect(x: 2, y: 3, width: 9, height: 5)
    for (first, rest) in [
      area.splitLeft(amount), area.splitRight(amount), area.splitTop(amount),
      area.splitBottom(amount),
    ] {
      #expect(first.size.area + rest.size.area == area.size.area, "split by \(amount)")
      #expect(area.intersection(first) == first || first.isEmpty, "split by \(amount)")
      #expect(first.intersection(rest).isEmpty, "split by \(amount)")
    }
  }

  @Test func `Shares cover the width in order`() {
    for width in 0...40 {
      let parts = Rect(x: 5, y: 0, width: width, height: 1).columns([3, 0, 2, 1])
      #expect(parts.reduce(0) { $0 + $1.width } == width, "width \(width)")
      #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.maxX == $1.x }, "width \(width)")
    }
  }

  @Test func `Too large an inset leaves nothing`() {
    #expect(Rect(x: 0, y: 0, width: 3, height: 3).inset(by: 2).isEmpty)
    #expect(Rect(x: 0, y: 0, width: -4, height: 2).width == 0)
  }

  @Test func `A row outside is empty`() {
    let area = Rect(x: 1, y: 1, width: 4, height: 2)
    #expect(area.row(1) == Rect(x: 1, y: 2, width: 4, height: 1))
    #expect(area.row(2).isEmpty && area.row(-1).isEmpty)
  }
}
