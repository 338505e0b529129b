/// An activation that the engine computes, with its numbers as the kernel takes them.
enum ActivationWork: Hashable, Sendable {
  case relu
  case leakyReLU(slope: Float)
  case relu6
  case hardswish
  case silu

  /// The work of `activation`, which runs; nil where there is nothing to do.
  init?(_ activation: Activation) {
    switch activation {
    case .relu: self = .relu
    case .leakyReLU(let slope): self = .leakyReLU(slope: Float(slope))
    case .relu6: self = .relu6
    case .hardswish: self = .hardswish
    case .silu: self = .silu
    case .identity: return nil
    case .unsupported(let name):
      preconditionFailure("a plan is made of blocks that run; the engine has no \(name)")
    }
  }

  /// What a step of it is called.
  var operation: Operation {
    switch self {
    case .relu: .relu
    case .leakyReLU: .leakyReLU
    case .relu6: .relu6
    case .hardswish: .hardswish
    case .silu: .silu
    }
  }

  /// Factor of negative values, where the kernel asks for one.
  var slope: Float {
    if case .leakyReLU(let slope) = self { slope } else { 0 }
  }
}
