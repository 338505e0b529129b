internal import Canvas
internal import RepCore
internal import Words

/// The products of the tile and of the whole layer beside those of the definition, and what the transforms add.
struct CountLines {
  let sight: TileSight
  /// What plans make of the block; nil as long as that is not known.
  let outlook: BlockOutlook?
  /// Whose tiles are looked at.
  let algorithm: ConvolutionAlgorithm
  let shared: Shared
  let width: Int

  private var pen: Pen { shared.pen }
  private var language: Language { shared.language }
  private var family: WinogradFamily { sight.tiles.family }

  /// All of it; the tile first.
  var lines: [StyledLine] { tile + layer + plan }

  private func wrapped(_ text: Text, _ style: Style) -> [StyledLine] {
    text[language].wrapped(to: width).map { StyledLine($0, style) }
  }

  private var tile: [StyledLine] {
    let (rows, columns) = (sight.trace.rows, sight.trace.columns)
    let words = WinogradWords.products(
      rows.products,
      columns.products,
      outputs: (rows.outputs, columns.outputs),
      of: sight.trace.directProducts
    )
    return wrapped(words, pen.palette.accent)
  }

  /// The layer in one piece.
  private var whole: ConvolutionCounts {
    sight.tiles.counts(
      inputs: sight.shape.inputChannels,
      depth: sight.shape.inputChannels / sight.shape.groups,
      outputs: sight.shape.outputChannels
    )
  }

  /// As the plan would cut the layer; nil where it cannot, or is not known yet.
  private var planned: ConvolutionCounts? {
    guard case .success(let found)? = outlook?.each[algorithm] else { return nil }
    return found.largest?.counts
  }

  private var layer: [StyledLine] {
    let counts = planned ?? whole
    let isCut = counts.products > whole.products
    let lines: [Text?] = [
      WinogradWords.layer(counts, family),
      isCut ? WinogradWords.stripes(whole.share) : nil,
      WinogradWords.transforms(counts),
      WinogradWords.article(family, share: counts.share),
      counts.kernelAdditions > 0 ? WinogradWords.kernels(counts.kernelAdditions) : nil,
    ]
    return lines.compactMap(\.self).flatMap { wrapped($0, pen.palette.text) }
  }

  /// What the plan does, and why it cannot do this.
  private var plan: [StyledLine] {
    guard let outlook else { return wrapped(WinogradWords.planning, pen.palette.muted) }
    guard case .failure(let obstacle)? = outlook.each[algorithm] else { return [] }
    let words = WinogradWords.cannot(family, obstacle)
    return wrapped(words, pen.palette.warning)
  }
}

extension [PlannedConvolution] {
  /// The convolution with the most products by its definition: the one that a block is known for.
  var largest: PlannedConvolution? { self.max { $0.counts.direct < $1.counts.direct } }
}
