extension BlockFold {
  /// The fold of `block` with a mistake in it, where the mistake is one of the fold; else as it should be.
  public init(_ block: Block, making mistake: Mistake?) {
    switch mistake {
    case .epsilon: self.init(block.withEpsilon(0))
    case .identity: self.init(block, slip: FoldSlip(diagonalOffset: 1))
    case .corner: self.init(block, slip: FoldSlip(isAtCorner: true))
    case .norms, .activation, .winograd, nil: self.init(block)
    }
  }
}
