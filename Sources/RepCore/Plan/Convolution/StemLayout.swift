internal import CPlatform

/// How a stem lies in memory: a convolution of 3x3 and stride 2 that reads the pictures itself, two rows of
/// outputs at a time.
struct StemLayout: Hashable, Sendable {
  /// Channels of the pictures.
  let channels: Int
  /// Blocks of the output.
  let blocks: Int
  /// Floats of a row in a thread's own memory: a row of the picture with a zero left and right.
  let pitch: Int
  /// Pairs of rows of all pictures.
  let units: Int

  /// The layout for `shape` on pictures that are `width` pixels wide.
  init(_ shape: ConvolutionShape, width: Int) {
    channels = shape.window.inputChannels
    blocks = shape.window.outputBlocks
    pitch = blockCount(width + 2) * MapLayout.block
    units = shape.batch * ((shape.height + 1) / 2)
  }

  /// Floats of all packed weights.
  var weightCount: Int { blocks * channels * 3 * 4 * MapLayout.block }

  /// Floats of a thread's own memory.
  var ownCount: Int { Int(CP_STEM_SPARE) + (Int(CP_STEM_ROWS) * channels + 1) * pitch }
}
