/// What bounds every computation on a machine.
public enum Ceiling: Hashable, Sendable, CaseIterable {
  /// Products of one thread, in registers alone.
  case peakOfOne
  /// Products of all threads.
  case peak
  /// Reading what lies in the caches of level 1.
  case level1
  /// Reading what lies in the caches of level 2.
  case level2
  /// Reading what lies in no cache.
  case memory
  /// Reading two arrays that lie in no cache and writing a third, each counted once (McCalpin's STREAM).
  case triad

  /// What is counted.
  public var unit: Rate.Unit {
    switch self {
    case .peakOfOne, .peak: .flop
    case .level1, .level2, .memory, .triad: .bytes
    }
  }
}
