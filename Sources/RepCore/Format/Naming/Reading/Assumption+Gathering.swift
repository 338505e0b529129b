extension Assumption {
  /// What was assumed about the blocks of a network, the most telling first.
  ///
  /// - Parameters:
  ///   - facts: Of every block, in order.
  ///   - architecture: The network.
  ///   - variant: The published network of its shape.
  ///   - isInputTold: Whether the file says what pictures it takes.
  /// - Returns: What each of `info`, `verify`, `run` and the screens names.
  static func gathered(
    _ facts: [BlockFacts],
    _ architecture: Architecture,
    variant: String?,
    isInputTold: Bool = false
  ) -> [Assumption] {
    let isAlone = architecture.wiring == .separate
    let input = architecture.input
    var found: [Assumption] = []
    if isAlone {
      found.append(Assumption(.alone(height: input.height, width: input.width), .nowhere))
      let unit = facts.filter { $0.stride.source == .nowhere || $0.groups.source == .nowhere }
      if !unit.isEmpty { found.append(Assumption(.unitStrides(blocks: unit.count), .nowhere)) }
      let bare = facts.filter { $0.activation == nil }
      if !bare.isEmpty { found.append(Assumption(.noActivation(blocks: bare.count), .nowhere)) }
    } else {
      if let variant {
        if facts.contains(where: \.stride.source.isAssumed) {
          found.append(Assumption(.strides, .variant(variant)))
        }
      } else {
        let steps = facts.filter { $0.stride.source == .nowhere && $0.stride.value == 2 }
        if !steps.isEmpty { found.append(Assumption(.steps(in: steps.map(\.title)), .nowhere)) }
      }
      if !isInputTold {
        let source = variant.map { Provenance.variant($0) } ?? .nowhere
        found.append(Assumption(.pictures(height: input.height, width: input.width), source))
      }
    }
    found += parallel(facts) + epsilons(facts) + identities(facts)
    if !isAlone { found += noIdentities(facts, architecture) + activations(facts) }
    for placement in Set(facts.compactMap(\.gate?.value)).sorted(by: { $0.rawValue < $1.rawValue })
    {
      found.append(Assumption(.squeezeExcite(placement), .nowhere))
    }
    return found
  }

  private static func epsilons(_ facts: [BlockFacts]) -> [Assumption] {
    var counts: [Fact<Double>: Int] = [:]
    for fact in facts.flatMap(\.epsilons) where fact.source.isAssumed {
      counts[fact, default: 0] += 1
    }
    return counts.sorted { ($1.value, $0.key.value) < ($0.value, $1.key.value) }
      .map { Assumption(.epsilon($0.key.value, norms: $0.value), $0.key.source) }
  }

  private static func identities(_ facts: [BlockFacts]) -> [Assumption] {
    [true, false].compactMap { value in
      let titles = facts.filter {
        $0.identity.map { $0.value == value && $0.source.isAssumed } ?? false
      }
      .map(\.title)
      return titles.isEmpty ? nil : Assumption(.identity(value, in: titles), .nowhere)
    }
  }

  private static func parallel(_ facts: [BlockFacts]) -> [Assumption] {
    var titles: [Provenance: [String]] = [:]
    for facts in facts {
      guard let fact = facts.isParallel, fact.source.isAssumed else { continue }
      titles[fact.source, default: []].append(facts.title)
    }
    return titles.sorted { $0.value[0] < $1.value[0] }
      .map { Assumption(.parallel(in: $0.value), $0.key) }
  }

  /// Blocks that keep channels and size and yet have no identity, where every known network has one.
  private static func noIdentities(
    _ facts: [BlockFacts],
    _ architecture: Architecture
  ) -> [Assumption] {
    let blocks = architecture.blocks
    let training = zip(blocks, facts).filter { $0.0.branches[0].role != .folded }
    let lacking = training.filter { block, facts in
      block.admitsIdentity && facts.identity == nil
        && !block.branches.contains { $0.role == .identity }
    }
    return lacking.isEmpty ? [] : [Assumption(.noIdentity(in: lacking.map(\.1.title)), .tensors)]
  }

  private static func activations(_ facts: [BlockFacts]) -> [Assumption] {
    var seen: [Fact<Activation>] = []
    for fact in facts.compactMap(\.activation) where fact.source.isAssumed && !seen.contains(fact) {
      seen.append(fact)
    }
    return seen.map { Assumption(.activation($0.value), $0.source) }
  }
}
