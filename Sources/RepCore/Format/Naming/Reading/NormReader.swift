/// Reads the shapes of a block's norms, with where their epsilon is from.
struct NormReader {
  private let reader: BlockReader
  /// The epsilons of the norms that were read so far, in that order.
  private(set) var epsilons: [Fact<Double>] = []

  init(_ reader: BlockReader) { self.reader = reader }

  /// The norm in `module`, nil where that is nil.
  ///
  /// - Throws: `OpaqueReason` for a layer that is no batch norm.
  mutating func required(_ module: String?) throws(OpaqueReason) -> NormShape? {
    guard let module else { return nil }
    if let name = reader.facts(module)?.className, !name.contains("BatchNorm") {
      // Norms of one's own are taken by their tensors, known ones of another sort are not.
      if ["GroupNorm", "LayerNorm", "InstanceNorm", "LocalResponseNorm"].contains(where: {
        name.hasPrefix($0)
      }) {
        throw .layer(reader.found.name(module), className: name)
      }
    }
    return shape(module)
  }

  /// The norm in `module`.
  mutating func shape(_ module: String) -> NormShape {
    let names = reader.found.names
    let isBare =
      names.contains("\(module).running_mean")
      && !names.contains("\(module).weight") && !names.contains("\(module).bias")
    let epsilon = epsilon(module)
    epsilons.append(epsilon)
    return NormShape(epsilon: epsilon.value, isAffine: !isBare)
  }

  private func epsilon(_ module: String) -> Fact<Double> {
    if let told = reader.source.options.epsilon { return Fact(told, .user) }
    if let own = reader.facts(module)?.numbers["eps"] { return Fact(own, .module) }
    if let rule = reader.source.epsilons[reader.pattern.id] {
      return Fact(rule.epsilon, .code(rule.code))
    }
    return Fact(NormShape().epsilon, .nowhere)
  }
}
