/// Box lines (U+2500–257F) as rectangles.
enum LineShape {
  private enum Weight: Int {
    case none, light, heavy, double
  }

  private struct Arms {
    let left: Weight, right: Weight, up: Weight, down: Weight
  }

  /// The weights of the four arms of each character, left, right, up, down: 0 none, 1 light, 2 heavy, 3 double.
  ///
  /// After the characters' names; dashes and rounded corners have the arms of whole lines and of corners.
  private static let weights = """
    1100 2200 0011 0022 1100 2200 0011 0022 1100 2200 0011 0022 0101 0201 0102 0202
    1001 2001 1002 2002 0110 0210 0120 0220 1010 2010 1020 2020 0111 0211 0121 0112
    0122 0221 0212 0222 1011 2011 1021 1012 1022 2021 2012 2022 1101 2101 1201 2201
    1102 2102 1202 2202 1110 2110 1210 2210 1120 2120 1220 2220 1111 2111 1211 2211
    1121 1112 1122 2121 1221 2112 1212 2221 2212 2122 1222 2222 1100 2200 0011 0022
    3300 0033 0301 0103 0303 3001 1003 3003 0310 0130 0330 3010 1030 3030 0311 0133
    0333 3011 1033 3033 3301 1103 3303 3310 1130 3330 3311 1133 3333 0101 1001 1010
    0110 0000 0000 0000 1000 0010 0100 0001 2000 0020 0200 0002 1200 0012 2100 0021
    """

  private static let arms: [Arms] = weights.split { $0.isWhitespace }
    .map { word in
      let arms = word.map { Weight(rawValue: $0.wholeNumberValue ?? 0) ?? .none }
      return Arms(left: arms[0], right: arms[1], up: arms[2], down: arms[3])
    }

  /// The rectangles of the character with scalar `value`, which is one of U+2500–257F.
  static func parts(_ value: UInt32) -> [CellShape.Part] {
    switch value {
    case 0x2571: return rising
    case 0x2572: return falling
    case 0x2573: return rising + falling
    default: break
    }
    let arms = arms[Int(value - 0x2500)]
    let across = bars(
      arms.left,
      arms.right,
      crossing: arms.up,
      arms.down,
      extent: PictureCell.width
    )
    let along = bars(
      arms.up,
      arms.down,
      crossing: arms.left,
      arms.right,
      extent: PictureCell.height
    )
    let (middleX, middleY) = (PictureCell.width / 2, PictureCell.height / 2)
    let dashes = dashes(value)
    return across.flatMap { bar in
      bar.cut(into: dashes).map {
        CellShape.Part(
          x: $0.start,
          y: middleY + bar.offset,
          width: $0.length,
          height: bar.thickness
        )
      }
    }
      + along.flatMap { bar in
        bar.cut(into: dashes).map {
          CellShape.Part(
            x: middleX + bar.offset,
            y: $0.start,
            width: bar.thickness,
            height: $0.length
          )
        }
      }
  }

  /// Into how many dashes a line is cut.
  private static func dashes(_ value: UInt32) -> Int {
    switch value {
    case 0x2504...0x2507: 3
    case 0x2508...0x250B: 4
    case 0x254C...0x254F: 2
    default: 1
    }
  }

  private static let rising = (0..<PictureCell.width).map {
    CellShape.Part(x: PictureCell.width - 1 - $0, y: 2 * $0, width: 1, height: 2)
  }
  private static let falling = (0..<PictureCell.width).map {
    CellShape.Part(x: $0, y: 2 * $0, width: 1, height: 2)
  }
}

// MARK: - Bars

extension LineShape {
  /// A stroke in one direction.
  private struct Bar {
    /// From the cell's middle to the first unit, across the stroke.
    let offset: Int
    let thickness: Int
    let start: Int
    let length: Int

    /// `count` pieces with gaps behind them.
    func cut(into count: Int) -> [(start: Int, length: Int)] {
      guard count > 1 else { return [(start, length)] }
      let gap = max(1, length / 9)
      return (0..<count).map { piece in
        let (from, to) = (length * piece / count, length * (piece + 1) / count)
        return (start + from, to - from - gap)
      }
    }
  }

  /// The strokes of two opposite arms, `before` and `after` the middle of `extent` units, where arms `near` (at
  /// smaller coordinates) and `far` cross them.
  private static func bars(
    _ before: Weight,
    _ after: Weight,
    crossing near: Weight,
    _ far: Weight,
    extent: Int
  ) -> [Bar] {
    let middle = extent / 2
    return [-1, 0, 1].flatMap { line -> [Bar] in
      let (first, second) = (thickness(of: before, on: line), thickness(of: after, on: line))
      // The arms reach into each other or to the crossing ones; the second is the mirror of the first.
      let end = middle + 1 + reach(before, on: line, opposite: after, near, far)
      let start = middle - reach(after, on: line, opposite: before, near, far)
      if first > 0, first == second, start <= end {
        return [Bar(offset: shift(first, line), thickness: first, start: 0, length: extent)]
      }
      return
        (first > 0
        ? [Bar(offset: shift(first, line), thickness: first, start: 0, length: end)] : [])
        + (second > 0
          ? [
            Bar(
              offset: shift(second, line),
              thickness: second,
              start: start,
              length: extent - start
            )
          ] : [])
    }
  }

  /// A double line has strokes beside the middle, every other one in the middle.
  private static func thickness(of weight: Weight, on line: Int) -> Int {
    switch weight {
    case .none: 0
    case .light: line == 0 ? 1 : 0
    case .heavy: line == 0 ? 3 : 0
    case .double: line == 0 ? 0 : 1
    }
  }

  private static func shift(_ thickness: Int, _ line: Int) -> Int { thickness == 3 ? -1 : line }

  /// How far beyond the middle an arm reaches, seen from its own end.
  private static func reach(
    _ arm: Weight,
    on line: Int,
    opposite: Weight,
    _ near: Weight,
    _ far: Weight
  ) -> Int {
    if arm == .double {
      let (beside, beyond) = line < 0 ? (near, far) : (far, near)
      if beside == .double { return -1 }
      return beside == .none && beyond == .double ? 1 : 0
    }
    if near == .double && far == .double { return opposite == .none ? -1 : 0 }
    if near == .double || far == .double { return opposite == .none ? 1 : 0 }
    return near == .heavy || far == .heavy ? 1 : 0
  }
}
