/// Which choices are worth a measurement.
struct ChoiceCandidates: Sendable {
  /// What one pass varies.
  enum Pass: CaseIterable {
    case algorithm, groups, tiles
    /// The best again, in case something else was busy when one of them ran.
    case again
  }

  private let table: ChoiceTable
  private let sizes: [Int]

  init(_ options: PlanOptions, _ accuracy: PlanAccuracy) {
    table = ChoiceTable(options, accuracy)
    sizes = (options.instructionSet ?? .best).groupSizes
  }

  /// The candidates of a pass, given what the passes before found, fastest first.
  func list(
    _ shape: ConvolutionShape,
    _ pass: Pass,
    found: [PlanTuner.Measurement]
  ) -> [ConvolutionChoice] {
    let variants: [ConvolutionChoice]
    switch pass {
    case .algorithm: variants = algorithms(shape)
    case .groups: variants = groups(shape, found)
    case .tiles: variants = tiles(shape, found)
    case .again: return found.prefix(4).map(\.choice)
    }
    let known = Set(found.map(\.choice))
    var layouts = found.compactMap { layout($0.choice, shape) }
    return variants.filter { choice in
      guard shape.admits(choice), !known.contains(choice) else { return false }
      // Other numbers may cut the work the same way.
      guard let layout = layout(choice, shape) else { return true }
      if layouts.contains(where: { $0.cutsAlike(layout) }) { return false }
      layouts.append(layout)
      return true
    }
  }

  /// The stem, whose time cannot be compared because it spares a step; or direct, and each family with the ways to share it that suit the shape.
  private func algorithms(_ shape: ConvolutionShape) -> [ConvolutionChoice] {
    if table.admits(.stem, for: shape) { return [.stem] }
    var list: [ConvolutionChoice] = [.direct]
    for family in shape.families where table.admits(family) && isWorthwhile(family, shape) {
      let choices = ways(shape).map { ConvolutionChoice.winograd(table.choice(shape, family, $0)) }
      // Tiles of two with stride 1 hardly ever win, and never by the way in which they are shared.
      list += family == .f2 ? choices.prefix(1) : choices[...]
    }
    return list
  }

  /// Tile blocks where each thread has a picture, stripes where it has not; and sharing.
  private func ways(_ shape: ConvolutionShape) -> [ChoiceTable.Sharing] {
    if table.threads == 1 { return [.blocks] }
    let isStriped = shape.batch < table.threads && shape.height >= 2 * table.threads
    return [isStriped ? .stripes : .blocks, .shared]
  }

  /// Tiles of six have 64 planes of weights: where these are many megabytes, memory is the limit, and
  /// packing them all only for a measurement could take more memory than there is.
  private func isWorthwhile(_ family: WinogradFamily, _ shape: ConvolutionShape) -> Bool {
    let bytes = shape.window.outputChannels * shape.window.depth * family.planes * 4
    return family == .f4 || family.stride == 2 || bytes <= 32 << 20
  }

  /// Other group sizes for the best of each way to share the work, if it is not far behind.
  private func groups(
    _ shape: ConvolutionShape,
    _ found: [PlanTuner.Measurement]
  ) -> [ConvolutionChoice] {
    let blocks = shape.window.outputBlocks / shape.window.groups
    var ways: Set<[Int]> = []
    var list: [ConvolutionChoice] = []
    for measurement in found where measurement.microseconds < 1.2 * found[0].microseconds {
      guard case .winograd(var choice) = measurement.choice,
        ways.insert([choice.stripes, choice.isShared ? 1 : 0]).inserted
      else { continue }
      for size in sizes where size <= blocks && size > 1 {
        choice.groupBlocks = size
        list.append(.winograd(choice))
      }
    }
    return list
  }

  /// One row of tiles, and half and twice the tiles of the best: small blocks keep values and products in
  /// the level-2 cache, large ones read the weights less often.
  private func tiles(
    _ shape: ConvolutionShape,
    _ found: [PlanTuner.Measurement]
  ) -> [ConvolutionChoice] {
    guard case .winograd(var choice) = found[0].choice else { return [] }
    let tiles = choice.tiles
    let row = Tiling(shape.width, choice.family.columns)?.count ?? tiles
    return [row, tiles / 2, tiles * 2].filter { $0 >= 4 }.map {
      choice.tiles = $0
      return .winograd(choice)
    }
  }

  private func layout(_ choice: ConvolutionChoice, _ shape: ConvolutionShape) -> WinogradLayout? {
    guard case .winograd(let choice) = choice else { return nil }
    return WinogradLayout(shape, choice)
  }
}

extension WinogradLayout {
  fileprivate func cutsAlike(_ other: WinogradLayout) -> Bool {
    choice.family == other.choice.family && choice.isShared == other.choice.isShared
      && tileBlocks == other.tileBlocks && groups == other.groups
  }
}
