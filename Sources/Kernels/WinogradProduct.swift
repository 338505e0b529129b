internal import CPlatform

// Tiles of the products: as many sums as the registers hold. Nine tiles at most, because the compiler
// does not unroll longer loops, and sums in a loop that is not unrolled are no registers.
#if KERNELS_V4
  /// Tiles for 0 to 4 output blocks.
  let productTiles = (0, 9, 9, 9, 6)
#elseif KERNELS_V3 || arch(arm64)
  let productTiles = (0, 6, 0, 0, 0)
#else
  let productTiles = (0, 2, 0, 0, 0)
#endif

/// One plane's product: `group blocks x tiles x 16` from values `depth x tiles x 16` and weights
/// `depth x 16 x group blocks x 16`.
struct PlaneProduct {
  let values: UnsafePointer<Float>
  /// Floats from one input block's values to the next one's.
  let valuePitch: Int
  let weights: UnsafePointer<Float>
  /// Input blocks.
  let depth: Int
  /// Chains of additions that the depth is cut into.
  let chunks: Int
  let products: Row
  /// Floats from one output block's products to the next one's.
  let productPitch: Int
  /// What is asked for while this is computed, and how fast.
  var ahead: WeightsAhead

  /// Computes all `tiles`, in register tiles of nearly equal size.
  @inline(__always)
  mutating func multiply(tiles: Int, blocks: Int) {
    let most = largestTile(blocks)
    var left = tiles
    var part = (tiles &+ most &- 1) / most
    var first = 0
    while part > 0 {
      let count = (left &+ part &- 1) / part
      ahead.step = ahead.pace &* count
      multiply(first, count, blocks)
      ahead.next &+= ahead.step &* depth &* 16
      first &+= count
      left &-= count
      part &-= 1
    }
  }

  @inline(__always)
  private func largestTile(_ blocks: Int) -> Int {
    switch blocks {
    case 4: productTiles.4
    case 3: productTiles.3
    case 2: productTiles.2
    default: productTiles.1
    }
  }

  @inline(never)
  private func multiply(_ first: Int, _ count: Int, _ blocks: Int) {
    #if KERNELS_V4
      switch blocks {
      case 4: multiply4(first, count)
      case 3: multiply3(first, count)
      case 2: multiply2(first, count)
      default: multiply1(first, count)
      }
    #else
      multiply1(first, count)
    #endif
  }

  #if KERNELS_V4
    @inline(__always)
    private func multiply4(_ first: Int, _ count: Int) {
      switch count {
      case 6: ProductTile<6, 4>.multiply(self, first)
      case 5: ProductTile<5, 4>.multiply(self, first)
      case 4: ProductTile<4, 4>.multiply(self, first)
      case 3: ProductTile<3, 4>.multiply(self, first)
      case 2: ProductTile<2, 4>.multiply(self, first)
      default: ProductTile<1, 4>.multiply(self, first)
      }
    }

    @inline(__always)
    private func multiply3(_ first: Int, _ count: Int) {
      switch count {
      case 9: ProductTile<9, 3>.multiply(self, first)
      case 8: ProductTile<8, 3>.multiply(self, first)
      case 7: ProductTile<7, 3>.multiply(self, first)
      case 6: ProductTile<6, 3>.multiply(self, first)
      case 5: ProductTile<5, 3>.multiply(self, first)
      case 4: ProductTile<4, 3>.multiply(self, first)
      case 3: ProductTile<3, 3>.multiply(self, first)
      case 2: ProductTile<2, 3>.multiply(self, first)
      default: ProductTile<1, 3>.multiply(self, first)
      }
    }

    @inline(__always)
    private func multiply2(_ first: Int, _ count: Int) {
      switch count {
      case 9: ProductTile<9, 2>.multiply(self, first)
      case 8: ProductTile<8, 2>.multiply(self, first)
      case 7: ProductTile<7, 2>.multiply(self, first)
      case 6: ProductTile<6, 2>.multiply(self, first)
      case 5: ProductTile<5, 2>.multiply(self, first)
      case 4: ProductTile<4, 2>.multiply(self, first)
      case 3: ProductTile<3, 2>.multiply(self, first)
      case 2: ProductTile<2, 2>.multiply(self, first)
      default: ProductTile<1, 2>.multiply(self, first)
      }
    }
  #endif

  @inline(__always)
  private func multiply1(_ first: Int, _ count: Int) {
    switch count {
    #if KERNELS_V4
      case 9: ProductTile<9, 1>.multiply(self, first)
      case 8: ProductTile<8, 1>.multiply(self, first)
      case 7: ProductTile<7, 1>.multiply(self, first)
    #endif
    #if KERNELS_V3 || KERNELS_V4 || arch(arm64)
      case 6: ProductTile<6, 1>.multiply(self, first)
      case 5: ProductTile<5, 1>.multiply(self, first)
      case 4: ProductTile<4, 1>.multiply(self, first)
      case 3: ProductTile<3, 1>.multiply(self, first)
    #endif
    case 2: ProductTile<2, 1>.multiply(self, first)
    default: ProductTile<1, 1>.multiply(self, first)
    }
  }
}

/// Weights that will be needed soon.
///
/// They come from memory once and in order, but unevenly: planes of few tiles use them up faster than
/// memory gives them, planes of many tiles leave it idle. So they are asked for at an even pace.
struct WeightsAhead {
  /// Where the group's weights start.
  let start: UnsafePointer<Float>
  /// 256ths of a float to ask for with each input channel of each tile.
  let pace: Int
  /// 256ths of a float from `start` to what is next.
  var next: Int
  /// 256ths of a float to ask for with each input channel.
  var step = 0
}

/// A register tile of the products.
struct ProductTile<let tiles: Int, let blocks: Int> {
  /// Computes the tiles from `first` on, chunk by chunk.
  @inline(never)
  static func multiply(_ plane: PlaneProduct, _ first: Int) {
    var weights = plane.weights
    var values = plane.values + first &* 16
    var ahead = plane.ahead.next
    let (start, step) = (plane.ahead.start, plane.ahead.step)
    let products = plane.products + first &* 16
    var chunks = SumChunks(terms: plane.depth, chunks: plane.chunks)
    var adds = false
    repeat {
      var sums = InlineArray<tiles, InlineArray<blocks, Lanes>>(repeating: .init(repeating: .zero))
      for _ in 0..<chunks.next() {
        for channel in 0..<16 {
          var factors = InlineArray<blocks, Lanes>(repeating: .zero)
          for block in 0..<blocks {
            factors[block] = lanes(weights + block &* 16)
            cp_prefetch(weights + (block &* 16 &+ 2048))
          }
          // A tile of more columns than the planes have on average asks for more than it uses.
          for line in 0...blocks { cp_prefetch_far(start + (ahead &>> 8 &+ line &* 16)) }
          ahead &+= step
          for tile in 0..<tiles {
            let value = Lanes(repeating: values[tile &* 16 &+ channel])
            for block in 0..<blocks {
              #if KERNELS_V3 || KERNELS_V4 || arch(arm64)
                sums[tile][block].addProduct(value, factors[block])
              #else
                sums[tile][block] += value * factors[block]
              #endif
            }
          }
          weights += blocks &* 16
        }
        values += plane.valuePitch
      }
      if adds {
        for block in 0..<blocks {
          for tile in 0..<tiles {
            sums[tile][block] += lanes(products + (block &* plane.productPitch &+ tile &* 16))
          }
        }
      }
      for block in 0..<blocks {
        for tile in 0..<tiles {
          store(sums[tile][block], products + (block &* plane.productPitch &+ tile &* 16))
        }
      }
      adds = true
    } while chunks.left > 0
  }
}
