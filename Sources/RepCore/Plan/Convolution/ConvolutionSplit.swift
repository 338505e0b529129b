internal import CPlatform

/// How a direct convolution's outputs are cut into units of work.
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
  /// Whether a unit has all pixels of its blocks.
  let hasWholePlanes: Bool

  /// Splits the work of `shape` for the register tiles of `table` and so many threads.
  init(_ shape: ConvolutionShape, _ table: KernelTable, threads: Int) {
    func parts(_ count: Int, _ size: Int) -> Int { (count + size - 1) / size }
    let pixels = shape.batch * shape.height * shape.width
    let tiles = parts(pixels, table.kernels.tile_pixels)
    unitBlocks = table.kernels.tile_blocks
    let groups = parts(shape.window.outputBlocks, unitBlocks)
    let weightBytes = shape.window.packedCount / shape.window.outputBlocks * 4
    sharesWeights = weightBytes * groups > Self.cachedWeights
    // A stripe also should not be longer than what leaves its input in cache.
    let stripes = sharesWeights ? 1 : parts(pixels, Self.stripe)
    let wanted = max(1, parts(Plan.units(threads: threads), groups), stripes)
    unitPixels = parts(tiles, min(wanted, tiles)) * table.kernels.tile_pixels
    units = groups * parts(pixels, unitPixels)
    hasWholePlanes = unitPixels >= pixels
  }

  /// Weights up to this size stay in the level-2 cache beside a stripe of pixels.
  private static let cachedWeights = 192 << 10
  /// Pixels of a stripe at most.
  private static let stripe = 1024
}
