/// The roofs over a network on a machine (Williams, Waterman and Patterson, 2009): no step is faster than the
/// processor multiplies, nor than its bytes come.
public struct Roofline: Hashable, Sendable {
  /// What bounds a step.
  public enum Roof: Hashable, Sendable, CaseIterable {
    /// Memory that no cache holds.
    case memory
    /// The caches of level 2.
    case cache
    /// Products in registers alone.
    case peak
  }

  /// What the machine gives at most.
  public let ceilings: Ceilings
  /// Whether weights and maps fill more than the last cache, so that they come from memory in every run; true
  /// where the size of that cache is unknown.
  public let comesFromMemory: Bool

  /// The roofs of a plan with such memory.
  public init(_ ceilings: Ceilings, over plan: MemoryPlan) {
    self.ceilings = ceilings
    comesFromMemory = ceilings.lastCache.map { plan.packed + plan.activationsPeak > $0 } ?? true
  }

  /// The roofs that count for this network, the lowest bandwidth first.
  public var roofs: [Roof] { Roof.allCases.filter { $0 != .memory || comesFromMemory } }

  /// What a roof is made of.
  public func rate(_ roof: Roof) -> Rate {
    switch roof {
    case .memory: ceilings[.memory]
    case .cache: ceilings[.level2]
    case .peak: ceilings[.peak]
    }
  }

  /// FLOP a second under a roof with so many FLOP a byte.
  public func height(of roof: Roof, at intensity: Double) -> Double {
    roof == .peak ? rate(roof).best : rate(roof).best * intensity
  }

  /// FLOP a byte at which a sloping roof meets the peak.
  public func ridge(of roof: Roof) -> Double { rate(.peak).best / rate(roof).best }

  /// The least microseconds of work under a roof: what the kernels do, and the bytes that they read and write.
  public func least(_ work: WorkCount, under roof: Roof) -> Double {
    let amount = roof == .peak ? work.kernelFlop : Double(work.kernelBytes)
    return amount / rate(roof).best * 1e6
  }

  /// The roof that binds work which took so long.
  ///
  /// It is the one of those that count under which the work takes longest, but no longer than it did: what is
  /// faster came from nearer than that roof supposes. What is faster than all of them, which no measurement
  /// without noise shows, is said to be bound by the highest.
  ///
  /// - Returns: the roof, and the least time under it as a part of the time that was taken.
  public func binding(_ work: WorkCount, microseconds: Double) -> (roof: Roof, share: Double) {
    let times = roofs.map { (roof: $0, least: least(work, under: $0)) }
    let within = times.filter { $0.least <= microseconds }
    let bound = within.max { $0.least < $1.least } ?? times.min { $0.least < $1.least }
    guard let bound, microseconds > 0 else { return (.peak, 0) }
    return (bound.roof, bound.least / microseconds)
  }
}
