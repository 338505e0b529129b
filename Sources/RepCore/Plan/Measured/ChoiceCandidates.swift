/// Which choices are worth a measurement.
struct ChoiceCandidates: Sendable {
  /// What one pass varies.
  enum Pass: CaseIterable {
    case algorithm, groups, tiles
  }

  private let table: ChoiceTable
  private let memory: PlanMemory
  private let sizes: [Int]

  init(_ options: PlanOptions) {
    let set = options.instructionSet ?? .best
    table = ChoiceTable(options)
    memory = options.memory
    sizes = set.groupSizes
  }

  /// The candidates of a pass, given the best of the passes before.
  func list(
    _ shape: ConvolutionShape,
    _ pass: Pass,
    best: ConvolutionChoice?
  ) -> [ConvolutionChoice] {
    guard pass != .algorithm else { return algorithms(shape) }
    guard case .winograd(let best) = best else { return [] }
    var others: [WinogradChoice] = []
    switch pass {
    case .algorithm: break
    case .groups:
      let blocks = shape.window.outputBlocks / shape.window.groups
      for size in sizes where size <= blocks && size != best.groupBlocks && size > 1 {
        var other = best
        other.groupBlocks = size
        others.append(other)
      }
    case .tiles:
      for tiles in [best.tiles / 2, best.tiles * 2] where tiles >= 4 {
        var other = best
        other.tiles = tiles
        others.append(other)
      }
    }
    return others.filter { shape.admits(.winograd($0)) && isDifferent($0, best, shape) }.map {
      .winograd($0)
    }
  }

  private func algorithms(_ shape: ConvolutionShape) -> [ConvolutionChoice] {
    let families = shape.families.filter { memory.admits($0) }
    var list: [ConvolutionChoice] = [.direct]
    for family in families {
      var choice = table.choice(shape, family)
      (choice.isShared, choice.stripes) = (false, 1)
      list.append(.winograd(choice))
      guard table.threads > 1 else { continue }
      choice.isShared = true
      list.append(.winograd(choice))
      (choice.isShared, choice.stripes) = (false, table.threads)
      list.append(.winograd(choice))
    }
    return list.filter { shape.admits($0) }
  }

  /// Whether two choices cut the work differently; other numbers may give the same tile blocks.
  private func isDifferent(
    _ choice: WinogradChoice,
    _ other: WinogradChoice,
    _ shape: ConvolutionShape
  ) -> Bool {
    let (layout, otherLayout) = (WinogradLayout(shape, choice), WinogradLayout(shape, other))
    return layout.tileBlocks != otherLayout.tileBlocks || layout.groups != otherLayout.groups
  }
}
