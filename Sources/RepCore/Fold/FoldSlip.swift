/// What is done wrong on purpose where a branch becomes a kernel as wide as the block's; nothing, in every fold
/// that counts.
struct FoldSlip: Hashable, Sendable {
  /// Whether a 1x1 lands in the first tap and not in the middle one.
  var isAtCorner = false
  /// Input channels by which the ones of an identity lie beside the diagonal, around the ends of a group.
  var diagonalOffset = 0

  /// As it should be.
  static let none = FoldSlip()
}
