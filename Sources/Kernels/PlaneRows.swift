internal import CPlatform

/// Where the next row of tiles lies in each plane of values or products, for pairs (row point, column
/// point) of up to 8 x 8.
///
/// The tiles of a plane lie in the order in which the transforms visit them: by block, by picture, by row
/// of tiles. So the places only ever move on, by one row of those planes that the row just done has.
struct PlaneRows {
  /// `row points x 8` places, in floats from where all planes start.
  private let places: UnsafeMutablePointer<SIMD8<Int>>
  /// Floats of one row of tiles, for each column point.
  private let widths: UnsafeMutablePointer<SIMD8<Int>>

  /// The first row of input or output block `lane`, counted from the first block of the planes.
  ///
  /// `starts` tells where each plane starts, `row points x column points`; `memory` is room for
  /// `CP_WINOGRAD_TABLES` floats, aligned to 64 bytes.
  @inline(__always)
  init(
    _ task: UnsafePointer<cp_winograd>,
    _ planes: cp_planes,
    starts: UnsafePointer<Int>,
    lane: Int,
    memory: Row
  ) {
    let table = UnsafeMutableRawPointer(memory).assumingMemoryBound(to: SIMD8<Int>.self)
    places = table
    widths = table + 8
    let points = task.pointee.column_points
    // Pairs that the family lacks have places too, which nobody reads from or writes to.
    for row in 0..<task.pointee.row_points {
      places[row] = .zero
      for column in 0..<points {
        let plane = row &* points &+ column
        places[row][column] = starts[plane] &+ lane &* planes.tiles[plane] &* 16
      }
    }
    widths.pointee = .zero
    for column in 0..<points { widths.pointee[column] = planes.row[column] &* 16 }
  }

  /// The place of a pair.
  @inline(__always)
  func place(_ row: Int, _ column: Int) -> Int {
    UnsafeRawPointer(places + row).assumingMemoryBound(to: Int.self)[column]
  }

  /// Floats of one row of tiles for a column point.
  @inline(__always)
  func width(_ column: Int) -> Int {
    UnsafeRawPointer(widths).assumingMemoryBound(to: Int.self)[column]
  }

  /// Leaves a row of the tiles that have the first `points` row points behind.
  @inline(__always)
  func pass(_ points: Int) {
    let width = widths.pointee
    for row in 0..<points { places[row] &+= width }
  }

  /// Leaves a row of one row point behind.
  @inline(__always)
  func pass(row: Int) { places[row] &+= widths.pointee }
}
