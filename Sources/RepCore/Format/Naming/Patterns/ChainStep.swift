/// The window of a convolution in a pattern.
enum WindowPattern: Hashable, Sendable {
  /// As wide and high as the block's folded window.
  case block
  /// 1x1.
  case point
  /// 1 row.
  case row
  /// 1 column.
  case column
  /// Whatever the tensor says, smaller than the block's.
  case smaller
}

/// One step of a branch's chain, by the module of its tensors behind the block's prefix.
///
/// In names `#` stands for the number of a counted branch.
enum ChainStep: Hashable, Sendable {
  /// A convolution, in one of these modules.
  case convolution([String], WindowPattern)
  /// A batch norm.
  case norm(String)
  /// A mean of each window, which has no tensor.
  case average
  /// A learned factor for each channel, or for all.
  case scale(String)
}

extension ChainStep {
  /// The module that writers use; nil for a step without tensors.
  var module: String? {
    switch self {
    case .convolution(let modules, _): modules.first
    case .norm(let module), .scale(let module): module
    case .average: nil
    }
  }
}
