/// The non-linearity at the end of a block.
public enum Activation: String, Hashable, Sendable, CaseIterable {
  /// `max(0, x)`
  case relu
  /// `x * sigmoid(x)`, as in YOLOv7
  case silu
  /// `x`
  case identity
}
