/// What the control groups (version 2) that this process is in allow it.
enum ControlGroup {
  /// Whole processors that the smallest quota pays for, at least one; nil without a quota.
  ///
  /// Read once: a quota that changes while the program runs is no fault, only unused.
  static let processorQuota: Int? =
    limits("cpu.max").compactMap(processors).min()

  /// Processors of a `cpu.max`: `QUOTA PERIOD` in microseconds, or `max PERIOD`; nil where there is no limit.
  static func processors(_ text: String) -> Int? {
    let numbers = text.split(whereSeparator: \.isWhitespace).map { Int($0) }
    guard numbers.count == 2, let quota = numbers[0], let period = numbers[1], quota > 0, period > 0
    else { return nil }
    return max(1, quota.quotientAndRemainder(dividingBy: period).quotient)
  }

  /// Bytes that the group which is nearest to its limit has left; nil without a limit.
  static var freeMemory: Int? {
    zip(limits("memory.max"), limits("memory.current")).compactMap { limit, current in
      guard let limit = Int(limit.trimmingLine), let current = Int(current.trimmingLine) else {
        return nil
      }
      return max(0, limit - current)
    }
    .min()
  }

  /// The text of the file `name` in the own group and each above it.
  static func limits(_ name: String) -> [String] {
    guard let groups = SystemText.read("/proc/self/cgroup"),
      let own = groups.split(separator: "\n").first(where: { $0.hasPrefix("0::/") })
    else { return [] }
    var parts = own.dropFirst("0::".count).split(separator: "/")
    var texts: [String] = []
    while true {
      let folder = (["/sys/fs/cgroup"] + parts).joined(separator: "/")
      if let text = SystemText.read("\(folder)/\(name)") { texts.append(text) }
      guard parts.popLast() != nil else { return texts }
    }
  }
}

extension String {
  /// Without the line end that the kernel writes.
  fileprivate var trimmingLine: Substring { prefix { !$0.isNewline } }
}
