import Testing

@testable import Canvas

@Suite struct CellShapeTests {
  private let drawn = Array(UInt32(0x2500)...0x259F) + Array(UInt32(0x2800)...0x28FF)

  private func shape(_ value: UInt32) -> CellShape? {
    Unicode.Scalar(value).flatMap { CellShape(Character($0)) }
  }

  /// Whether a unit of the cell is inked.
  private func isInked(_ shape: CellShape, _ x: Int, _ y: Int) -> Bool {
    shape.parts.contains {
      ($0.x..<$0.x + $0.width).contains(x) && ($0.y..<$0.y + $0.height).contains(y)
    }
  }

  @Test func `Lines, blocks and braille need no font and stay in their cell`() {
    for value in drawn {
      guard let shape = shape(value) else {
        Issue.record("U+\(String(value, radix: 16)) has no shape")
        continue
      }
      #expect(shape.parts.isEmpty == (value == 0x2800), "U+\(String(value, radix: 16))")
      for part in shape.parts {
        #expect(
          part.x >= 0 && part.y >= 0 && part.width > 0 && part.height > 0
            && part.x + part.width <= 9
            && part.y + part.height <= 18,
          "U+\(String(value, radix: 16)): \(part)"
        )
      }
    }
    for text in "aĐ─́" where CellShape(text) != nil { Issue.record("\(text) has a shape") }
  }

  @Test func `No two shapes are the same`() {
    var seen: [CellShape: UInt32] = [:]
    // Rounded corners are drawn as corners.
    for value in drawn where !(0x256D...0x2570).contains(value) {
      guard let shape = shape(value) else { continue }
      let twin = seen.updateValue(value, forKey: shape)
      #expect(
        twin == nil,
        "U+\(String(value, radix: 16)) looks like U+\(String(twin ?? 0, radix: 16))"
      )
    }
  }

  @Test func `Lines reach the edges that their names say, and no others`() {
    for value in UInt32(0x2500)...0x257F where !(0x2571...0x2573).contains(value) {
      guard let name = Unicode.Scalar(value)?.properties.name, let shape = shape(value) else {
        continue
      }
      let words = name.split(separator: " ")
      func says(_ direction: Substring, _ axis: Substring) -> Bool {
        words.contains(direction) || words.contains(axis)
      }
      let edges = [
        ("left", says("LEFT", "HORIZONTAL"), (0..<18).contains { isInked(shape, 0, $0) }),
        ("up", says("UP", "VERTICAL"), (0..<9).contains { isInked(shape, $0, 0) }),
        ("right", says("RIGHT", "HORIZONTAL"), (0..<18).contains { isInked(shape, 8, $0) }),
        ("down", says("DOWN", "VERTICAL"), (0..<9).contains { isInked(shape, $0, 17) }),
      ]
      let isDashed = words.contains("DASH")
      for (edge, wanted, seen) in edges {
        // A dash ends before the edge to the right and below.
        guard !(isDashed && (edge == "right" || edge == "down")) else { continue }
        #expect(wanted == seen, "\(name): \(edge)")
      }
    }
  }

  @Test func `Every line is of one piece`() {
    let whole = (UInt32(0x2500)...0x257F).filter { value in
      let name = Unicode.Scalar(value)?.properties.name ?? ""
      return !name.contains("DASH") && !name.contains("DOUBLE")
    }
    for value in whole {
      guard let shape = shape(value) else { continue }
      let units = (0..<18).flatMap { y in (0..<9).map { (x: $0, y: y) } }
        .filter { isInked(shape, $0.x, $0.y) }
      var reached: Set<Int> = []
      var open = units.prefix(1).map { $0.y * 9 + $0.x }
      let all = Set(units.map { $0.y * 9 + $0.x })
      while let unit = open.popLast() {
        guard reached.insert(unit).inserted else { continue }
        for dy in -1...1 {
          for dx in -1...1 where (0..<9).contains(unit % 9 + dx) {
            let next = unit + dy * 9 + dx
            if all.contains(next) { open.append(next) }
          }
        }
      }
      #expect(reached == all, "U+\(String(value, radix: 16))")
    }
  }

  @Test func `Between cells next to each other there is no gap`() {
    let ink = Palette.dark.ink
    for scale in PictureScale.allCases {
      var grid = Grid(size: Size(width: 3, height: 3))
      grid.fill(grid.bounds, with: "█")
      let full = Pixels(grid, scale: scale)
      #expect(
        (0..<full.width).allSatisfy { x in (0..<full.height).allSatisfy { full.color(x, $0) == ink }
        }
      )

      for (sign, row) in [
        ("─", 9), ("▄", 17), ("▀", 0), ("▔", 0), ("━", 8), ("═", 10), ("┼", 9), ("▁", 17),
      ] {
        let line = Pixels(String(repeating: sign, count: 3), scale: scale)
        let gaps = (0..<line.width).filter { line.color($0, row * scale.rawValue) != ink }
        #expect(gaps.isEmpty, "\(sign) at \(scale): \(gaps)")
      }
      for (sign, column) in [("│", 4), ("▌", 0), ("▐", 8), ("┃", 3), ("║", 5), ("┼", 4), ("▏", 0)] {
        var grid = Grid(size: Size(width: 1, height: 3))
        for y in 0..<3 { grid.put(sign, at: Point(x: 0, y: y)) }
        let line = Pixels(grid, scale: scale)
        let gaps = (0..<line.height).filter { line.color(column * scale.rawValue, $0) != ink }
        #expect(gaps.isEmpty, "\(sign) at \(scale): \(gaps)")
      }
    }
  }

  @Test func `Shades lie between paper and ink, in order`() {
    let levels = [" ", "░", "▒", "▓", "█"].map { Pixels($0).color(4, 9).luminance }
    #expect(levels == levels.sorted() && Set(levels).count == 5, "\(levels)")
  }
}
