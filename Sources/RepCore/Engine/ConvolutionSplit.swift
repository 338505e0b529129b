/// How a convolution's outputs are cut into units of work.
///
/// A unit is some pixels of some output blocks. Weights and pixels compete for the level-2 cache: where
/// the weights of a block are many, units are whole blocks and each core reads its weights once;
/// where the maps are large, units are stripes of pixels that stay in cache for all blocks.
struct ConvolutionSplit: Hashable, Sendable {
  let unitBlocks: Int
  let unitPixels: Int
  /// Whether neighbouring units share weights, not pixels.
  let sharesWeights: Bool
  let units: Int

  /// Splits into at least `units` units where there is enough to split.
  ///
  /// - Parameters:
  ///   - pixels: Output pixels of the whole batch.
  ///   - blocks: Output blocks.
  ///   - weightBytesPerBlock: Packed weights of one output block.
  ///   - tilePixels: Pixels of the kernel's register tile.
  ///   - tileBlocks: Output blocks of the kernel's register tile.
  ///   - units: How many units the threads would like.
  init(
    pixels: Int,
    blocks: Int,
    weightBytesPerBlock: Int,
    tilePixels: Int,
    tileBlocks: Int,
    units: Int
  ) {
    func parts(_ count: Int, _ size: Int) -> Int { (count + size - 1) / size }
    let tiles = parts(pixels, tilePixels)
    unitBlocks = tileBlocks
    let groups = parts(blocks, tileBlocks)
    sharesWeights = weightBytesPerBlock * groups > Self.cachedWeights
    // A stripe also should not be longer than what leaves its input in cache.
    let wanted = max(1, parts(units, groups), sharesWeights ? 1 : parts(pixels, Self.stripe))
    let tilesPerUnit = parts(tiles, min(wanted, tiles))
    unitPixels = tilesPerUnit * tilePixels
    self.units = groups * parts(pixels, unitPixels)
  }

  /// Weights up to this size stay in the level-2 cache beside a stripe of pixels.
  private static let cachedWeights = 192 << 10
  /// Pixels of a stripe at most.
  private static let stripe = 1024
}
