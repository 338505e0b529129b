internal import CPlatform

/// The lines that a group's outputs will be written to, asked for while its last products are computed; of
/// a tile block with several pictures those of the first.
///
/// Only worth its while where the output is in no cache: a store has to wait for its line, and the products
/// leave the memory idle.
struct OutputsAhead {
  private let output: cp_map
  private let rows: Int
  private let columns: Int
  /// Where the outputs of the next block start.
  private var start: UnsafePointer<Float>
  private var row = 0
  private var blocks: Int

  @inline(__always)
  init(
    _ task: UnsafePointer<cp_winograd>,
    _ block: UnsafePointer<cp_tile_block>,
    _ group: cp_product_group
  ) {
    let (rows, columns) = (block.pointee.rows, block.pointee.columns)
    output = task.pointee.output
    self.rows = rows.outputs
    self.columns = columns.outputs
    let corner = address(output, block.pointee.picture, group.first_block, rows.start)
    start = UnsafePointer(corner + columns.start &* 16)
    blocks = task.pointee.is_fresh != 0 ? group.blocks : 0
  }

  /// Rows of all blocks that are left.
  @inline(__always)
  var left: Int { blocks &* rows &- row }

  /// Asks for `count` rows more.
  @inline(__always)
  mutating func ask(rows count: Int) {
    for _ in 0..<smaller(count, left) {
      for column in 0..<columns {
        cp_prefetch_far(start + (row &* output.row &+ column &* 16))
      }
      row &+= 1
      if row == rows {
        row = 0
        start += output.block
        blocks &-= 1
      }
    }
  }
}
