/// The choices that need no measurement: what is best, or close to it, on most machines.
///
/// Winograd with tiles of four wherever it applies, of two where the output is so deep and small that
/// the weights of larger tiles would take longer to read than the products they save.
struct ChoiceTable: Sendable {
  let threads: Int
  private let groupSizes: [Int]
  private let algorithm: ConvolutionAlgorithm?
  private let memory: PlanMemory

  init(_ options: PlanOptions) {
    threads = options.threads
    groupSizes = (options.instructionSet ?? .best).groupSizes
    algorithm = options.algorithm
    memory = options.memory
  }

  /// Whether a choice, perhaps from a file, can be used: it fits the shape, the kernels and the memory.
  func admits(_ choice: ConvolutionChoice, for shape: ConvolutionShape) -> Bool {
    guard shape.admits(choice) else { return false }
    guard case .winograd(let choice) = choice else { return true }
    return groupSizes.contains(choice.groupBlocks) && memory.admits(choice.family)
  }

  /// The choice for one convolution.
  func choice(for shape: ConvolutionShape) -> ConvolutionChoice {
    guard let family = family(for: shape) else { return .direct }
    return .winograd(choice(shape, family))
  }

  private func family(for shape: ConvolutionShape) -> WinogradFamily? {
    let families = shape.families.filter { memory.admits($0) }
    if let algorithm { return algorithm.families.first { families.contains($0) } }
    guard shape.window.depth >= 2 * MapLayout.block else { return nil }
    let pixels = shape.batch * shape.height * shape.width
    if families.contains(.p2), pixels < 2 * 49 { return .p2 }
    return families.first { $0 == .f4 || $0 == .p4 } ?? families.first { $0 == .f2 || $0 == .p2 }
  }

  /// Tiles such that values take about half of a level-2 cache of a megabyte, and groups as wide as
  /// the registers hold and the channels divide by.
  func choice(_ shape: ConvolutionShape, _ family: WinogradFamily) -> WinogradChoice {
    let bytes =
      family.rows.products(of: family.rows.extents[0])
      * family.columns.products(of: family.columns.extents[0]) * shape.window.inputChannels
      * MemoryLayout<Float>.stride
    let perPicture =
      (Tiling(shape.height, family.rows)?.count ?? 1)
      * (Tiling(shape.width, family.columns)?.count ?? 1)
    let all = perPicture * shape.batch
    // A block for each thread at least, if there is enough for several; else they share the values.
    let tiles = min(max((640 << 10) / bytes, 8), all)
    let isShared = threads > 1 && all <= 64
    return WinogradChoice(
      family: family,
      groupBlocks: widestGroup(shape.window),
      tiles: isShared ? tiles : min(tiles, max(all / (3 * threads), 8)),
      isShared: isShared
    )
  }

  private func widestGroup(_ window: ConvolutionWindow) -> Int {
    let blocks = window.outputBlocks / window.groups
    return groupSizes.last { blocks.isMultiple(of: $0) && $0 != 4 } ?? 1
  }
}
