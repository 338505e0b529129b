internal import Canvas
internal import RepCore
internal import Words

/// The kernel screen: one channel pair before or after the fold, and the layer around it.
///
/// Only what is in sight is computed, and a bounded sample of the layer, whatever its size.
struct KernelsView: Widget {
  private let pair: Selection
  private let choices: KernelChoices
  private let form: Form
  private let fold: BlockFold?
  private let branch: Int
  private let zoomed: PaneID?
  private let language: Language

  /// The screen of the block that `shared` has selected.
  init(_ shared: Shared, _ choices: KernelChoices) {
    pair = shared.selection
    self.choices = choices
    let block = shared.selectedBlock
    // A block that is stored folded has no branches to show, whatever the form.
    form = block?.shape.form == .deploy ? .deploy : shared.form
    fold = block.map { BlockFold($0) }
    (branch, zoomed) = (shared.branchIndex, shared.zoomed)
    language = shared.language
  }

  /// Draws the pair above the pane that was chosen; where both do not fit, the chosen one.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard let fold, fold.block.shape.holds(pair) else { return }
    let upper = upperPanel(of: fold, body: area.size)
    let layout = layout(of: fold, in: area, wanting: upper.height)
    if !layout[.equation].isEmpty {
      upper.panel.draw(into: &grid, in: layout[.equation], with: pen)
    }
    if !layout[.layer].isEmpty {
      lowerPanel(of: fold).draw(into: &grid, in: layout[.layer], with: pen)
    }
  }

  /// The pane of the pair above the one that was chosen; where both do not fit, one of them.
  func layout(in area: Rect) -> PaneLayout {
    guard let fold, fold.block.shape.holds(pair) else { return PaneLayout() }
    return layout(of: fold, in: area, wanting: upperPanel(of: fold, body: area.size).height)
  }

  /// The same, where the pane of the pair wants so many rows.
  private func layout(of fold: BlockFold, in area: Rect, wanting wanted: Int) -> PaneLayout {
    PaneLayout(KernelsScreen.panes, zoomed: zoomed, in: area) {
      let isRoomy = area.height - wanted >= leastDetail(of: fold)
      let rows = isRoomy ? wanted : choices.detail == .grid ? area.height : 0
      let (top, rest) = area.splitTop(rows)
      return [.equation: top, .layer: rest]
    }
  }

  /// The least rows in which the lower pane says something.
  private func leastDetail(of fold: BlockFold) -> Int {
    switch choices.detail {
    case .grid, .filter: 5
    case .norms: norms(of: fold).leastHeight
    case .bias: biases(of: fold).leastHeight
    }
  }

  /// The branches of the equation and the channels of the layer, which can be pressed.
  func regions(in area: Rect, with pen: Pen) -> [Region] {
    guard let fold, fold.block.shape.holds(pair) else { return [] }
    let layout = layout(in: area)
    let lower = layout[.layer]
    return terms(of: fold, in: layout[.equation], body: area.size)
      + (lower.isEmpty ? [] : regionsOfLayer(fold, in: lower, with: pen))
  }

  private func terms(of fold: BlockFold, in area: Rect, body: Size) -> [Region] {
    let panel = upperPanel(of: fold, body: body).panel
    guard !area.isEmpty, let equation = panel as? KernelEquationPanel else { return [] }
    let (terms, branches) = (equation.terms(in: area), fold.block.branches)
    // Where several branches share a term, none of them is meant.
    guard terms.count == branches.count else { return [] }
    return zip(terms, branches).map { Region(rect: $0, command: .branch($1.id)) }
  }

  private func regionsOfLayer(_ fold: BlockFold, in area: Rect, with pen: Pen) -> [Region] {
    switch choices.detail {
    case .grid where !fold.block.shape.isDepthwise:
      ChannelGridPanel(layer: layer(of: fold)).regions(in: area, with: pen)
    case .grid, .filter: gallery(of: fold).regions(in: area, with: pen)
    case .norms: norms(of: fold).regions(in: area)
    case .bias: biases(of: fold).regions(in: area)
    }
  }

  /// How many maps of the layer stand side by side.
  func mapsInSight(in area: Rect) -> Int {
    guard let fold, [.grid, .filter].contains(choices.detail) else { return 0 }
    let lower = layout(in: area)[.layer]
    return lower.isEmpty ? 0 : layer(of: fold).count(in: lower)
  }

  /// How many channels one step up or down goes: in a gallery of kernels to the row above or below.
  func channelsPerRow(in body: Size, with pen: Pen) -> Int {
    guard let fold, fold.block.shape.isDepthwise, [.grid, .filter].contains(choices.detail) else {
      return 1
    }
    let lower = layout(in: Rect(size: body))[.layer]
    return lower.isEmpty ? 1 : gallery(of: fold).perRow(in: lower, with: pen)
  }

  /// The equation of the pair, and the lower pane, in sentences.
  func read(into reading: inout Reading, with pen: Pen) {
    guard let fold, fold.block.shape.holds(pair) else { return }
    KernelEquation(fold, output: pair.output, input: pair.input)
      .read(into: &reading, asTerms: form == .train)
    switch choices.detail {
    case .grid, .filter: layer(of: fold).read(into: &reading)
    case .norms: norms(of: fold).read(into: &reading, with: pen)
    case .bias: biases(of: fold).read(into: &reading)
    }
  }

  /// The pair in words, with where its centre comes from.
  var status: Text {
    guard let fold, fold.block.shape.holds(pair) else { return EquationWords.noKernel }
    let equation = KernelEquation(fold, output: pair.output, input: pair.input)
    let shape = fold.block.shape
    let sentence = shape.form == .deploy ? equation.centre : equation.provenance
    return Text(name: "\(shape.title)  ") + EquationWords.pair(pair, of: shape) + Text(name: "  ")
      + sentence + Text(name: "  bias \(equation.biasDigits.text(equation.bias))")
  }

  private func upperPanel(of fold: BlockFold, body: Size) -> (panel: any Widget, height: Int) {
    let equation = KernelEquation(fold, output: pair.output, input: pair.input)
    let shape = fold.block.shape
    let place = EquationWords.place(of: pair, in: shape)
    let title = Text(name: "\(shape.title)  ") + place
    if form == .train {
      let panel = KernelEquationPanel(equation, title: title, body: body, language: language)
      return (panel, panel.height)
    }
    let panel = FoldedKernelPanel(
      equation,
      title: title,
      isOriginKnown: shape.form == .train,
      body: body,
      language: language
    )
    return (panel, panel.height)
  }

  private func lowerPanel(of fold: BlockFold) -> any Widget {
    switch choices.detail {
    case .grid where fold.block.shape.isDepthwise: gallery(of: fold)
    case .grid: ChannelGridPanel(layer: layer(of: fold))
    case .filter: gallery(of: fold)
    case .norms: norms(of: fold)
    case .bias: biases(of: fold)
    }
  }

  private func layer(of fold: BlockFold) -> ShownLayer {
    ShownLayer(fold, pair: pair, form: form, branch: branch, choices, language: language)
  }

  private func gallery(of fold: BlockFold) -> KernelGalleryPanel {
    KernelGalleryPanel(layer: layer(of: fold))
  }

  private func norms(of fold: BlockFold) -> NormsPanel {
    NormsPanel(fold, channel: pair.output, language: language)
  }

  private func biases(of fold: BlockFold) -> BiasPanel {
    BiasPanel(fold, channel: pair.output, language: language)
  }
}
