// What single blocks are asked to be computed by.

extension ConvolutionAlgorithm {
  /// The one family that it means for a stride; nil for none, which for anything but `direct` is an obstacle.
  public func family(stride: Int) -> WinogradFamily? {
    switch (self, stride) {
    case (.winogradF2, 1): .f2
    case (.winogradF4, 1): .f4
    case (.winogradF6, 1): .f6
    case (.winogradF2, 2): .p2
    case (.winogradF4, 2): .p4
    default: nil
    }
  }
}

extension ChoiceTable {
  /// The choice for a convolution that is to be computed by just this algorithm; nil where it cannot be.
  ///
  /// `known` is a measured choice, which is taken where it is of that algorithm.
  func choice(
    for shape: ConvolutionShape,
    _ algorithm: ConvolutionAlgorithm,
    known: ConvolutionChoice?
  ) -> ConvolutionChoice? {
    guard obstacle(to: algorithm, for: shape) == nil else { return nil }
    guard let family = algorithm.family(stride: shape.window.stride) else { return .direct }
    if let known, known.family == family { return known }
    return choice(for: shape, family)
  }

  /// Why a convolution cannot be computed by an algorithm; nil where it can.
  func obstacle(
    to algorithm: ConvolutionAlgorithm,
    for shape: ConvolutionShape
  ) -> ChoiceObstacle? {
    guard algorithm != .direct else { return nil }
    let window = shape.window
    if window.size != 3 { return .window(window.size) }
    if window.isDepthwise { return .depthwise }
    if window.isPlanar { return .pictures }
    if window.stride > 2 { return .stride(window.stride) }
    if window.dilation > 1 { return .dilation(window.dilation) }
    if window.groups > 1, !window.hasWholeGroups {
      return .groups(inputs: window.depth, outputs: window.outputChannels / window.groups)
    }
    guard let family = algorithm.family(stride: window.stride) else { return .sixOfStrideTwo }
    if LayerTiles(family, height: shape.height, width: shape.width) == nil {
      return .extent(height: shape.height, width: shape.width, family)
    }
    if !shape.families.contains(family) { return .pixels }
    if !admits(family) { return isShortOfMemory(for: family) ? .memory : .accuracy }
    return nil
  }

  /// Why each block that has an algorithm of its own is not computed by it; no entry for one that is.
  ///
  /// A block is, where one of its convolutions is: its 1x1 stay as they are.
  func obstacles(
    to wanted: [BlockPath: ConvolutionAlgorithm],
    in network: Network,
    _ nodes: [Node]
  ) -> [BlockPath: ChoiceObstacle] {
    guard !wanted.isEmpty else { return [:] }
    let stopped = network.stoppedBlocks
    var shapes: [BlockPath: [ConvolutionShape]] = [:]
    for node in nodes {
      guard case .convolution(let work) = node.work, let path = node.step.blockPath else {
        continue
      }
      shapes[path, default: []].append(work.shape)
    }
    var obstacles: [BlockPath: ChoiceObstacle] = [:]
    for (path, algorithm) in wanted {
      if let block = stopped.first(where: { $0.path == path }) {
        obstacles[path] = .stopped(block.obstacles)
        continue
      }
      // The largest window is what the block is known for.
      let convolutions = (shapes[path] ?? []).sorted { $0.window.size > $1.window.size }
      let found = convolutions.map { obstacle(to: algorithm, for: $0) }
      if !found.contains(nil) { obstacles[path] = found.first.flatMap(\.self) ?? .noConvolution }
    }
    return obstacles
  }
}
