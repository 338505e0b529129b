/// Where an inference's memory goes, in bytes.
public struct MemoryPlan: Hashable, Sendable {
  /// The network's own values as float32, the norms' running vectors included.
  public let parameters: Int
  /// Weights as the kernels read them.
  public let packed: Int
  /// The one block of memory that all activations share.
  public let activationsPeak: Int
  /// Addresses and arguments of the steps.
  public let scratch: Int
  /// For each step, what the planner keeps alive while it runs, padding and halo included.
  public let live: [Int]
  /// For each step, the same without padding and halo: what any engine that works step by step needs.
  public let compulsory: [Int]

  /// The most that is alive at once, without padding and halo.
  public var compulsoryPeak: Int { compulsory.max() ?? 0 }

  /// The first step at which the most is alive.
  public var peakStep: Int { compulsory.firstIndex(of: compulsoryPeak) ?? 0 }
}
