/// The non-linearity at the end of a block.
public enum Activation: Hashable, Sendable {
  /// `max(0, x)`
  case relu
  /// `x` where it is positive, else `slope * x`; PyTorch's default slope is 0.01.
  case leakyReLU(slope: Double)
  /// `min(max(0, x), 6)`
  case relu6
  /// `x * min(max(0, x + 3), 6) / 6`, as in MobileNetV3 (Howard et al., arXiv 1905.02244)
  case hardswish
  /// `x * sigmoid(x)`, as in YOLOv7
  case silu
  /// `x`
  case identity
  /// Known by name only, such as `GELU`: a block that has it folds but does not run.
  case unsupported(String)

  /// Whether the engine and the oracle compute it: it is known, and its slope is a number in float.
  public var runs: Bool {
    switch self {
    case .relu, .relu6, .hardswish, .silu, .identity: true
    case .leakyReLU(let slope): Float(slope).isFinite
    case .unsupported: false
    }
  }
}
