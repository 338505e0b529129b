internal import CPlatform

/// The inverse transform of a group's products, with bias and ReLU.
struct WinogradOutputs {
  let task: UnsafePointer<cp_winograd>
  let block: UnsafePointer<cp_tile_block>
  let group: cp_product_group
  let products: Row
  /// Room for addresses, `CP_WINOGRAD_TABLES` floats.
  let tables: Row

  /// Writes every output of the tile block for the group's channels.
  @inline(__always)
  func write<Rows: WinogradFamily, Columns: WinogradFamily>(
    _ rowFamily: Rows.Type,
    _ columnFamily: Columns.Type
  ) {
    let (rows, planes) = (block.pointee.rows, block.pointee.planes)
    let places = PlaneRows(task, planes, starts: planes.products, lane: 0, memory: tables)
    for lane in 0..<group.blocks {
      for picture in 0..<block.pointee.pictures {
        var output = 0
        for tile in 0..<rows.large_count &+ rows.small_count {
          let extent = tile < rows.large_count ? rows.large_extent : rows.small_extent
          let row = RowOfProducts(self, places, lane: lane, picture: picture, output: output)
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
  private let products: UnsafePointer<Float>
  private let places: PlaneRows

  @inline(__always)
  init(_ outputs: WinogradOutputs, _ places: PlaneRows, lane: Int, picture: Int, output: Int) {
    let (task, block) = (outputs.task, outputs.block)
    self.task = task
    self.places = places
    columns = block.pointee.columns
    products = UnsafePointer(outputs.products)
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
    places.pass(Rows.points)
    for _ in 0..<Rows.evens { places.pass(row: task.pointee.row_points &- 1) }
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
              ? lanes(products + (places.place(row, point) &+ place))
              : lanes(
                products
                  + (places.place(evenRow, point) &+ place
                    &+ (row &- Rows.points) &* places.width(point))
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
