internal import CPlatform

/// The memory of one session: the activations, and everything else that pointers point to.
///
/// Only the threads of its session touch it, and they take turns by the pool's counters.
@safe final class Arena: @unchecked Sendable {
  private let memory: UnsafeMutableRawPointer
  private let size: Int
  private var tables: [UnsafeMutableRawPointer] = unsafe []

  /// Zeroed memory of `size` bytes; nil when there is none.
  init?(size: Int) {
    guard let memory = unsafe cp_allocate(size) else { return nil }
    unsafe self.memory = memory
    self.size = size
  }

  deinit {
    unsafe cp_free(memory, size)
    unsafe tables.forEach { unsafe $0.deallocate() }
  }

  /// The floats from byte `offset` on.
  func floats(at offset: Int) -> UnsafeMutablePointer<Float> {
    unsafe (memory + offset).assumingMemoryBound(to: Float.self)
  }

  /// A copy of `values` that lives as long as the arena.
  func table<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafeMutablePointer<Value> {
    let table = UnsafeMutablePointer<Value>.allocate(capacity: max(values.count, 1))
    unsafe tables.append(UnsafeMutableRawPointer(table))
    for (index, value) in values.enumerated() { unsafe (table + index).initialize(to: value) }
    return unsafe table
  }
}
