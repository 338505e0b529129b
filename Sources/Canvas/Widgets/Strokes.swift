/// Which arms of a line leave each cell; makes crossings out of lines that meet.
struct Strokes {
  /// The directions in which a line leaves a cell.
  struct Arms: OptionSet, Hashable {
    let rawValue: UInt8
    static let left = Arms(rawValue: 1)
    static let right = Arms(rawValue: 2)
    static let up = Arms(rawValue: 4)
    static let down = Arms(rawValue: 8)
  }

  /// The arms of every cell that a line touches.
  private(set) var arms: [Point: Arms] = [:]

  /// Adds straight lines from each point to the next.
  mutating func add(_ points: [Point]) {
    for (from, to) in zip(points, points.dropFirst()) {
      if from.y == to.y {
        for x in min(from.x, to.x)..<max(from.x, to.x) {
          join(Point(x: x, y: from.y), .right, Point(x: x + 1, y: from.y), .left)
        }
      } else {
        for y in min(from.y, to.y)..<max(from.y, to.y) {
          join(Point(x: from.x, y: y), .down, Point(x: from.x, y: y + 1), .up)
        }
      }
    }
  }

  /// Adds the border of a box along the inner edge of `area`.
  mutating func add(border area: Rect) {
    guard area.width > 1, area.height > 1 else { return }
    let (right, bottom) = (area.maxX - 1, area.maxY - 1)
    add([
      area.origin, Point(x: right, y: area.y), Point(x: right, y: bottom),
      Point(x: area.x, y: bottom), area.origin,
    ])
  }

  private mutating func join(_ a: Point, _ leaving: Arms, _ b: Point, _ entering: Arms) {
    arms[a, default: []].insert(leaving)
    arms[b, default: []].insert(entering)
  }
}

extension Glyphs.Lines {
  /// The sign with these arms.
  func sign(of arms: Strokes.Arms) -> Character {
    switch arms {
    case [.right, .down]: topLeft
    case [.left, .down]: topRight
    case [.right, .up]: bottomLeft
    case [.left, .up]: bottomRight
    case [.left, .right, .down]: teeDown
    case [.left, .right, .up]: teeUp
    case [.up, .down, .right]: teeRight
    case [.up, .down, .left]: teeLeft
    case [.left, .right, .up, .down]: cross
    default: arms.isSubset(of: [.left, .right]) ? horizontal : vertical
    }
  }
}
