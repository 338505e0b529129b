internal import CPlatform

/// Bytes of the caches of one core, and of the last one, as the system tells them.
struct CacheSizes {
  /// Nil where the system does not tell it.
  let level1 = Self.bytes(level: 1)
  let level2 = Self.bytes(level: 2)
  let level3 = Self.bytes(level: 3)

  /// The last one that there is; nil where the system tells of none.
  var last: Int? { level3 ?? level2 ?? level1 }

  private static func bytes(level: Int32) -> Int? {
    let bytes = cp_cache_bytes(level)
    return bytes > 0 ? bytes : nil
  }
}
