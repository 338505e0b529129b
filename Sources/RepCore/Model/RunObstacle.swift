/// What stands around a map where the window of a convolution hangs over; PyTorch's `padding_mode`.
public enum PaddingMode: String, Hashable, Sendable, CaseIterable {
  /// Zeros; all that the engine pads with.
  case zeros
  /// The map mirrored at its outermost pixels, which are not repeated.
  case reflect
  /// The outermost pixels, repeated.
  case replicate
  /// The map again, as on a torus.
  case circular
}

/// Why a block folds but does not run: nothing runs as something that it is not.
public enum RunObstacle: Hashable, Sendable {
  /// Windows that see something else than zeros around the map.
  case padding(PaddingMode)
  /// A non-linearity that the engine lacks.
  case activation(Activation)
  /// Layers inside the block, by what a pickled module calls them, that are not understood.
  case layers([String])
}

extension BlockShape {
  /// What keeps the block from running, in the order in which data meets it; empty for one that runs.
  ///
  /// 1x1 windows see no padding, so its mode does not matter to them.
  public var obstacles: [RunObstacle] {
    var obstacles: [RunObstacle] = []
    if padding != .zeros && kernelSize > 1 { obstacles.append(.padding(padding)) }
    if !activation.runs { obstacles.append(.activation(activation)) }
    if !unknownLayers.isEmpty { obstacles.append(.layers(unknownLayers)) }
    return obstacles
  }

  /// Whether the engine computes what the block does.
  public var runs: Bool { obstacles.isEmpty }
}

extension Architecture {
  /// The first block that does not run; nil where all do.
  public var firstObstacle: BlockShape? { blocks.first { !$0.runs } }
}
