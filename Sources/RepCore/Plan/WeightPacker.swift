internal import CPlatform
internal import Synchronization

/// A stretch of the packed weights, in floats; starts on a 64-byte boundary.
struct PackedRange: Hashable, Sendable {
  let offset: Int
  let count: Int
}

/// Collects what is to be packed, then fills one block of memory on several threads.
///
/// Two passes, so that nothing is held twice: a big network's weights are hundreds of megabytes.
@safe struct WeightPacker {
  /// Writes one stretch; gets it zeroed.
  typealias Fill = @Sendable (UnsafeMutableBufferPointer<Float>) -> Void

  private var parts: [(range: PackedRange, fill: Fill)] = unsafe []
  private var count = 0

  /// Reserves `count` floats that `fill` will write.
  mutating func reserve(_ count: Int, fill: @escaping Fill) -> PackedRange {
    let range = PackedRange(offset: self.count, count: count)
    unsafe parts.append((range, fill))
    self.count += blockCount(count) * MapLayout.block
    return range
  }

  /// Reserves a vector, padded with zeros to whole blocks.
  mutating func reserve(_ values: [Float]) -> PackedRange {
    unsafe reserve(blockCount(values.count) * MapLayout.block) { target in
      for index in values.indices { unsafe target[index] = values[index] }
    }
  }

  /// As much memory as everything takes, but zeros; `spare` where that is large enough.
  ///
  /// That is all a measurement needs: its speed does not depend on the values.
  func blank(reusing spare: Storage?) throws(PlanError) -> Storage {
    let size = count * MemoryLayout<Float>.stride
    if let spare, spare.count >= size { return spare }
    let memory = try unsafe allocate(size)
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    return unsafe storage(memory, size)
  }

  /// Allocates and fills everything.
  func pack(threads: Int) throws(PlanError) -> Storage {
    let size = count * MemoryLayout<Float>.stride
    let memory = try unsafe allocate(size)
    let target = unsafe PackingTarget(
      floats: UnsafeMutableBufferPointer(
        start: memory.assumingMemoryBound(to: Float.self),
        count: count
      )
    )
    let parts = unsafe self.parts
    unsafe concurrentLoop(parts.count, threads: threads) { index in
      let (range, fill) = unsafe parts[index]
      unsafe fill(target[range])
    }
    return unsafe storage(memory, size)
  }

  private func allocate(_ size: Int) throws(PlanError) -> UnsafeMutableRawPointer {
    let purpose = MemoryPurpose.packedWeights
    do { try Memory.require(size, for: purpose) } catch { throw PlanError(error) }
    guard let memory = unsafe cp_allocate(size) else {
      throw PlanError(MemoryError(bytes: size, purpose: purpose))
    }
    return unsafe memory
  }

  private func storage(_ memory: UnsafeMutableRawPointer, _ size: Int) -> Storage {
    unsafe Storage(adopting: UnsafeRawBufferPointer(start: memory, count: size)) { bytes in
      unsafe cp_free(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }
  }
}

/// Memory that several threads write to, each to its own stretches.
@safe private struct PackingTarget: @unchecked Sendable {
  let floats: UnsafeMutableBufferPointer<Float>

  init(floats: UnsafeMutableBufferPointer<Float>) { unsafe self.floats = floats }

  subscript(range: PackedRange) -> UnsafeMutableBufferPointer<Float> {
    let end = range.offset + range.count
    return unsafe UnsafeMutableBufferPointer(rebasing: floats[range.offset..<end])
  }
}
