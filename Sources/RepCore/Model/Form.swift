/// The two shapes that a re-parameterizable network comes in.
public enum Form: String, Hashable, Sendable, CaseIterable {
  /// Several linear branches per block, each with its batch norm, summed.
  case train
  /// One convolution with a bias per block.
  case deploy
}
