/// The number of a call-out and the cells that it covers.
struct Badge {
  /// From 1.
  let number: Int
  /// Cells of one row beside the cell that is called out.
  let area: Rect

  /// A badge for each call-out of `screen`, `width(number)` cells wide, where it covers as little as possible.
  static func placed(_ screen: AnnotatedGrid, width: (Int) -> Int) -> [Badge] {
    let cells = screen.callouts.map { screen.grid.extent(of: $0) }
    var badges: [Badge] = []
    for (index, cell) in cells.enumerated() {
      let size = Size(width: width(index + 1), height: 1)
      let taken = cells + badges.map(\.area)
      let places = places(around: cell, size).filter { place in
        screen.screen.intersection(place) == place
          && taken.allSatisfy { $0.intersection(place).isEmpty }
      }
      let signs = places.map { screen.grid.signs(in: $0) }
      // The nearest place that covers nothing; where there is none, the one that covers least.
      let least = signs.min()
      let best = zip(places, signs).first { $0.1 == least }?.0
      // On a screen without any room, over the cell itself.
      let area = best ?? Rect(origin: cell.origin, size: size)
      badges.append(Badge(number: index + 1, area: area))
    }
    return badges
  }

  /// Columns and rows that lie at most between a cell and its number.
  private static let (farthestColumn, farthestRow) = (12, 2)

  /// Places for a badge, the nearest first, a row up or down being as far as two columns.
  private static func places(around cell: Rect, _ size: Size) -> [Rect] {
    var places: [(distance: Int, area: Rect)] = []
    for row in -farthestRow...farthestRow {
      for column in -farthestColumn - size.width...farthestColumn + cell.width {
        let area = Rect(origin: cell.origin.moved(dx: column, dy: row), size: size)
        let gap = max(0, area.x - cell.maxX, cell.x - area.maxX)
        places.append((gap + 2 * abs(row), area))
      }
    }
    // Of equal ones those to the right of the cell, then those further up.
    return places.enumerated().sorted { one, other in
      let (a, b) = (one.element, other.element)
      return (a.distance, a.area.x < cell.maxX ? 1 : 0, one.offset)
        < (b.distance, b.area.x < cell.maxX ? 1 : 0, other.offset)
    }.map(\.element.area)
  }
}

extension Grid {
  /// The cells of the character at `point`.
  fileprivate func extent(of point: Point) -> Rect {
    switch self[point.x, point.y].part {
    case .whole: Rect(origin: point, size: Size(width: 1, height: 1))
    case .left: Rect(origin: point, size: Size(width: 2, height: 1))
    case .right: Rect(origin: point.moved(dx: -1), size: Size(width: 2, height: 1))
    }
  }

  /// How many cells of `area` are not blank.
  fileprivate func signs(in area: Rect) -> Int {
    (area.x..<area.maxX).filter { self[$0, area.y].character != " " }.count
  }
}
