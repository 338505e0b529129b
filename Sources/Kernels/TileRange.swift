internal import CPlatform

extension cp_tile_range {
  /// Outputs of all tiles.
  @inline(__always)
  var outputs: Int { large_count &* large_extent &+ small_count &* small_extent }
}
