/// What this machine gives at most, as it was measured: no computation is faster.
///
///     let ceilings = try Ceilings.measured(threads: 2)
///     ceilings[.peak].best     // FLOP a second of two threads
public struct Ceilings: Hashable, Sendable {
  /// Threads that worked, but for the peak of one.
  public let threads: Int
  /// The kernels that were tried.
  public let instructionSet: InstructionSet
  /// Bytes of the last cache, as the system tells them; nil where it does not.
  public let lastCache: Int?
  private let rates: [Ceiling: Rate]

  /// Rates that were measured with so many threads; one for each ceiling.
  public init(
    threads: Int,
    instructionSet: InstructionSet,
    lastCache: Int?,
    rate: (Ceiling) -> Rate
  ) {
    (self.threads, self.instructionSet) = (threads, instructionSet)
    self.lastCache = lastCache
    rates = Dictionary(uniqueKeysWithValues: Ceiling.allCases.map { ($0, rate($0)) })
  }

  /// One of them.
  public subscript(ceiling: Ceiling) -> Rate {
    guard let rate = rates[ceiling] else { preconditionFailure("every ceiling has a rate") }
    return rate
  }
}
