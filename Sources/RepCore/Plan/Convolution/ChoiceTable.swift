/// The choices that need no measurement: what is best, or close to it, on most machines.
///
/// Winograd with tiles of four wherever it applies, of two where the output is so deep and small that
/// the weights of larger tiles would take longer to read than the products they save.
struct ChoiceTable: Sendable {
  let threads: Int
  private let groupSizes: [Int]
  private let stemColumns: Int?
  private let algorithm: ConvolutionAlgorithm?
  private let memory: PlanMemory
  private let accuracy: PlanAccuracy

  init(_ options: PlanOptions, _ accuracy: PlanAccuracy) {
    self.accuracy = accuracy
    threads = options.threads
    let set = options.instructionSet ?? .best
    (groupSizes, stemColumns) = (set.groupSizes, set.stemColumns)
    algorithm = options.algorithm
    memory = options.memory
  }

  /// Whether a choice, perhaps from a file, can be used: it fits the shape, the kernels and the memory.
  func admits(_ choice: ConvolutionChoice, for shape: ConvolutionShape) -> Bool {
    guard shape.admits(choice) else { return false }
    switch choice {
    case .direct: return true
    case .stem: return stemColumns.map { shape.width >= $0 } ?? false
    case .winograd(let choice):
      return groupSizes.contains(choice.groupBlocks) && admits(choice.family)
    }
  }

  /// Whether memory and accuracy allow the family.
  func admits(_ family: WinogradFamily) -> Bool {
    memory.admits(family) && accuracy.admits(family)
  }

  /// Whether it is for want of memory that the family is not admitted.
  func isShortOfMemory(for family: WinogradFamily) -> Bool { !memory.admits(family) }

  /// The choice for one convolution.
  func choice(for shape: ConvolutionShape) -> ConvolutionChoice {
    if algorithm != .direct, admits(.stem, for: shape) { return .stem }
    return family(for: shape).map { choice(for: shape, $0) } ?? .direct
  }

  /// The choice for one convolution by tiles of `family`, which fit it.
  func choice(for shape: ConvolutionShape, _ family: WinogradFamily) -> ConvolutionChoice {
    let choices = Sharing.allCases.map { choice(shape, family, $0) }
    let wanted: Sharing =
      threads == 1 || shape.batch >= threads ? .blocks : shape.height >= 14 ? .stripes : .shared
    let fitting = zip(Sharing.allCases, choices).filter { shape.admits(.winograd($0.1)) }
    return (fitting.first { $0.0 == wanted } ?? fitting.first).map { .winograd($0.1) } ?? .direct
  }

  private func family(for shape: ConvolutionShape) -> WinogradFamily? {
    let families = shape.families.filter { memory.admits($0) }
    if let algorithm { return algorithm.families.first { families.contains($0) } }
    guard shape.window.depth >= 2 * MapLayout.block else { return nil }
    let pixels = shape.batch * shape.height * shape.width
    if families.contains(.p2), pixels < 2 * 49 { return .p2 }
    return families.first { $0 == .f4 || $0 == .p4 } ?? families.first { $0 == .f2 || $0 == .p2 }
  }

  /// How threads share a convolution.
  enum Sharing: CaseIterable {
    /// Each does some tile blocks, which are small enough that there are several for each.
    case blocks
    /// Each does a stripe of the rows.
    case stripes
    /// All transform the input together, then each multiplies some groups.
    case shared
  }

  /// Tiles such that values take about half of a level-2 cache of a megabyte, or a quarter where the
  /// weights can stay in it too; and groups as wide as the registers hold and the channels divide by.
  func choice(
    _ shape: ConvolutionShape,
    _ family: WinogradFamily,
    _ sharing: Sharing
  ) -> WinogradChoice {
    let (rows, columns) = (Tiling(shape.height, family.rows), Tiling(shape.width, family.columns))
    let all = (rows?.count ?? 1) * (columns?.count ?? 1) * shape.batch
    let values =
      (rows?.products(family.rows) ?? 1) * (columns?.products(family.columns) ?? 1) * shape.batch
      * shape.window.inputChannels * MemoryLayout<Float>.stride
    let weights =
      shape.window.outputChannels * shape.window.depth * family.planes * MemoryLayout<Float>.stride
    let room = weights <= 1 << 20 ? 256 << 10 : 640 << 10
    var tiles = min(max(all * room / values, 8), all)
    if sharing == .blocks && threads > 1 { tiles = min(tiles, max(all / (3 * threads), 8)) }
    return WinogradChoice(
      family: family,
      groupBlocks: widestGroup(shape.window),
      tiles: tiles,
      stripes: sharing == .stripes ? threads : 1,
      isShared: sharing == .shared
    )
  }

  private func widestGroup(_ window: ConvolutionWindow) -> Int {
    let blocks = window.outputBlocks / window.groups
    return groupSizes.last { blocks.isMultiple(of: $0) && $0 != 4 } ?? 1
  }
}
