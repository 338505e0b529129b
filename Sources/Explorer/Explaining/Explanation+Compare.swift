internal import RepCore
internal import Words

// Where the numbers of two forms come from.

extension Explanation {
  /// What is looked at of the row under the cursor, in both forms; nil where it is not known.
  static func comparison(_ figures: CompareFigures, _ column: CompareColumn) -> Explanation? {
    guard let row = figures.row else { return nil }
    switch column {
    case .time: return times(of: row, figures)
    case .steps: return steps(of: row)
    case .bytes:
      return ratio(of: row, column) { side, form in
        Explanation(
          form.word,
          .sum,
          of: side.steps.map { Part(bytes(movedBy: $0)) },
          in: .bytes
        )
      }
    case .memory:
      return ratio(of: row, column) { side, form in
        let (timeline, way) =
          form == .train
          ? (figures.timelines.train, figures.training) : (figures.timelines.deploy, .deploy)
        return maps(heldAt: side.fullest, of: timeline, in: way, named: form.word)
      }
    case .difference: return difference(of: row)
    }
  }

  /// How many times as long the training form takes.
  private static func times(of row: CompareRow, _ figures: CompareFigures) -> Explanation? {
    guard let times = figures.times, let id = row.id,
      let train = time(of: id, named: row.name, in: times.train),
      let deploy = time(of: id, named: row.name, in: times.deploy), deploy.value > 0
    else { return nil }
    return Explanation(
      Text(en: "times as fast, ", vi: "số lần nhanh hơn, ") + Text(name: row.name),
      .quotient,
      of: [Part(train, name: Form.train.word), Part(deploy, name: Form.deploy.word)],
      in: .quantity,
      remark: train.remark
    )
  }

  /// How many steps go.
  private static func steps(of row: CompareRow) -> Explanation? {
    guard let train = row.train, let deploy = row.deploy else { return nil }
    func count(_ side: CompareSide, _ form: Form) -> Part {
      let parts = side.steps.map { Part($0.title, 1, .count) }
      return Part(Explanation(form.word, .sum, of: parts, in: .count))
    }
    return Explanation(
      Text(en: "steps that go, ", vi: "số bước biến mất, ") + Text(name: row.name),
      .difference,
      of: [count(train, .train), count(deploy, .deploy)],
      in: .count
    )
  }

  /// How many times as many bytes the training form has of it.
  private static func ratio(
    of row: CompareRow,
    _ column: CompareColumn,
    _ bytes: (CompareSide, Form) -> Explanation
  ) -> Explanation? {
    guard let train = row.train, let deploy = row.deploy else { return nil }
    let parts = [Part(bytes(train, .train)), Part(bytes(deploy, .deploy))]
    guard parts[1].value > 0 else { return nil }
    return Explanation(
      Text(en: "times less, ", vi: "ít hơn mấy lần, ") + column.title,
      .quotient,
      of: parts,
      in: .quantity
    )
  }

  /// The largest difference in parts of the largest value.
  private static func difference(of row: CompareRow) -> Explanation? {
    guard let difference = row.difference, difference.relative.isFinite else { return nil }
    let parts = [
      Part(
        Text(en: "largest difference of two values", vi: "sai khác lớn nhất của hai giá trị"),
        difference.absolute
      ),
      Part(
        Text(en: "largest value of the training form", vi: "giá trị lớn nhất ở dạng huấn luyện"),
        difference.largest
      ),
    ]
    return Explanation(
      Text(en: "apart by, ", vi: "lệch, ") + Text(name: row.name),
      .quotient,
      of: parts,
      in: .quantity
    )
  }
}
