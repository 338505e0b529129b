internal import CPlatform

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
private func clear(_ start: Row, _ count: Int) {
  for index in 0..<count { start[index] = 0 }
}
