internal import Canvas
internal import RepCore

/// What each branch adds to the bias of one output channel, and the bias of all channels.
struct BiasPanel: Widget {
  private let parts: [(name: String, value: Double)]
  private let sum: Double
  private let biases: [Double]
  private let channel: Int

  /// The biases of `fold`, looked at in output channel `channel`.
  init(_ fold: BlockFold, channel: Int) {
    let branches = fold.branches.map { (name: $0.id.description, value: $0.bias[channel]) }
    let total = fold.bias(output: channel)
    // A norm behind the sum changes it; what it adds is the rest.
    let before = branches.reduce(0) { $0 + $1.value }
    let post = fold.block.postNorm.map { _ in [(name: "post norm", value: total - before)] } ?? []
    parts = branches + post
    sum = total
    biases = fold.block.shape.biases(of: fold)
    self.channel = channel
  }

  /// The least rows in which all parts can be read, borders included.
  var leastHeight: Int { parts.count + 3 }

  /// Draws the parts at the left of the chart of all channels, or above it.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let title = "Bias  channel \(channel)"
    grid.draw(Panel(title, footer: "folded bias = sum of the parts"), in: area, with: pen)
    let inner = Panel.interior(of: area)
    let isWide = inner.width >= 76
    let (list, chart) = isWide ? inner.splitLeft(38) : inner.splitTop(parts.count + 1)
    let rows = parts + [(name: "folded", value: sum)]
    let limit = largestMagnitude(rows.map(\.value))
    for (index, row) in rows.enumerated() {
      let line = list.row(index)
      let (text, bar) = line.splitLeft(18)
      let ink = index == parts.count ? pen.palette.accent : pen.palette.text
      let label = row.name.fitted(to: 10) + Numbers.signed(row.value, 3).fitted(to: 7, .right)
      grid.put(label, at: text.origin, style: ink, clip: text)
      grid.draw(SignedBar(share: row.value / limit), in: bar, with: pen)
    }
    let plot = isWide ? chart.splitLeft(2).rest : chart
    guard plot.height >= 3 else { return }
    grid.draw(SignedChart("folded bias", biases, channel: channel), in: plot, with: pen)
  }
}

extension BlockShape {
  fileprivate func biases(of fold: BlockFold) -> [Double] {
    (0..<outputChannels).map { fold.bias(output: $0) }
  }
}

/// A horizontal bar to the left of the middle for values below zero, to the right for those above.
private struct SignedBar: Widget {
  /// The value in -1...1.
  let share: Double

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard area.width >= 3 else { return }
    let half = (area.width - 1) / 2
    let cells = share.isNaN ? 0 : Int((min(share.magnitude, 1) * Double(half)).rounded())
    let full = String(pen.glyphs.barParts[pen.glyphs.barParts.count - 1])
    let bar = String(repeating: full, count: cells)
    let middle = area.origin.moved(dx: half)
    if share < 0 {
      grid.put(bar, at: middle.moved(dx: -cells), style: pen.palette.negative, clip: area)
    } else {
      grid.put(bar, at: middle.moved(dx: 1), style: pen.palette.positive, clip: area)
    }
    grid.put(String(pen.glyphs.lines.vertical), at: middle, style: pen.palette.chrome, clip: area)
  }
}
