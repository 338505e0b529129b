internal import Canvas
internal import RepCore

/// The kernel screen: one channel pair before or after the fold, and the layer around it.
///
/// Only what is in sight is computed, whatever the size of the layer.
struct KernelsView: Widget {
  private let pair: Selection
  private let detail: KernelDetail
  private let form: Form
  private let fold: BlockFold?
  private let branch: Int

  /// The screen of the block that `shared` has selected.
  init(_ shared: Shared, detail: KernelDetail) {
    pair = shared.selection
    self.detail = detail
    let block = shared.selectedBlock
    // A block that is stored folded has no branches to show, whatever the form.
    form = block?.shape.form == .deploy ? .deploy : shared.form
    fold = block.map { BlockFold($0) }
    branch = shared.branchIndex
  }

  /// Draws the pair above the pane that was chosen; where both do not fit, the chosen one.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard let fold, isPairInside(fold.block.shape) else { return }
    let (top, wanted) = upperPanel(of: fold, body: area.size)
    let (upper, lower) = split(area, wanted, fold)
    top.draw(into: &grid, in: upper, with: pen)
    lowerPanel(of: fold).draw(into: &grid, in: lower, with: pen)
  }

  /// The pane of the pair, which wants so many rows, and the pane below it.
  private func split(_ area: Rect, _ wanted: Int, _ fold: BlockFold) -> (top: Rect, rest: Rect) {
    let isRoomy = area.height - wanted >= leastDetail(of: fold)
    return area.splitTop(isRoomy ? wanted : detail == .grid ? area.height : 0)
  }

  /// The least rows in which the lower pane says something.
  private func leastDetail(of fold: BlockFold) -> Int {
    switch detail {
    case .grid: 5
    case .norms: NormsPanel(fold, channel: pair.output).leastHeight
    case .bias: BiasPanel(fold, channel: pair.output).leastHeight
    }
  }

  /// How many channels one step up or down goes: in a gallery of kernels to the row above or below.
  func channelsPerRow(in body: Size, with pen: Pen) -> Int {
    guard let fold, fold.block.shape.isDepthwise, detail == .grid else { return 1 }
    let (_, wanted) = upperPanel(of: fold, body: body)
    let lower = split(Rect(size: body), wanted, fold).rest
    guard !lower.isEmpty else { return 1 }
    return KernelGalleryPanel(fold, channel: pair.output, form: form, branch: branch)
      .perRow(in: lower, with: pen)
  }

  /// The pair in words, with where its centre comes from.
  var status: String {
    guard let fold, isPairInside(fold.block.shape) else { return "no kernel" }
    let equation = KernelEquation(fold, output: pair.output, input: pair.input)
    let shape = fold.block.shape
    let channel = shape.inputChannel(of: pair)
    let meaning = channel == pair.output && shape.admitsIdentity ? " (itself)" : ""
    let sentence =
      shape.form == .deploy
      ? equation.centre : equation.provenance
    return "\(shape.title)  out \(pair.output)/\(shape.outputChannels) "
      + "in \(channel)/\(shape.inputChannels)\(meaning)  "
      + "\(sentence)  bias \(Numbers.signed(equation.bias, 3))"
  }

  private func upperPanel(of fold: BlockFold, body: Size) -> (panel: any Widget, height: Int) {
    let equation = KernelEquation(fold, output: pair.output, input: pair.input)
    let shape = fold.block.shape
    let group = shape.groups > 1 ? ", group \(shape.group(of: pair.output))" : ""
    let place =
      shape.isDepthwise
      ? "channel \(pair.output), depthwise"
      : "out \(pair.output), in \(shape.inputChannel(of: pair))\(group)"
    let title = "\(shape.title)  \(place)"
    if form == .train {
      let panel = KernelEquationPanel(equation, title: title, body: body)
      return (panel, panel.height)
    }
    let isOriginKnown = shape.form == .train
    let panel = FoldedKernelPanel(equation, title: title, isOriginKnown: isOriginKnown, body: body)
    return (panel, panel.height)
  }

  private func lowerPanel(of fold: BlockFold) -> any Widget {
    switch detail {
    case .grid where fold.block.shape.isDepthwise:
      KernelGalleryPanel(fold, channel: pair.output, form: form, branch: branch)
    case .grid: ChannelGridPanel(fold, pair: pair, form: form, branch: branch)
    case .norms: NormsPanel(fold, channel: pair.output)
    case .bias: BiasPanel(fold, channel: pair.output)
    }
  }

  private func isPairInside(_ shape: BlockShape) -> Bool {
    pair.output < shape.outputChannels && pair.input < shape.inputChannels / shape.groups
  }
}

extension BlockShape {
  /// The group that an output channel belongs to.
  func group(of output: Int) -> Int { output / (outputChannels / groups) }

  /// The input channel of `pair` counted over the whole map, not inside its group.
  func inputChannel(of pair: Selection) -> Int {
    group(of: pair.output) * (inputChannels / groups) + pair.input
  }
}
