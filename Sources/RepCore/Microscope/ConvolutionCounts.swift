/// What a 3x3 convolution costs by its definition, and through Winograd's tiles: counted, nothing measured.
///
/// Channels are counted as there are, not the lanes that fill blocks of 16. A transform's additions are those of its
/// matrices, tile by tile (`TileAlgorithm.inputAdditions`); the engine also shares lines between neighbouring tiles.
public struct ConvolutionCounts: Hashable, Sendable {
  /// Products of the definition: one for each tap, output and pair of channels.
  public var direct = 0
  /// Products through the tiles; `direct` where there are none.
  public var products = 0
  /// Additions that transform the input, for all input channels.
  public var inputAdditions = 0
  /// Additions that transform the sums of products, for all output channels.
  public var outputAdditions = 0
  /// Additions that transform all kernels, once, when the plan is made.
  public var kernelAdditions = 0

  /// Products in parts of the definition's: 4/9 for F(2,3) on a map that its tiles fill.
  public var share: Double { Double(products) / Double(direct) }

  /// Products and transforms together in parts of the definition's products: what is left of the saving where a
  /// transform's addition takes as long as a product that is added.
  public var shareWithTransforms: Double {
    Double(products + inputAdditions + outputAdditions) / Double(direct)
  }

  static func += (left: inout ConvolutionCounts, right: ConvolutionCounts) {
    left.direct += right.direct
    left.products += right.products
    left.inputAdditions += right.inputAdditions
    left.outputAdditions += right.outputAdditions
  }
}

extension LayerTile {
  /// What the tile costs between `inputs` input channels, of which each output sees `depth`, and `outputs` output
  /// channels; without the kernels' transform.
  public func counts(inputs: Int, depth: Int, outputs: Int) -> ConvolutionCounts {
    let (down, right) = (rowAlgorithm(), columnAlgorithm())
    return ConvolutionCounts(
      direct: 9 * rows.count * columns.count * depth * outputs,
      products: down.products * right.products * depth * outputs,
      // Along the columns for every column of samples, then along the rows for every row of values.
      inputAdditions: inputs
        * (right.samples * down.inputAdditions + down.products * right.inputAdditions),
      outputAdditions: outputs
        * (right.products * down.outputAdditions + down.outputs * right.outputAdditions)
    )
  }
}

extension LayerTiles {
  /// How many tiles there are of each size; at most four sizes.
  public var sizes: [TileSize: Int] {
    var sizes: [TileSize: Int] = [:]
    for (height, down) in rows.extents {
      for (width, right) in columns.extents {
        sizes[TileSize(height: height, width: width), default: 0] += down * right
      }
    }
    return sizes
  }

  /// What all tiles of one picture cost; without the kernels' transform.
  public func counts(inputs: Int, depth: Int, outputs: Int) -> ConvolutionCounts {
    family.counts(of: sizes, inputs: inputs, depth: depth, outputs: outputs)
  }
}

extension WinogradFamily {
  /// What tiles of these sizes cost, so many of each; without the kernels' transform.
  func counts(
    of tiles: [TileSize: Int],
    inputs: Int,
    depth: Int,
    outputs: Int
  ) -> ConvolutionCounts {
    var total = ConvolutionCounts()
    for (size, count) in tiles {
      let tile = LayerTile(family: self, rows: 0..<size.height, columns: 0..<size.width)
      total += tile.counts(inputs: inputs, depth: depth, outputs: outputs).times(count)
    }
    return total
  }

  /// Additions that transform one kernel.
  var kernelAdditions: Int {
    let down = TileAlgorithm(outputs: rows.extents[0], in: rows)
    let right = TileAlgorithm(outputs: columns.extents[0], in: columns)
    return 3 * down.kernelAdditions + down.products * right.kernelAdditions
  }
}

extension Tiling {
  /// The outputs of the tiles, and how many there are of each.
  fileprivate var extents: [(outputs: Int, count: Int)] {
    [(largeExtent, largeCount), (smallExtent, smallCount)].filter { $0.count > 0 }
  }
}

extension ConvolutionCounts {
  /// The counts of so many tiles.
  fileprivate func times(_ factor: Int) -> ConvolutionCounts {
    ConvolutionCounts(
      direct: direct * factor,
      products: products * factor,
      inputAdditions: inputAdditions * factor,
      outputAdditions: outputAdditions * factor,
      kernelAdditions: kernelAdditions * factor
    )
  }
}
