internal import Canvas
internal import RepCore
internal import Words

/// The picture that the network looks at, and what it takes it for.
struct PicturePanel: Widget {
  let maps: BlockMaps
  let title: Text
  /// The class that the picture is known to have.
  let label: Int?
  /// Whether what is run is no picture, but seeded values.
  let isSeeded: Bool
  let form: Form
  let labels: [String]?
  let language: Language

  /// Columns of a probability.
  private static let numbers = 6

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let note = maps.picture.remark.map { $0[language] } ?? ""
    grid.draw(Panel(title[language], note: note), in: area, with: pen)
    let inner = Panel.interior(of: area)
    let rows = min(lines(inner.height / 2), inner.height / 2)
    let (classes, picture) = inner.splitBottom(rows)
    maps.picture.draw(into: &grid, in: picture, with: pen)
    draw(classes, into: &grid, with: pen)
  }

  /// Rows of the classes with what stands above and below them, at most `most`.
  private func lines(_ most: Int) -> Int {
    let count = probabilities.count
    let remarks = remark == nil ? 0 : 1
    return count == 0
      ? min(1 + remarks, most) : min(count + remarks + (maps.error == nil ? 0 : 1), most)
  }

  /// What is known of the picture: its class, or that it is none.
  private var remark: Text? {
    isSeeded ? MapsWords.seeded : label.map { MapsWords.trueClass(name(of: $0)) }
  }

  private var probabilities: [Double] {
    maps.probabilities[form] ?? maps.probabilities[.deploy] ?? []
  }

  private func draw(_ area: Rect, into grid: inout Grid, with pen: Pen) {
    var rest = area
    func line(_ text: String, _ style: Style) {
      let (row, below) = rest.splitTop(1)
      let shown = text.truncated(to: row.width, ellipsis: pen.glyphs.ellipsis)
      grid.put(shown, at: row.origin, style: style, clip: row)
      rest = below
    }
    if let remark { line(remark[language], pen.palette.header) }
    guard !probabilities.isEmpty else {
      return line(MapsWords.noClasses[language], pen.palette.muted)
    }
    guard probabilities.allSatisfy(\.isFinite) else {
      return line(MapsWords.noProbabilities[language], pen.palette.bad)
    }
    let (foot, bars) = rest.splitBottom(maps.error == nil || rest.height < 3 ? 0 : 1)
    if !foot.isEmpty, let error = maps.error {
      let words = MapsWords.forms(error)[language].truncated(
        to: foot.width,
        ellipsis: pen.glyphs.ellipsis
      )
      grid.put(words, at: foot.origin, style: pen.palette.muted, clip: foot)
    }
    for (row, index) in ranking(bars.height).enumerated() {
      draw(index, isFirst: row == 0, into: &grid, in: bars.row(row), with: pen)
    }
  }

  private func draw(
    _ index: Int,
    isFirst: Bool,
    into grid: inout Grid,
    in row: Rect,
    with pen: Pen
  ) {
    let (number, rest) = row.splitRight(PicturePanel.numbers)
    let (name, bar) = rest.splitLeft(max(min(rest.width / 2, 12), 3))
    let style = isFirst ? pen.palette.accent : pen.palette.text
    let ellipsis = pen.glyphs.ellipsis
    let word = self.name(of: index).fitted(to: name.width - 1, ellipsis: ellipsis)
    grid.put(word, at: name.origin, style: style, clip: name)
    grid.draw(Bar(probabilities[index]), in: bar, with: pen)
    let percent = Numbers.percent(probabilities[index]).fitted(to: number.width, .right)
    grid.put(percent, at: number.origin, style: style, clip: number)
  }

  private func ranking(_ count: Int) -> [Int] {
    probabilities.map(Float.init).placesOfLargest(count)
  }

  /// `5 five`, or the number alone where that says no more.
  private func name(of index: Int) -> String {
    let number = String(index)
    guard let labels, labels.indices.contains(index), labels[index] != number else {
      return number
    }
    return "\(number) \(labels[index])"
  }

  /// The class with the largest probability, and how large it is; nil where there are no classes.
  var best: Text? {
    guard probabilities.allSatisfy(\.isFinite) else { return MapsWords.noProbabilities }
    return ranking(1).first.map {
      Text(name: "\(name(of: $0)) \(Numbers.percent(probabilities[$0]))")
    }
  }

  /// The picture and its classes in sentences.
  func read(into reading: inout Reading) {
    reading.add(title)
    if let remark = maps.picture.remark { reading.add(remark) }
    if let remark { reading.add(remark) }
    if probabilities.isEmpty { reading.add(MapsWords.noClasses) }
    let isKnown = probabilities.allSatisfy(\.isFinite)
    if !isKnown { reading.add(MapsWords.noProbabilities) }
    for index in isKnown ? ranking(3) : [] {
      reading.add("\(name(of: index)), \(Numbers.percent(probabilities[index]))")
    }
    if let error = maps.error { reading.add(MapsWords.forms(error)) }
  }
}
