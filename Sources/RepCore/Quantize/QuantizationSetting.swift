/// How many bits the numbers of a simulated integer network have.
public struct QuantizedBits: Hashable, Sendable {
  /// Bits of each tap of a kernel.
  public let weights: Int
  /// Bits of each value of the maps between blocks.
  public let activations: Int

  /// So many bits, 2 to 16 each.
  public init(weights: Int, activations: Int) {
    precondition(
      (2...16).contains(weights) && (2...16).contains(activations),
      "integers of \(weights) and \(activations) bits are not simulated"
    )
    (self.weights, self.activations) = (weights, activations)
  }
}

/// What shares one step of a kernel's integers.
public enum WeightSteps: String, Hashable, Sendable, CaseIterable {
  /// All taps of the kernel, so that its largest one decides for all.
  case perTensor = "tensor"
  /// The taps of one output channel.
  case perChannel = "channel"
}

/// How a network is made an integer network, as far as it is simulated.
///
/// Kernels are rounded to a grid around zero, the pictures and the map behind each block to a grid between the least and
/// the greatest value that calibration has seen there. Norms, biases, identities, averages, squeeze-excite and the
/// classifier stay as they are.
public struct QuantizationSetting: Hashable, Sendable {
  /// Bits of kernels and maps.
  public let bits: QuantizedBits
  /// What shares one step of a kernel.
  public let steps: WeightSteps

  /// A setting.
  public init(_ bits: QuantizedBits, _ steps: WeightSteps) {
    (self.bits, self.steps) = (bits, steps)
  }
}
