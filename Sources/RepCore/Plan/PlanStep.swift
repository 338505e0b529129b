/// What a step of a plan computes.
public enum Operation: String, Hashable, Sendable, CaseIterable {
  /// Copies the pictures into the layout of the first convolution.
  case input
  case conv3x3
  case conv1x1
  /// A batch norm as written: a scale and a shift per channel.
  case norm
  /// The sum of two branches.
  case add
  case relu
  /// `x < 0 ? slope * x : x`, value by value.
  case leakyReLU = "leaky-relu"
  /// `min(max(x, 0), 6)`, value by value.
  case relu6
  /// `x * relu6(x + 3) / 6`, value by value.
  case hardswish
  /// `x * sigmoid(x)`, value by value.
  case silu
  case squeezeExcite = "squeeze-excite"
  /// The mean of each channel.
  case pool
  /// The classifier.
  case linear
}

/// How a step computes it.
public enum Algorithm: String, Hashable, Sendable, CaseIterable {
  /// Direct convolution over blocks of 16 channels.
  case direct
  /// Direct convolution that reads the planes of a picture as they are.
  case directPlanar = "direct-planar"
  /// Direct convolution of each channel by itself.
  case depthwise
  /// Direct convolution where each group is whole blocks of 16 channels.
  case grouped
  /// Direct convolution over the blocks that a group touches, with zeros where groups do not meet.
  case groupedMasked = "grouped-masked"
  /// F(2,3), Winograd's algorithm with two outputs in each dimension.
  case winogradF2 = "winograd-f2"
  /// F(4,3).
  case winogradF4 = "winograd-f4"
  /// F(6,3).
  case winogradF6 = "winograd-f6"
  /// F(4,3) for the rows and F(6,3) for the columns.
  case winogradF4F6 = "winograd-f4f6"
  /// Winograd's algorithm for stride 2 with two outputs in each dimension.
  case polyphaseP2 = "polyphase-p2"
  /// Stride 2 with four outputs.
  case polyphaseP4 = "polyphase-p4"
  /// Stride 2 with four outputs for the rows and two for the columns.
  case polyphaseP4P2 = "polyphase-p4p2"
  /// Stride 2 with two outputs in the rows alone, from the pictures themselves.
  case polyphaseRows = "polyphase-rows"
  /// One pass over memory.
  case stream
  /// A matrix read once, in order.
  case gemv
}

/// One timed piece of an inference.
public struct PlanStep: Hashable, Sendable {
  /// The block it belongs to; nil for input, pool and classifier.
  public let blockPath: BlockPath?
  /// What that block is called.
  public let blockTitle: String?
  /// The branch it belongs to; nil for what comes after the branches.
  public let branch: BranchID?
  /// What is computed.
  public let operation: Operation
  /// How it is computed.
  public let algorithm: Algorithm
  /// Whether the ReLU is part of this step.
  public let isRectified: Bool
  /// Whether the mean of each channel is part of this step.
  public internal(set) var isPooled = false
  /// `N x C x H x W`, for vectors `N x C`.
  public let outputShape: [Int]
  /// Multiply-adds for the whole batch, as many as the definition needs.
  public let macs: Int
  /// Multiply-adds that the kernels do for it.
  ///
  /// They are the products of Winograd's algorithm where that is used, and have zeros beside channels that are
  /// no whole blocks of 16. Winograd's transforms are additions, and what a register tile does twice at an edge
  /// is not counted.
  public let products: Int
  /// Bytes of the weights, as many as the definition needs.
  public let weightBytes: Int
  /// Bytes of the weights as the kernels read them.
  public let packedBytes: Int
  /// Bytes of activations read, without padding.
  public let inputBytes: Int
  /// Bytes of activations written, without padding.
  public let outputBytes: Int

  /// The operation's name, with the branch where there is one: `conv3x3`, `norm`, `squeeze-excite`.
  public var name: String { operation.rawValue }
}
