/// Finds the fastest choice for each convolution by running the whole network with each of them.
///
/// A layer that is timed alone finds its weights in cache, which it never does between its neighbours;
/// so every candidate is timed in its place. A round gives each shape one candidate and runs the network
/// a few times; all layers of a shape count. Four passes: the algorithm, the groups of its products, the
/// size of its tile blocks, and the best four once more. Several threads are more easily disturbed, so they
/// make each pass twice.
struct PlanTuner {
  /// What a candidate took in the layers of its shape.
  struct Measurement: Hashable, Sendable {
    let choice: ConvolutionChoice
    /// For each round the median over the shape's layers of each layer's fastest run, in order of size.
    fileprivate(set) var rounds: [Double]

    /// The (lower) median of the rounds.
    ///
    /// Each round has memory of its own, which happens to suit the
    /// caches well or badly; a choice that was fast once is not yet the best one.
    var microseconds: Double { rounds[(rounds.count - 1) / 2] }
  }

  /// All that was measured, fastest first.
  private(set) var measurements: [ConvolutionShape: [Measurement]] = [:]
  /// Memory for weights, so that it is not made and cleared for every round.
  private var spare: Storage?
  private let network: Network
  private let options: PlanOptions
  private let input: Tensor
  private let candidates: ChoiceCandidates
  private let progress: (Int, Int) throws -> Void

  /// Runs that count in each round.
  private static let runs = 4

  init(
    _ network: Network,
    _ options: PlanOptions,
    progress: @escaping (Int, Int) throws -> Void = { _, _ in }
  ) throws(PlanError) {
    try options.validate()
    self.network = network
    self.options = options
    self.progress = progress
    candidates = ChoiceCandidates(options, PlanAccuracy(network))
    let shape = [
      options.batch, network.inputChannels, options.height ?? network.input.height,
      options.width ?? network.input.width,
    ]
    do { input = try .normalInput(shape: shape, seed: 0) } catch { throw PlanError(error) }
  }

  /// The fastest choice for every shape of the network that `known` does not name by its key.
  mutating func run(
    known: [String: ConvolutionChoice] = [:]
  ) throws -> [ConvolutionShape: ConvolutionChoice] {
    let first = try Plan(network, options, choices: known, weights: .blank(nil))
    spare = first.weights
    let all = Set(first.convolutions.map(\.shape))
    let shapes = all.filter { known[$0.key] == nil }
    var done = 0
    for pass in ChoiceCandidates.Pass.allCases {
      let lists = Dictionary(
        uniqueKeysWithValues: shapes.map {
          ($0, candidates.list($0, pass, found: measurements[$0] ?? []))
        }
      )
      let longest = lists.values.map(\.count).max() ?? 0
      let rounds = longest * (options.threads == 1 ? 1 : 2)
      for round in 0..<rounds {
        let index = round % longest
        let choices = lists.compactMapValues { $0.indices.contains(index) ? $0[index] : nil }
        for (shape, found) in try measure(choices, known: known) {
          record(found, of: shape)
        }
        done += 1
        try progress(done, done + rounds - round - 1)
      }
    }
    return measurements.compactMapValues { $0.first?.choice }
  }

  private mutating func record(_ found: Measurement, of shape: ConvolutionShape) {
    var all = measurements[shape] ?? []
    if let before = all.firstIndex(where: { $0.choice == found.choice }) {
      all[before].rounds = (all[before].rounds + found.rounds).sorted()
    } else {
      all.append(found)
    }
    measurements[shape] = all.sorted { $0.microseconds < $1.microseconds }
  }

  /// Runs the network with `choices`, the best so far for all other shapes, and times the layers of the
  /// shapes in question.
  private mutating func measure(
    _ choices: [ConvolutionShape: ConvolutionChoice],
    known: [String: ConvolutionChoice]
  ) throws -> [ConvolutionShape: Measurement] {
    var keyed = known
    for (shape, found) in measurements { keyed[shape.key] = found.first?.choice }
    for (shape, choice) in choices { keyed[shape.key] = choice }
    let plan = try Plan(network, options, choices: keyed, weights: .blank(spare.take()))
    spare = plan.weights
    let session = try Session(plan, isMeasured: true)
    let profile = Profile(plan: plan, capacity: Self.runs)
    _ = try session.run(input)
    for _ in 0..<Self.runs { _ = try session.run(input, profile: profile) }
    let steps = profile.snapshot().steps
    let layers = Dictionary(grouping: plan.convolutions, by: \.shape)
    return layers.filter { choices[$0.key] != nil }.mapValues { layers in
      let times = layers.map { steps[$0.step].minimum }.sorted()
      return Measurement(choice: layers[0].choice, rounds: [times[times.count / 2]])
    }
  }
}
