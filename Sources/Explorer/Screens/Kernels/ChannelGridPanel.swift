internal import Canvas
internal import RepCore

/// The centre taps of a whole layer, output channels down, input channels across; of 1x1 kernels, all.
///
/// The centre is the one tap that all branches meet in, so before and after differ here most: the
/// 1x1 branch shows everywhere, the identity branch as a diagonal.
struct ChannelGridPanel: Widget {
  private let fold: BlockFold
  private let pair: Selection
  private let form: Form
  private let branch: Int

  /// The least columns of two maps side by side.
  private static let twoMaps = 70

  /// The layer of `fold` around `pair`, before folding as branch number `branch` holds it.
  init(_ fold: BlockFold, pair: Selection, form: Form, branch: Int) {
    self.branch = branch
    self.fold = fold
    self.pair = pair
    self.form = form
  }

  /// Draws the map of the form that is shown, or both where the training form has the room.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard form == .train, fold.branches.indices.contains(branch) else {
      draw("Folded", { fold.centre(output: $0, input: $1) }, into: &grid, in: area, with: pen)
      return
    }
    let chosen = fold.branches[branch]
    let stored: (Int, Int) -> Double = { chosen.rawCentre(output: $0, input: $1) }
    let name = "\(chosen.id) as stored"
    guard area.width >= ChannelGridPanel.twoMaps else {
      draw(name, stored, into: &grid, in: area, with: pen)
      return
    }
    let halves = area.columns([1, 1])
    draw(name, stored, into: &grid, in: halves[0], with: pen)
    draw("Folded", { fold.centre(output: $0, input: $1) }, into: &grid, in: halves[1], with: pen)
  }

  private func draw(
    _ name: String,
    _ value: (Int, Int) -> Double,
    into grid: inout Grid,
    in area: Rect,
    with pen: Pen
  ) {
    let inner = Panel.interior(of: area)
    let window = ChannelWindow(fold.block.shape, around: pair, in: inner.size, with: pen)
    let values = window.values(of: value)
    let limit = typicalLimit(values)
    let signs = inner.width >= 44 && HeatMap.valuesPerRow(with: pen) == 1 ? "W w v . x # @  " : ""
    let title = "\(name), \(fold.block.shape.kernelSize > 1 ? "centre taps" : "weights")"
    let footer =
      "\(signs)out \(window.outputs.label), in \(window.inputs.label), "
      + limitText(limit, with: pen)
    grid.draw(Panel(title, footer: footer), in: area, with: pen)
    let map = HeatMap(
      rows: window.outputs.count,
      columns: window.inputs.count,
      scale: .diverging(isLight: pen.palette.isLight),
      cursor: Point(
        x: pair.input - window.inputs.lowerBound,
        y: pair.output - window.outputs.lowerBound
      )
    ) { row, column in values[row * window.inputs.count + column] / limit }
    grid.draw(map, in: inner, with: pen)
  }
}

/// A magnitude that few of `values` exceed, those of an identity's diagonal for one, so that the
/// others keep their shades; sampled where there are many.
func typicalLimit(_ values: [Double]) -> Double {
  let step = values.count / 1024 + 1
  let sample = stride(from: 0, to: values.count, by: step).map { values[$0].magnitude }
    .filter(\.isFinite).sorted()
  guard let last = sample.last else { return 1 }
  let typical = sample[(sample.count - 1) * 96 / 100]
  return typical > 0 ? typical : last > 0 ? last : 1
}

/// The channels that a map shows, so that the chosen pair is in sight.
struct ChannelWindow {
  /// Output channels, one per row of values.
  let outputs: Range<Int>
  /// Input channels of the group, one per column.
  let inputs: Range<Int>

  /// The channels around `pair` that `size` cells can show.
  init(_ shape: BlockShape, around pair: Selection, in size: Size, with pen: Pen) {
    outputs = Range(
      showing: pair.output,
      of: shape.outputChannels,
      room: size.height * HeatMap.valuesPerRow(with: pen)
    )
    inputs = Range(showing: pair.input, of: shape.inputChannels / shape.groups, room: size.width)
  }

  /// `value` of every pair in the window, row by row.
  func values(of value: (Int, Int) -> Double) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(outputs.count * inputs.count)
    for output in outputs {
      for input in inputs { values.append(value(output, input)) }
    }
    return values
  }
}

extension Range<Int> {
  /// At most `room` of `count` places, with `place` in the middle where the ends allow it.
  init(showing place: Int, of count: Int, room: Int) {
    let shown = Swift.min(Swift.max(room, 0), count)
    let start = Swift.min(Swift.max(place - shown / 2, 0), count - shown)
    self = start..<start + shown
  }

  /// `0-47`, both ends included.
  var label: String { isEmpty ? "-" : "\(lowerBound)-\(upperBound - 1)" }
}
