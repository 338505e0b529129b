/// Why a block that is known by its names is not folded.
public enum OpaqueReason: Hashable, Sendable {
  /// Its folded window has another size than 3x3 and 1x1.
  case window(rows: Int, columns: Int)
  /// One of its branches, of this module, is more than a window with a norm behind it.
  case chain(String)
  /// It has no kernel, which alone tells channels and window.
  case noKernel
  /// The kernels of these modules see or make different numbers of channels.
  case channels([String])
  /// Tensors without which it is no block.
  case missing([String])
  /// A tensor whose values are not read as numbers, with its type.
  case type(String, String)
  /// A tensor of another shape than the block's others say.
  case shape(String, [Int], needed: [Int])
  /// Its convolutions could as well follow one another.
  case sequence(scheme: String)
  /// What its convolutions' modules say of an attribute is not the same everywhere: the attribute and what
  /// they say.
  case unequal(String, [String])
  /// What its convolutions' modules say of padding is not the same everywhere.
  case unequalPadding([String])
  /// An attribute of a convolution, such as its stride, differs by axis or is beyond all bounds.
  case geometry(String, [Int])
  /// A window is not padded around its centre, which would take `needed`.
  case padding([Int], needed: Int)
  /// Something else than zeros stands around the map, and it is not known what.
  case paddingMode(String)
  /// A layer of this class where a convolution or a norm was expected.
  case layer(String, className: String)
  /// A tensor among the branches, or of the block itself, that its scheme does not know.
  case unknown(String)
  /// More branches than a block may have.
  case tooMany(Int)
}

/// A block that is known by its names but left as it is, with the reason.
public struct OpaqueBlock: Hashable, Sendable {
  /// The block's module.
  public let prefix: String
  /// Whose names it has.
  public let scheme: String
  /// Why it is not folded.
  public let reason: OpaqueReason
}
