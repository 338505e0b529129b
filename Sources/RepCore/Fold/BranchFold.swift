/// One branch as a scaled kernel and a bias: what remains of it when its norm is folded in.
///
/// Kernels are looked at one (output, input) channel pair at a time, so that a screen can show any of
/// them without holding a second copy of the layer.
public struct BranchFold: Sendable {
  /// Which linear map.
  public let role: BranchRole
  /// Factor of each output channel's kernel, from the norm; ones without a norm.
  public let scale: [Double]
  /// Bias of each output channel: the convolution's own, scaled, plus the norm's shift.
  public let bias: [Double]
  /// The norm as a line, before the convolution's own bias is counted.
  public let norm: NormFold

  let kernel: Tensor?
  let groupInputs: Int

  init(_ branch: Branch, in block: BlockShape) {
    let channels = block.outputChannels
    let norm = branch.norm.map { NormFold($0) } ?? NormFold(identity: channels)
    let own = branch.bias?.doubles() ?? Array(repeating: 0, count: channels)
    role = branch.role
    kernel = branch.kernel
    groupInputs = block.inputChannels / block.groups
    scale = norm.scale
    bias = own.indices.map { norm.scale[$0] * own[$0] + norm.shift[$0] }
    self.norm = norm
  }

  /// The kernel of a channel pair as stored, `k x k`; the identity is a 1x1 kernel of 1 or 0.
  ///
  /// `input` counts inside the output channel's group.
  public func rawKernel(output: Int, input: Int) -> [Double] {
    guard let kernel else { return [input == output % groupInputs ? 1 : 0] }
    let taps = role.kernelSize * role.kernelSize
    let start = (output * groupInputs + input) * taps
    return (start..<start + taps).map { kernel.double(at: $0) }
  }

  /// The kernel of a channel pair with zeros around it, 3x3.
  public func paddedKernel(output: Int, input: Int) -> [Double] {
    let raw = rawKernel(output: output, input: input)
    guard raw.count == 1 else { return raw }
    return [0, 0, 0, 0, raw[0], 0, 0, 0, 0]
  }

  /// The padded kernel of a channel pair times the norm's scale, 3x3.
  public func scaledKernel(output: Int, input: Int) -> [Double] {
    paddedKernel(output: output, input: input).map { $0 * scale[output] }
  }
}
