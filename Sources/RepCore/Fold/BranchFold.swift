/// One branch as a scaled kernel and a bias: what remains of it when its norm is folded in.
///
/// Kernels are looked at one (output, input) channel pair at a time, so that a screen can show any of
/// them without holding a second copy of the layer.
public struct BranchFold: Sendable {
  /// Which branch of its block it is.
  public let id: BranchID
  /// Factor of each output channel's kernel, from the norm; ones without a norm.
  public let scale: [Double]
  /// Bias of each output channel: the convolution's own, scaled, plus the norm's shift.
  public let bias: [Double]
  /// The norm as a line, before the convolution's own bias is counted.
  public let norm: NormFold

  let kernel: Tensor?
  let groupInputs: Int
  /// Widths of its own window and of the block's.
  let size: Int
  let paddedSize: Int
  /// Rows and columns of zeros before its own window in the block's.
  let margin: Int
  private let diagonalOffset: Int

  init(_ branch: Branch, in block: BlockShape, slip: FoldSlip = .none) {
    let channels = block.outputChannels
    let norm = branch.norm.map { NormFold($0) } ?? NormFold(identity: channels)
    let own = branch.bias?.doubles() ?? Array(repeating: 0, count: channels)
    id = branch.id
    size = block.kernelSize(of: branch.role)
    paddedSize = block.kernelSize
    let isAtCorner = slip.isAtCorner && branch.role == .pointwise
    margin = isAtCorner ? 0 : (paddedSize - size) / 2
    diagonalOffset = branch.role == .identity ? slip.diagonalOffset : 0
    kernel = branch.kernel
    groupInputs = block.inputChannels / block.groups
    scale = norm.scale
    bias = own.indices.map { norm.scale[$0] * own[$0] + norm.shift[$0] }
    self.norm = norm
  }

  /// Which linear map.
  public var role: BranchRole { id.role }

  /// Whether zeros surround the kernel when it is folded.
  public var isPadded: Bool { size < paddedSize }

  /// The value of every tap on the diagonal of a map that stores no kernel: an identity is a kernel of
  /// ones, an average of `k x k` values a kernel of `1 / (k * k)`.
  var diagonal: Double { 1 / Double(size * size) }

  /// The input, counted inside the group, that an output of an identity or average sees: its own channel.
  func ownInput(of output: Int) -> Int { (output + diagonalOffset) % groupInputs }

  /// The kernel of a channel pair, `k x k`: as stored, or what an identity or average amounts to.
  ///
  /// `input` counts inside the output channel's group.
  public func rawKernel(output: Int, input: Int) -> [Double] {
    let taps = size * size
    guard let kernel else {
      return Array(repeating: input == ownInput(of: output) ? diagonal : 0, count: taps)
    }
    let start = (output * groupInputs + input) * taps
    return (start..<start + taps).map { kernel.double(at: $0) }
  }

  /// The kernel of a channel pair with zeros around it, as wide as the block's.
  public func paddedKernel(output: Int, input: Int) -> [Double] {
    let raw = rawKernel(output: output, input: input)
    guard isPadded else { return raw }
    var padded = [Double](repeating: 0, count: paddedSize * paddedSize)
    for (tap, value) in raw.enumerated() {
      padded[(tap / size + margin) * paddedSize + tap % size + margin] = value
    }
    return padded
  }

  /// The padded kernel of a channel pair times the norm's scale.
  public func scaledKernel(output: Int, input: Int) -> [Double] {
    paddedKernel(output: output, input: input).map { $0 * scale[output] }
  }
}
