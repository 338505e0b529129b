internal import CPlatform

/// The inverse transform of a group's products, with bias and ReLU.
struct WinogradOutputs {
  let task: UnsafePointer<cp_winograd>
  let block: UnsafePointer<cp_tile_block>
  let group: cp_product_group
  let products: Row
  /// Room for addresses, `ownTables` floats.
  let tables: Row
  /// Whether the stride is 2, and the last point of the rows stands for their even samples.
  let isPolyphase: Bool

  /// Writes every output of the tile block for the group's channels.
  @inline(__always)
  func write<Rows: WinogradFamily, Columns: WinogradFamily>(
    _ rowFamily: Rows.Type,
    _ columnFamily: Columns.Type
  ) {
    let rows = block.pointee.rows
    for lane in 0..<group.blocks {
      for picture in 0..<block.pointee.pictures {
        var output = 0
        for tile in 0..<rows.large_count &+ rows.small_count {
          let extent = tile < rows.large_count ? rows.large_extent : rows.small_extent
          let row = RowOfProducts(self, lane: lane, picture: picture, tile: tile, output: output)
          if extent == Rows.Large.outputs {
            row.write(columnFamily, Rows.Large.self)
          } else if extent == Rows.Middle.outputs {
            row.write(columnFamily, Rows.Middle.self)
          } else {
            row.write(columnFamily, Rows.Small.self)
          }
          output &+= extent
        }
      }
    }
  }
}

/// The products of one row of tiles of one output block.
private struct RowOfProducts {
  private let task: UnsafePointer<cp_winograd>
  private let columns: cp_tile_range
  private let target: Row
  private let bias: Lanes
  private let floor: Lanes
  private let adds: Bool
  /// For each pair of points where the row's products start; the pairs of a row point are eight apart.
  private let sources: UnsafeMutablePointer<UnsafePointer<Float>>
  /// For each column point the floats from one row of even samples to the next.
  private let evenRows: UnsafeMutablePointer<Int>

  @inline(__always)
  init(_ outputs: WinogradOutputs, lane: Int, picture: Int, tile: Int, output: Int) {
    let (task, block) = (outputs.task, outputs.block)
    self.task = task
    columns = block.pointee.columns
    let channel = outputs.group.first_block &+ lane
    target =
      address(
        task.pointee.output,
        block.pointee.picture &+ picture,
        channel,
        block.pointee.rows.start &+ output
      ) + block.pointee.columns.start &* 16
    bias = lanes(task.pointee.bias + channel &* 16)
    floor = task.pointee.relu != 0 ? Lanes.zero : Lanes(repeating: -.infinity)
    adds = task.pointee.adds != 0
    let products = UnsafePointer(outputs.products)
    let tables = UnsafeMutableRawPointer(outputs.tables)
    sources = tables.assumingMemoryBound(to: UnsafePointer<Float>.self)
    evenRows = (tables + 64 &* 8).assumingMemoryBound(to: Int.self)
    let planes = block.pointee.planes
    let (rowPoints, columnPoints) = (task.pointee.row_points, task.pointee.column_points)
    for row in 0..<rowPoints {
      let isEven = outputs.isPolyphase && row == rowPoints &- 1
      for column in 0..<columnPoints {
        let plane = row &* columnPoints &+ column
        let place =
          lane &* planes.tiles[plane] &+ picture &* planes.picture[plane]
          &+ (isEven ? output : tile) &* planes.row[plane]
        sources[row &* 8 &+ column] = products + (planes.products[plane] &+ place &* 16)
        evenRows[column] = planes.row[plane] &* 16
      }
    }
  }

  /// Writes the row, first the tiles of the larger extent.
  @inline(__always)
  func write<Family: WinogradFamily, Rows: WinogradTile>(_ family: Family.Type, _ rows: Rows.Type) {
    var tile = 0
    var output = 0
    let ranges = (
      (columns.large_extent, columns.large_count), (columns.small_extent, columns.small_count)
    )
    for range in 0..<2 {
      let (extent, count) = range == 0 ? ranges.0 : ranges.1
      if extent == Family.Large.outputs {
        tiles(rows, Family.Large.self, tile, output, count)
      } else if extent == Family.Middle.outputs {
        tiles(rows, Family.Middle.self, tile, output, count)
      } else {
        tiles(rows, Family.Small.self, tile, output, count)
      }
      tile &+= count
      output &+= count &* extent
    }
  }

  /// `count` tiles from number `first` on, whose outputs begin at `output`.
  @inline(never)
  private func tiles<Rows: WinogradTile, Columns: WinogradTile>(
    _ rows: Rows.Type,
    _ columns: Columns.Type,
    _ first: Int,
    _ output: Int,
    _ count: Int
  ) {
    let (evenRow, evenColumn) = (task.pointee.row_points &- 1, task.pointee.column_points &- 1)
    for tile in 0..<count {
      let start = output &+ tile &* Columns.outputs
      // After the rows: `row outputs x column products`.
      var half = InlineArray<54, Lanes>(repeating: .zero)
      @inline(__always)
      func transformColumn(_ column: Int) {
        let isEven = column >= Columns.points
        let point = isEven ? evenColumn : column
        let place = (isEven ? start &+ column &- Columns.points : first &+ tile) &* 16
        Rows.inverse(
          { row in
            row < Rows.points
              ? lanes(sources[row &* 8 &+ point] + place)
              : lanes(
                sources[evenRow &* 8 &+ point] + (place &+ (row &- Rows.points) &* evenRows[point])
              )
          },
          { half[$0 &* Columns.products &+ column] = $1 }
        )
      }
      unrolled(Columns.products, transformColumn)
      @inline(__always)
      func writeRow(_ row: Int) {
        let line = target + (row &* task.pointee.output.row &+ start &* 16)
        Columns.inverse(
          { half[row &* Columns.products &+ $0] },
          { column, value in
            let place = line + column &* 16
            let sum = adds ? value + lanes(place) : value
            store(greater(sum + bias, floor), place)
          }
        )
      }
      unrolled(Rows.outputs, writeRow)
    }
  }
}
