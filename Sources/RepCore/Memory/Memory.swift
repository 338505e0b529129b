internal import CPlatform

/// What memory this process may still take.
///
/// The system promises more than it has, and ends whoever believes it. So large demands are compared with
/// what there is before they are made.
public enum Memory {
  /// Demands below this are not looked at: asking would take longer than making them.
  static let small = 16 << 20

  /// Returns when `bytes` bytes of `purpose` may be taken.
  ///
  /// - Throws: `MemoryError` when they are more than is free, or than the process's limits allow.
  public static func require(_ bytes: Int, for purpose: MemoryPurpose) throws(MemoryError) {
    guard bytes > small else { return }
    guard bytes <= free ?? .max, let probe = unsafe cp_allocate(bytes) else {
      throw MemoryError(bytes: bytes, purpose: purpose)
    }
    // Not touched: only whether the limits of the process admit it.
    unsafe cp_free(probe, bytes)
  }

  /// The sum of demands; the largest number where it is none.
  static func sum(_ demands: Int...) -> Int {
    demands.reduce(0) { sum, demand in
      let (result, overflow) = sum.addingReportingOverflow(demand)
      return overflow ? .max : result
    }
  }

  /// Bytes that can be had without taking them from others; nil where the kernel does not tell.
  private static var free: Int? {
    let group = ControlGroup.freeMemory
    guard let text = SystemText.read("/proc/meminfo"), let system = systemFree(text) else {
      return group
    }
    return min(system, group ?? .max)
  }

  /// `MemAvailable` and free swap of `/proc/meminfo`, in bytes.
  static func systemFree(_ text: String) -> Int? {
    func kilobytes(_ name: String) -> Int? {
      let line = text.split(separator: "\n").first { $0.hasPrefix(name + ":") }
      return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    }
    return kilobytes("MemAvailable").map { ($0 + (kilobytes("SwapFree") ?? 0)) << 10 }
  }
}
