internal import CPlatform

/// The transform of a tile block's input: for each pair of points the values of all tiles.
///
/// Rows first, for all columns of the rows of tiles at once, because neighbouring tiles share columns;
/// then each of the rows that this gives, tile by tile.
struct WinogradValues {
  let task: UnsafePointer<cp_winograd>
  let block: UnsafePointer<cp_tile_block>
  /// `row points x columns x 16` for one row of tiles.
  let strip: Row
  let values: Row
  /// Room for addresses, `CP_WINOGRAD_TABLES` floats.
  let tables: Row
  /// Weights to ask for meanwhile; nil for none.
  var weights: UnsafePointer<Float>?
  /// Lines of them to ask for with each row of tiles.
  var lines = 0

  /// Transforms the input blocks `first..<end`.
  @inline(__always)
  mutating func make<Rows: WinogradFamily, Columns: WinogradFamily>(
    _ rowFamily: Rows.Type,
    _ columnFamily: Columns.Type,
    _ first: Int,
    _ end: Int
  ) {
    let (input, rows, planes) = (task.pointee.input, block.pointee.rows, block.pointee.planes)
    let places = PlaneRows(task, planes, starts: planes.values, lane: first, memory: tables)
    for lane in first..<end {
      for picture in 0..<block.pointee.pictures {
        var output = 0
        for tile in 0..<rows.large_count &+ rows.small_count {
          let extent = tile < rows.large_count ? rows.large_extent : rows.small_extent
          let row = Rows.stride &* (rows.start &+ output) &- 1
          let source = address(input, block.pointee.picture &+ picture, lane, row)
          if extent == Rows.Large.outputs {
            rowOfTiles(columnFamily, Rows.Large.self, places, source)
          } else if extent == Rows.Middle.outputs {
            rowOfTiles(columnFamily, Rows.Middle.self, places, source)
          } else {
            rowOfTiles(columnFamily, Rows.Small.self, places, source)
          }
          askForWeights()
          output &+= extent
        }
      }
    }
  }

  @inline(__always)
  private mutating func askForWeights() {
    guard let weights else { return }
    for line in 0..<lines { cp_prefetch_far(weights + line &* 16) }
    self.weights = weights + lines &* 16
  }

  /// One row of tiles of one input block; `source` is the first row that it reads.
  @inline(never)
  private func rowOfTiles<Family: WinogradFamily, Rows: WinogradTile>(
    _ family: Family.Type,
    _ rows: Rows.Type,
    _ places: PlaneRows,
    _ source: Row
  ) {
    let columns = block.pointee.columns
    let width = Family.stride &* columns.outputs &+ 3 &- Family.stride
    let pitch = width &* 16
    let row = task.pointee.input.row
    let start = UnsafePointer(source) + (Family.stride &* columns.start &- 1) &* 16
    for column in 0..<width {
      let (from, to) = (start + column &* 16, strip + column &* 16)
      Rows.forward(
        { lanes(from + $0 &* Family.stride &* row) },
        { store($1, to + $0 &* pitch) }
      )
    }
    for point in 0..<Rows.points {
      rowOfPoints(family, places, point, UnsafePointer(strip + point &* pitch))
    }
    places.pass(Rows.points)
    for even in 0..<Rows.evens {
      let point = task.pointee.row_points &- 1
      rowOfPoints(family, places, point, start + (2 &* even &+ 1) &* row)
      places.pass(row: point)
    }
  }

  /// Transforms one row along its columns, for one point of the rows.
  @inline(never)
  private func rowOfPoints<Family: WinogradFamily>(
    _ family: Family.Type,
    _ places: PlaneRows,
    _ point: Int,
    _ source: UnsafePointer<Float>
  ) {
    var targets = InlineArray<8, Row>(repeating: values)
    for column in 0..<8 { targets[column] = values + places.place(point, column) }
    let columns = block.pointee.columns
    var tile = 0
    var output = 0
    let ranges = (
      (columns.large_extent, columns.large_count), (columns.small_extent, columns.small_count)
    )
    for range in 0..<2 {
      let (extent, count) = range == 0 ? ranges.0 : ranges.1
      let from = source + Family.stride &* output &* 16
      if extent == Family.Large.outputs {
        tiles(family, Family.Large.self, from, targets, tile, output, count)
      } else if extent == Family.Middle.outputs {
        tiles(family, Family.Middle.self, from, targets, tile, output, count)
      } else {
        tiles(family, Family.Small.self, from, targets, tile, output, count)
      }
      tile &+= count
      output &+= count &* extent
    }
  }

  /// `count` tiles of a row from number `first` on, whose outputs begin at `output`.
  @inline(__always)
  private func tiles<Family: WinogradFamily, Columns: WinogradTile>(
    _ family: Family.Type,
    _ columns: Columns.Type,
    _ source: UnsafePointer<Float>,
    _ targets: InlineArray<8, Row>,
    _ first: Int,
    _ output: Int,
    _ count: Int
  ) {
    let even = targets[task.pointee.column_points &- 1]
    for tile in 0..<count {
      let from = source + tile &* (Columns.stride &* Columns.outputs &* 16)
      let place = (first &+ tile) &* 16
      Columns.forward(
        { lanes(from + $0 &* Columns.stride &* 16) },
        { store($1, targets[$0] + place) }
      )
      for sample in 0..<Columns.evens {
        let column = output &+ tile &* Columns.outputs &+ sample
        store(lanes(from + (2 &* sample &+ 1) &* 16), even + column &* 16)
      }
    }
  }
}
