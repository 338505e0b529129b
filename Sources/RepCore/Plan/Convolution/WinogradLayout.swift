internal import CPlatform

/// How a Winograd convolution lies in memory: tile blocks with their planes, and groups of output blocks.
struct WinogradLayout: Hashable, Sendable {
  /// One plane of weights of a tile block; distances in tiles, places in floats.
  struct Plane: Hashable, Sendable {
    let tiles: Int
    let row: Int
    let values: Int
    let products: Int
  }

  /// Tiles that are transformed together: a rectangle of them in some pictures.
  struct TileBlock: Hashable, Sendable {
    let picture: Int
    let pictures: Int
    let rowStart: Int
    let rows: Tiling
    let columnStart: Int
    let columns: Tiling
    /// `row points x column points`.
    let planes: [Plane]
    /// Where its values start among those of all blocks.
    let values: Int
  }

  /// Output blocks whose products are computed together.
  struct Group: Hashable, Sendable {
    let firstBlock: Int
    let blocks: Int
    let inputBlock: Int
    /// Where its weights start, in floats.
    let weights: Int
  }

  let choice: WinogradChoice
  let inputBlocks: Int
  /// Input blocks that a group reads.
  let depth: Int
  let tileBlocks: [TileBlock]
  let groups: [Group]
  /// Floats of all packed weights.
  let weightCount: Int
  /// Floats of the values of all tile blocks.
  let valueCount: Int
  /// Floats of a thread's own memory: rows in between, values unless they are shared, products.
  let ownCount: Int
  let ownValues: Int
  let ownProducts: Int

  init(_ shape: ConvolutionShape, _ choice: WinogradChoice) {
    let (window, family) = (shape.window, choice.family)
    self.choice = choice
    inputBlocks = blockCount(window.inputChannels)
    depth = blockCount(window.depth)
    groups = Self.groups(window, depth: depth, choice)
    weightCount = window.outputBlocks * depth * MapLayout.block * MapLayout.block * family.planes
    let most = groups.map(\.blocks).max() ?? 1
    (tileBlocks, valueCount) = Self.tileBlocks(shape, choice, inputBlocks, most)
    let widest = tileBlocks.map { $0.columns.outputs }.max() ?? 0
    let strip =
      Int(CP_WINOGRAD_TABLES) + family.rows.points * (family.stride * widest + 2) * MapLayout.block
    let inputs = inputBlocks
    let values = tileBlocks.map { Self.end($0.planes.last, blocks: inputs, \.values) }.max() ?? 0
    let products = tileBlocks.map { Self.end($0.planes.last, blocks: most, \.products) }.max() ?? 0
    ownValues = strip
    ownProducts = strip + (choice.isShared ? 0 : values)
    ownCount = ownProducts + products
  }
}

// MARK: - Parts

extension WinogradLayout {
  /// Groups of nearly equal size that do not cross the groups of a grouped convolution.
  private static func groups(
    _ window: ConvolutionWindow,
    depth: Int,
    _ choice: WinogradChoice
  ) -> [Group] {
    let blocks = window.outputBlocks / window.groups
    let parts = (blocks + choice.groupBlocks - 1) / choice.groupBlocks
    var groups: [Group] = []
    var weights = 0
    for index in 0..<window.groups {
      for part in 0..<parts {
        let (first, end) = (part * blocks / parts, (part + 1) * blocks / parts)
        groups.append(
          Group(
            firstBlock: index * blocks + first,
            blocks: end - first,
            inputBlock: index * depth,
            weights: weights
          )
        )
        weights +=
          choice.family.planes * depth * (end - first) * MapLayout.block * MapLayout.block
      }
    }
    return groups
  }

  private static func tileBlocks(
    _ shape: ConvolutionShape,
    _ choice: WinogradChoice,
    _ inputBlocks: Int,
    _ groupBlocks: Int
  ) -> ([TileBlock], Int) {
    guard let columns = Tiling(shape.width, choice.family.columns) else {
      preconditionFailure("\(choice.family.rawValue) has no tiles for \(shape.key)")
    }
    let stripes = Tiling.stripes(shape.height, choice).map { stripe in
      guard let tiling = Tiling(stripe.count, choice.family.rows) else {
        preconditionFailure("\(choice.family.rawValue) has no tiles for \(shape.key)")
      }
      return (start: stripe.lowerBound, rows: tiling)
    }
    let perPicture = stripes.map { $0.rows.count * columns.count }.reduce(0, +)
    let pictures = even(shape.batch, max(choice.tiles / perPicture, 1))
    let columnParts = even(columns.count, choice.tiles)
    let rowParts = stripes.flatMap { stripe in
      even(stripe.rows.count, max(choice.tiles / columnParts[0].count, 1)).map { part in
        let (start, tiling) = stripe.rows[part]
        return (start: stripe.start + start, tiling: tiling)
      }
    }
    var blocks: [TileBlock] = []
    var values = 0
    for picture in pictures {
      for rows in rowParts {
        for column in columnParts {
          let columns = columns[column]
          let planes = planes(
            choice.family,
            picture.count,
            rows.tiling,
            columns.tiling,
            inputBlocks,
            groupBlocks
          )
          blocks.append(
            TileBlock(
              picture: picture.lowerBound,
              pictures: picture.count,
              rowStart: rows.start,
              rows: rows.tiling,
              columnStart: columns.start,
              columns: columns.tiling,
              planes: planes,
              values: values
            )
          )
          values += end(planes.last, blocks: inputBlocks, \.values)
        }
      }
    }
    return (blocks, values)
  }

  /// Floats that keep planes from lying a multiple of 4 KB apart, where they would fight for the same
  /// places of a cache.
  private static let gap = 48

  private static func planes(
    _ family: WinogradFamily,
    _ pictures: Int,
    _ rows: Tiling,
    _ columns: Tiling,
    _ inputBlocks: Int,
    _ groupBlocks: Int
  ) -> [Plane] {
    var planes: [Plane] = []
    var (values, products) = (0, 0)
    for row in 0..<family.rows.points {
      for column in 0..<family.columns.points {
        let width = columns.tiles(having: column, family.columns)
        planes.append(
          Plane(
            tiles: pictures * rows.tiles(having: row, family.rows) * width,
            row: width,
            values: values,
            products: products
          )
        )
        values = end(planes.last, blocks: inputBlocks, \.values)
        products = end(planes.last, blocks: groupBlocks, \.products)
      }
    }
    return planes
  }

  /// The first float behind a plane of `blocks` blocks.
  private static func end(_ plane: Plane?, blocks: Int, _ start: KeyPath<Plane, Int>) -> Int {
    guard let plane else { return 0 }
    return plane[keyPath: start] + plane.tiles * blocks * MapLayout.block + gap
  }

  /// `count` things in the fewest parts of at most `most`, of nearly equal size, larger ones first.
  private static func even(_ count: Int, _ most: Int) -> [Range<Int>] {
    let parts = (count + most - 1) / most
    return (0..<parts).map { part in
      let bounds = (part..<part + 2).map { (count * $0 + parts - 1) / parts }
      return bounds[0]..<bounds[1]
    }
  }
}
