internal import Canvas
internal import RepCore
internal import Words

/// The matrices of a step side by side, each with its name; in as few lines, and with as many digits, as fit.
///
/// Where not all of them fit, the last ones: what the step makes is always there.
struct MatrixRow: Widget {
  private let matrices: [WinogradFigures.ShownMatrix]
  private let cell: WinogradFigures.Cell
  private let language: Language
  private let digits: Int
  /// The cells of each matrix that is shown, its name included, counted from the first cell.
  private let places: [(matrix: Int, cells: Rect)]

  /// Columns between two matrices, for the sign.
  private static let gap = 3
  /// Columns of a number, the most that are useful first; the last ones where nothing else fits.
  private static let widths = [6, 5], leastWidths = [4]

  /// The matrices of `figures` in at most `size` cells.
  init(_ figures: WinogradFigures, in size: Size, language: Language) {
    (matrices, cell, self.language) = (figures.matrices, figures.cell, language)
    let matrices = figures.matrices
    let arrangements = matrices.indices.lazy.flatMap { first in
      [MatrixRow.widths, MatrixRow.leastWidths].lazy.flatMap { widths in
        (1...matrices.count - first).lazy.flatMap { lines in
          widths.lazy.compactMap { digits in
            MatrixRow.places(matrices, from: first, digits: digits, lines: lines, in: size)
              .map { (digits, $0) }
          }
        }
      }
    }
    (digits, places) = arrangements.first { _ in true } ?? (MatrixRow.leastWidths[0], [])
  }

  /// Rows that the matrices take.
  var height: Int { places.map(\.cells.maxY).max() ?? 0 }

  /// How many matrices are left out.
  var missing: Int { matrices.count - places.count }

  /// The matrices from number `first` on in at most so many lines; nil where they do not fit.
  private static func places(
    _ matrices: [WinogradFigures.ShownMatrix],
    from first: Int,
    digits: Int,
    lines: Int,
    in room: Size
  ) -> [(matrix: Int, cells: Rect)]? {
    var places: [(matrix: Int, cells: Rect)] = []
    var (x, y, below) = (0, 0, 0)
    for index in first..<matrices.count {
      let values = matrices[index].values
      let size = Size(width: values.columns * (digits + 1), height: values.rows + 1)
      if x > 0, x + size.width > room.width { (x, y) = (0, below) }
      places.append((index, Rect(origin: Point(x: x, y: y), size: size)))
      below = max(below, y + size.height)
      x += size.width + gap
    }
    let fits = places.allSatisfy {
      $0.cells.maxX <= room.width && $0.cells.maxY <= room.height
    }
    return fits && Set(places.map(\.cells.y)).count <= lines ? places : nil
  }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    for (index, cells) in places {
      let matrix = matrices[index]
      let isMade = index == matrices.count - 1
      let place = Rect(origin: area.origin.moved(dx: cells.x, dy: cells.y), size: cells.size)
      let unit = KernelUnit(for: largestMagnitude(matrix.values.values))
      let isFirst = cells.x == 0
      let lead = isFirst && index > 0 ? sign(matrix.sign, pen) + " " : ""
      let name = (lead + title(matrix, unit))
        .truncated(to: nameRoom(index, in: area) - 1, ellipsis: pen.glyphs.ellipsis)
      let style = isMade ? pen.palette.accent : pen.palette.title
      grid.put(name, at: place.origin.moved(dx: 1), style: style, clip: area)
      var numbers = numbers(matrix.values, unit)
      numbers.cursor = isMade ? cell.row * matrix.values.columns + cell.column : nil
      grid.draw(numbers, in: place.splitTop(1).rest.intersection(area), with: pen)
      guard !isFirst else { continue }
      let middle = place.origin.moved(dx: -2, dy: 1 + matrix.values.rows / 2)
      grid.put(sign(matrix.sign, pen), at: middle, style: pen.palette.title, clip: area)
    }
  }

  /// Columns up to the matrix at the right, or to the edge.
  private func nameRoom(_ index: Int, in area: Rect) -> Int {
    guard let here = places.first(where: { $0.matrix == index })?.cells else { return 0 }
    let next = places.first { $0.matrix == index + 1 && $0.cells.y == here.y }
    return (next?.cells.x ?? area.width) - here.x
  }

  private func numbers(_ values: Matrix<Double>, _ unit: KernelUnit) -> KernelGrid {
    KernelGrid(
      plain: values.rows,
      by: values.columns,
      values: values.values,
      limit: largestMagnitude(values.values),
      digits: digits,
      unit: unit.value
    )
  }

  /// `V = B' d B, in 0.1`: the numbers of each matrix have a unit of their own.
  private func title(_ matrix: WinogradFigures.ShownMatrix, _ unit: KernelUnit) -> String {
    let name = matrix.name[language]
    return unit.isOne ? name : name + Text(en: ", in ", vi: ", đơn vị ")[language] + unit.text
  }

  private func sign(_ sign: WinogradFigures.Sign, _ pen: Pen) -> String {
    switch sign {
    case .nothing: ""
    case .becomes: pen.glyphs.arrow
    case .times: pen.glyphs.times
    case .equals: "="
    case .less: "-"
    }
  }

  /// The entries of what the step makes, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    guard let (index, cells) = places.last else { return [] }
    let values = matrices[index].values
    let shape = numbers(values, KernelUnit(for: 1))
    return values.values.indices.map { entry in
      let cell = shape.cell(of: entry)
      let origin = area.origin.moved(dx: cells.x + cell.x, dy: cells.y + 1 + cell.y)
      let command = Command.cell(entry / values.columns, entry % values.columns)
      return Region(
        rect: Rect(origin: origin, size: cell.size).intersection(area),
        command: command
      )
    }
  }

  /// Every matrix, row by row.
  func read(into reading: inout Reading) {
    for matrix in matrices {
      reading.add(matrix.name)
      for row in 0..<matrix.values.rows {
        let numbers = (0..<matrix.values.columns).map { factorText(matrix.values[row, $0]) }
        reading.add(numbers.joined(separator: " "))
      }
    }
  }
}
