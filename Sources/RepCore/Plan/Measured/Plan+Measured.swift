extension Plan {
  /// The fastest plan that is known: measured choices from `cache`, the table's for the rest.
  ///
  /// - Throws: As `init(_:_:)`.
  public static func cached(
    _ network: Network,
    _ options: PlanOptions = PlanOptions(),
    cache: PlanCache? = .user
  ) throws(PlanError) -> Plan {
    try Plan(network, options, choices: cache?.choices(for: options, PlanAccuracy(network)) ?? [:])
  }

  /// The fastest plan, measured where `cache` does not know a convolution.
  ///
  /// Candidates are timed on this machine and remembered; blocks with an algorithm of their own are timed with the
  /// others of their shape, and then computed as the options say. A cache that cannot be written only costs the
  /// next measurement. `progress` is told the rounds done, and all rounds as far as they are known; what it throws
  /// ends the measurement, of which nothing is remembered then.
  ///
  /// - Throws: `PlanError`, `SessionError`, what `progress` throws.
  public static func measured(
    _ network: Network,
    _ options: PlanOptions = PlanOptions(),
    cache: PlanCache? = .user,
    progress: @escaping (Int, Int) throws -> Void = { _, _ in }
  ) throws -> Plan {
    let accuracy = PlanAccuracy(network)
    var known = cache?.choices(for: options, accuracy) ?? [:]
    var shared = options
    shared.algorithms = [:]
    let plan = try Plan(network, shared, choices: known)
    // A choice that cannot be used is as good as none.
    let table = ChoiceTable(options, accuracy)
    for (_, shape, _) in plan.convolutions {
      if let choice = known[shape.key], !table.admits(choice, for: shape) { known[shape.key] = nil }
    }
    guard options.algorithm == nil,
      plan.convolutions.contains(where: { known[$0.shape.key] == nil })
    else { return try options == shared ? plan : Plan(network, options, choices: known) }
    // Where there is no memory for one run there is none for a measurement.
    _ = try Session(plan, isMeasured: true)
    let choices = try tune(network, shared, known: known, progress: progress)
    try? cache?.add(choices, for: options, accuracy)
    let measured = choices.map { ($0.key.key, $0.value) }
    return try Plan(network, options, choices: known.merging(measured) { $1 })
  }

  /// A function of its own, so that the tuner's memory is gone before the plan's is made.
  private static func tune(
    _ network: Network,
    _ options: PlanOptions,
    known: [String: ConvolutionChoice],
    progress: @escaping (Int, Int) throws -> Void
  ) throws -> [ConvolutionShape: ConvolutionChoice] {
    var tuner = try PlanTuner(network, options, progress: progress)
    return try tuner.run(known: known)
  }
}
