internal import Canvas
internal import RepCore

/// The words behind `--color`.
enum ColorName: String, CaseIterable {
  case mono
  case ansi16 = "16"
  case ansi256 = "256"
  case trueColor = "24bit"

  var depth: ColorDepth {
    switch self {
    case .mono: .mono
    case .ansi16: .ansi16
    case .ansi256: .ansi256
    case .trueColor: .trueColor
    }
  }
}

/// The words behind `--identity`.
enum YesOrNo: String, CaseIterable {
  case yes
  case no
}

/// The names that `--activation` knows.
enum ActivationName: String, CaseIterable {
  case relu
  case leakyReLU = "leaky-relu"
  case relu6
  case hardswish
  case silu
  case none

  /// The activation; a slope that is not told is PyTorch's own.
  var activation: Activation {
    switch self {
    case .relu: .relu
    case .leakyReLU: .leakyReLU(slope: 0.01)
    case .relu6: .relu6
    case .hardswish: .hardswish
    case .silu: .silu
    case .none: .identity
    }
  }
}
