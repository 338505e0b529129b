internal import Canvas
internal import RepCore
internal import Words

/// What a row has in a column, of both forms, as it is written.
struct CompareCells {
  let pen: Pen

  /// The cell of a row: `12.1→6.30 us`, `8→1`, `4.9e-07`; a dash for what is not known.
  func text(of row: CompareRow, _ column: CompareColumn) -> String {
    switch column {
    case .time: pair(row.train?.microseconds, row.deploy?.microseconds) { duration($0) }
    case .steps: "\(row.train?.steps.count ?? 0)\(pen.glyphs.arrow)\(row.deploy?.steps.count ?? 0)"
    case .bytes: bytes(row.train?.work.compulsoryBytes, row.deploy?.work.compulsoryBytes)
    case .memory: bytes(row.train?.memory, row.deploy?.memory)
    case .difference: row.difference.map { Numbers.scientific($0.relative) } ?? "--"
    }
  }

  /// Both sizes in the unit of the larger one.
  private func bytes(_ train: Int?, _ deploy: Int?) -> String {
    let unit = MemoryUnit(for: max(train ?? 0, deploy ?? 0))
    return pair(train, deploy) { (unit.digits(of: $0), unit.name) }
  }

  private func duration(_ microseconds: Double) -> (digits: String, unit: String) {
    let parts = pen.duration(microseconds: microseconds).split(separator: " ").map(String.init)
    return (parts[0], parts.count > 1 ? parts[1] : "")
  }

  /// Two numbers with one unit where they share it.
  private func pair<Value>(
    _ train: Value?,
    _ deploy: Value?,
    _ write: (Value) -> (digits: String, unit: String)
  ) -> String {
    let (own, other) = (train.map(write), deploy.map(write))
    guard own != nil || other != nil else { return "--" }
    let isShared = own == nil || other == nil || own?.unit == other?.unit
    let first = own.map { isShared ? $0.digits : "\($0.digits) \($0.unit)" } ?? "-"
    let second = other.map { "\($0.digits) \($0.unit)" } ?? "- \(own?.unit ?? "")"
    return first + pen.glyphs.arrow + second
  }

  /// How many times less the deploy form has of it; nil where that is no number.
  static func times(_ row: CompareRow, _ column: CompareColumn) -> Double? {
    guard let train = row.train, let deploy = row.deploy else { return nil }
    let pair: (Double, Double)? =
      switch column {
      case .time:
        train.microseconds.flatMap { own in deploy.microseconds.map { (own, $0) } }
      case .steps: (Double(train.steps.count), Double(deploy.steps.count))
      case .bytes: (Double(train.work.compulsoryBytes), Double(deploy.work.compulsoryBytes))
      case .memory: (Double(train.memory), Double(deploy.memory))
      case .difference: nil
      }
    return pair.flatMap { $0.1 > 0 ? $0.0 / $0.1 : nil }
  }
}
