internal import CPlatform

/// A word to sleep on.
@safe final class Bell: @unchecked Sendable {
  private let bell: UnsafeMutablePointer<cp_bell>

  init() {
    unsafe bell = .allocate(capacity: 1)
    unsafe bell.initialize(to: cp_bell(rings: 0))
  }

  deinit { unsafe bell.deallocate() }

  /// Rings so far; to be read before the last look at what one waits for.
  var rings: UInt32 { unsafe cp_bell_rings(bell) }

  /// Sleeps unless somebody rang since there were `rings`.
  func wait(_ rings: UInt32) { unsafe cp_bell_wait(bell, rings) }

  func ring() { unsafe cp_bell_ring(bell) }
}
