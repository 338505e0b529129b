/// What a reader is told beside the file.
public struct ReadingOptions: Hashable, Sendable {
  /// Which set of tensors to read, where the file holds several; nil for the first.
  public var set: String?
  /// Epsilon of every norm; nil for what the file says, or the usual value of its code.
  public var epsilon: Double?
  /// Rows and columns of the maps that blocks which stand alone are tried on.
  public var extent: Int

  /// What to read; by default the first set with the usual values.
  public init(set: String? = nil, epsilon: Double? = nil, extent: Int = 56) {
    self.set = set
    self.epsilon = epsilon
    self.extent = extent
  }
}
