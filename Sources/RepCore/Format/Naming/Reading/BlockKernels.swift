/// The kernels of a block, which must agree on channels, window and geometry.
struct BlockKernels {
  /// The modules of the convolutions, behind the block's prefix; the first one tells the window.
  let modules: [String]
  /// Output channels.
  let outputs: Int
  /// Input channels that a kernel sees: those of one group.
  let groupInputs: Int
  /// Width of the folded window.
  let size: Int

  private let facts: [ModuleFacts?]
  /// How many of the convolutions, which come first, are as wide as the block.
  private let mainCount: Int

  /// The kernels of the block that `reader` reads.
  ///
  /// - Throws: `OpaqueReason` unless they are windows of 3x3 or 1x1 over the same channels.
  init(_ reader: BlockReader) throws(OpaqueReason) {
    let found = reader.found
    let main = found.branches.filter {
      $0.pattern.role != .pointwise && $0.pattern.role != .identity
    }
    let others = found.branches(of: .pointwise)
    modules =
      found.isTraining
      ? (main + others).compactMap(\.modules.convolution)
      : [found.folded?.convolution].compactMap(\.self)
    let shapes = modules.map { reader.extents("\($0).weight") }
    for (module, shape) in zip(modules, shapes) where shape.count != 4 || shape.contains(0) {
      let name = found.name("\(module).weight")
      if let reason = TensorTake.reasonAgainstType(name, in: reader.source.set.checkpoint) {
        throw reason
      }
      throw shape.isEmpty ? .missing([name]) : .shape(name, shape, needed: [1, 1, 1, 1])
    }
    if let chained = found.branches.first(where: { $0.pattern.role == nil }) {
      if let odd = shapes.first(where: { $0[2...] != [3, 3] && $0[2...] != [1, 1] }) {
        throw .window(rows: odd[2], columns: odd[3])
      }
      throw .chain(chained.modules.convolution ?? found.pattern.title)
    }
    guard let first = shapes.first else { throw .noKernel }
    mainCount = main.compactMap(\.modules.convolution).count
    if found.isTraining && mainCount == 0 {
      // What stands beside a wider window, which alone would tell how wide.
      guard !found.pattern.isCounted else { throw .noKernel }
      size = 3
    } else {
      size = first[2]
    }
    let windows = shapes.prefix(max(mainCount, found.isTraining ? 0 : 1)).map { [$0[2], $0[3]] }
    for window in windows where window != [size, size] || ![1, 3].contains(size) {
      throw .window(rows: window[0], columns: window[1])
    }
    for shape in shapes.dropFirst(mainCount) where found.isTraining && shape[2...] != [1, 1] {
      throw .window(rows: shape[2], columns: shape[3])
    }
    guard shapes.allSatisfy({ $0[0] == first[0] && $0[1] == first[1] }) else {
      throw .channels(modules)
    }
    (outputs, groupInputs) = (first[0], first[1])
    guard max(outputs, groupInputs) <= ArchitectureLimits.channels else { throw .channels(modules) }
    facts = modules.map { reader.facts($0) }
    for (module, facts) in zip(modules, facts) {
      if let name = facts?.className, name.contains("Transpose") {
        throw .layer(found.name(module), className: name)
      }
    }
  }

  /// What all convolutions' modules say of `attribute`; nil where they say nothing.
  ///
  /// - Throws: `OpaqueReason` where they differ, by axis or from each other.
  func fact(_ attribute: String) throws(OpaqueReason) -> Int? {
    var values: Set<Int> = []
    for facts in facts {
      guard let told = facts?.integers[attribute], let value = told.first else { continue }
      guard told.allSatisfy({ $0 == value }) else { throw .geometry(attribute, told) }
      guard (1...ArchitectureLimits.channels).contains(value) else {
        throw .geometry(attribute, [value])
      }
      values.insert(value)
    }
    guard values.count <= 1 else {
      throw .unequal(attribute, values.sorted().map { "\($0)" })
    }
    return values.first
  }

  /// The modules of the convolutions that are as wide as the block, where that is wider than 1x1.
  private var mainFacts: [ModuleFacts] {
    size > 1 ? facts.prefix(max(mainCount, 1)).compactMap(\.self) : []
  }

  /// What the modules of the widest convolutions say of `attribute`.
  ///
  /// - Throws: `OpaqueReason` where they differ, by axis or from each other: their sum is no window then.
  func mainFact(_ attribute: String) throws(OpaqueReason) -> Int? {
    var values: Set<Int> = []
    for told in mainFacts.compactMap({ $0.integers[attribute] }) {
      guard told.allSatisfy((1...ArchitectureLimits.step).contains), Set(told).count <= 1 else {
        throw .geometry(attribute, told)
      }
      values.formUnion(told)
    }
    guard values.count <= 1 else {
      throw .unequal(attribute, values.sorted().map { "\($0)" })
    }
    return values.first
  }

  /// How the modules of the widest convolutions pad; nil where they say nothing.
  ///
  /// - Throws: `OpaqueReason` where they differ.
  func paddingMode() throws(OpaqueReason) -> String? {
    let modes = Set(mainFacts.compactMap { $0.texts["padding_mode"] })
    guard modes.count <= 1 else { throw .unequalPadding(modes.sorted()) }
    return modes.first
  }

  /// Checks that every window is padded around its centre, where modules tell.
  func checkCentred(dilation: Int) throws(OpaqueReason) {
    for (index, facts) in facts.enumerated() {
      guard let told = facts?.integers["padding"], !told.isEmpty else { continue }
      let width = facts?.integers["kernel_size"]?.first ?? (index == 0 ? size : 1)
      let needed = width / 2 * dilation
      guard told.allSatisfy({ $0 == needed }) else {
        throw .padding(told, needed: needed)
      }
    }
  }
}
