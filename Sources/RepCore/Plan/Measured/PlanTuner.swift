/// Finds the fastest choice for each convolution by running the whole network with each of them.
///
/// A layer that is timed alone finds its weights in cache, which it never does between its neighbours;
/// so every candidate is timed in its place. A round gives each shape one candidate and runs the network
/// a few times; all layers of a shape count. Three passes: the algorithm, then the groups of its
/// products, then the size of its tile blocks.
struct PlanTuner {
  /// What a candidate took in the layers of its shape.
  struct Measurement: Hashable, Sendable {
    let shape: ConvolutionShape
    let choice: ConvolutionChoice
    /// The median over the shape's layers of each layer's fastest run.
    let microseconds: Double
  }

  private(set) var measurements: [Measurement] = []
  private let network: Network
  private let options: PlanOptions
  private let input: Tensor
  private let candidates: ChoiceCandidates
  private let progress: (Int, Int) -> Void

  /// Runs that count in each round.
  private static let runs = 4

  init(
    _ network: Network,
    _ options: PlanOptions,
    progress: @escaping (Int, Int) -> Void = { _, _ in }
  ) throws(PlanError) {
    try options.validate()
    self.network = network
    self.options = options
    self.progress = progress
    candidates = ChoiceCandidates(options)
    let shape = [
      options.batch, network.input.channels, options.height ?? network.input.height,
      options.width ?? network.input.width,
    ]
    input = .normal(shape: shape, seed: 0)
  }

  /// The fastest choice for every shape of the network.
  mutating func run() throws -> [ConvolutionShape: ConvolutionChoice] {
    let shapes = Set(try Plan(network, options).convolutions.map(\.shape))
    var best: [ConvolutionShape: Measurement] = [:]
    var done = 0
    for pass in ChoiceCandidates.Pass.allCases {
      let lists = Dictionary(
        uniqueKeysWithValues: shapes.map { shape in
          (shape, candidates.list(shape, pass, best: best[shape]?.choice))
        }
      )
      let rounds = lists.values.map(\.count).max() ?? 0
      for round in 0..<rounds {
        let choices = lists.compactMapValues { $0.indices.contains(round) ? $0[round] : nil }
        let rest = best.filter { choices[$0.key] == nil }.mapValues(\.choice)
        for found in try measure(choices.merging(rest) { $1 }) where choices[found.shape] != nil {
          measurements.append(found)
          if found.microseconds < best[found.shape]?.microseconds ?? .infinity {
            best[found.shape] = found
          }
        }
        done += 1
        progress(done, done + rounds - round - 1)
      }
    }
    return best.mapValues(\.choice)
  }

  /// Runs the network with `choices` and times each shape's layers.
  private func measure(
    _ choices: [ConvolutionShape: ConvolutionChoice]
  ) throws -> [Measurement] {
    let keyed = choices.map { ($0.key.key, $0.value) }
    let plan = try Plan(network, options, choices: Dictionary(keyed) { $1 })
    let session = try Session(plan)
    let profile = Profile(plan: plan, capacity: Self.runs)
    _ = try session.run(input)
    for _ in 0..<Self.runs { _ = try session.run(input, profile: profile) }
    let steps = profile.snapshot().steps
    let layers = Dictionary(grouping: plan.convolutions, by: \.shape)
    return layers.map { shape, layers in
      let times = layers.map { steps[$0.step].minimum }.sorted()
      return Measurement(
        shape: shape,
        choice: layers[0].choice,
        microseconds: times[times.count / 2]
      )
    }
  }
}
