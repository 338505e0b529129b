/// How one buffer of activations lies in memory; distances in floats.
///
/// Blocked: `N x ceil(C/16) x (H + 2 halo) x (W + 2 halo) x 16`, missing channels zero. Planar:
/// `N x C x (H + 2 halo) x (W + 2 halo)`. Vectors are blocked maps of one pixel without a halo.
struct MapLayout: Hashable, Sendable {
  /// Channels that lie together in a blocked map.
  static let block = 16

  var batch: Int
  var channels: Int
  var height: Int
  var width: Int
  var isPlanar = false
  /// Zeros around each plane, for the windows that reach over the edge.
  var halo = 0

  /// A buffer of one value per channel.
  static func vector(batch: Int, channels: Int) -> MapLayout {
    MapLayout(batch: batch, channels: channels, height: 1, width: 1)
  }

  /// Channel blocks, or planes.
  var blocks: Int { isPlanar ? channels : blockCount(channels) }
  var pixelPitch: Int { isPlanar ? 1 : Self.block }
  var rowPitch: Int { (width + 2 * halo) * pixelPitch }
  var blockPitch: Int { (height + 2 * halo) * rowPitch }
  var picturePitch: Int { blocks * blockPitch }
  /// From the buffer's start to pixel (0, 0).
  var originOffset: Int { halo * (rowPitch + pixelPitch) }

  /// Floats of the whole buffer, a multiple of 16.
  var count: Int { blockCount(batch * picturePitch) * Self.block }
  /// Bytes that the planner gives the buffer.
  var byteCount: Int { count * 4 }
  /// Bytes of the values alone.
  var compulsoryBytes: Int { batch * channels * height * width * 4 }

  var shape: [Int] {
    height == 1 && width == 1 ? [batch, channels] : [batch, channels, height, width]
  }
}

/// Blocks of 16 that hold `count` values.
func blockCount(_ count: Int) -> Int { (count + MapLayout.block - 1) / MapLayout.block }
