internal import Canvas
internal import RepCore
internal import Words

/// What each branch has of the folded kernel over all channels, and the channels that stand out.
///
/// The title says how the shares were measured; here by absolute kernel sum, which needs no data.
struct SharesPanel: Widget {
  private let shape: BlockShape
  /// nil while they are being added up.
  private let shares: KernelShares?
  private let language: Language

  /// The shares of a block of `shape`.
  init(_ shape: BlockShape, _ shares: KernelShares?, language: Language) {
    (self.shape, self.shares, self.language) = (shape, shares, language)
  }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let inner = Panel.interior(of: area).inset(dx: 1, dy: 0)
    let words = lists.flatMap { $0[language].wrapped(to: inner.width) }
    let rows = branches.count + words.count
    let title = FoldWords.shares + FoldWords.measure
    let panel = Panel(title[language], note: Text.more(rows - inner.height)[language])
    grid.draw(panel, in: area, with: pen)
    for (index, (name, share)) in branches.enumerated() where index < inner.height {
      let (text, bar) = inner.row(index).splitLeft(17)
      let number = (share.map { Numbers.percent($0) } ?? "--").fitted(to: 6, .right)
      let label = name[language].fitted(to: 10, ellipsis: pen.glyphs.ellipsis) + number
      grid.put(label, at: text.origin, style: pen.palette.text, clip: text)
      if let share { grid.draw(Bar(share), in: bar, with: pen) }
    }
    let below = inner.splitTop(branches.count).rest
    let lines = words.map { StyledLine($0, pen.palette.text) }
    grid.draw(TextBlock(lines), in: below, with: pen)
  }

  /// The shares and the lists in sentences.
  func read(into reading: inout Reading) {
    reading.add(title: FoldWords.shares + FoldWords.spokenMeasure)
    for case (let name, let share?) in branches {
      reading.add(name + Text(name: " \(Numbers.percent(share))"))
    }
    for list in lists { reading.add(list) }
  }

  /// The branches with their shares; nil where all taps are zero, or no numbers, so that nobody has one.
  private var branches: [(name: Text, share: Double?)] {
    guard shape.form == .train, let shares else { return [] }
    let isKnown = shares.shares.contains { $0 > 0 }
    return zip(shape.branches.map(\.id.words), shares.shares).map { ($0, isKnown ? $1 : nil) }
  }

  /// The channels that stand out, a sentence for each kind.
  private var lists: [Text] {
    guard shape.form == .train else { return [FoldWords.cannotShare] }
    guard let shares else { return [FoldWords.counting] }
    func list(_ name: Text, _ channels: [Int]) -> Text {
      FoldWords.list(name, channels.ranges, count: channels.count, of: shares.channels)
    }
    let hasIdentity = shape.branches.contains { $0.role == .identity }
    return (hasIdentity ? [list(FoldWords.identityDominated, shares.identityDominated)] : [])
      + [list(FoldWords.dead, shares.dead)]
      + (shares.damaged.isEmpty ? [] : [list(FoldWords.damaged, shares.damaged)])
  }
}

extension [Int] {
  /// Ascending numbers with those in a row joined: `1, 4-7`.
  var ranges: String {
    var runs: [ClosedRange<Int>] = []
    for number in self {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
  }
}
