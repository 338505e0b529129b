internal import CPlatform

/// Calls `body(picture, block, row, start)` for the rows `first..<end` of a blocked map, counted through
/// all blocks of all pictures, and clears the halo around each after it was written.
@inline(__always)
func forEachRow(
  of map: cp_map,
  _ first: Int,
  _ end: Int,
  blocks: Int,
  height: Int,
  width: Int,
  _ body: (Int, Int, Int, Row) -> Void
) {
  for line in first..<end {
    let (plane, row) = (line / height, line % height)
    let (picture, block) = (plane / blocks, plane % blocks)
    let start = address(map, picture, block, 0)
    body(picture, block, row, start + row &* map.row)
    clearHalo(map, start, row: row, width: width, height: height)
  }
}

/// Clears what lies left and right of one row of a plane, and above the first and below the last.
@inline(__always)
func clearHalo(_ map: cp_map, _ plane: Row, row: Int, width: Int, height: Int) {
  let side = map.halo &* map.pixel
  guard side > 0 else { return }
  let line = plane + row &* map.row
  clear(line - side, side)
  clear(line + width &* map.pixel, side)
  let full = width &* map.pixel &+ 2 &* side
  if row == 0 {
    for above in 1...map.halo { clear(line - side - above &* map.row, full) }
  }
  if row == height &- 1 {
    for below in 1...map.halo { clear(line - side + below &* map.row, full) }
  }
}

@inline(__always)
func clear(_ start: Row, _ count: Int) {
  for index in 0..<count { start[index] = 0 }
}
