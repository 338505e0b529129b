/// A network in one of its forms, as the engine is to run it.
struct EngineForm {
  let network: Network
  /// What the packed weights may take.
  let memory: PlanMemory

  /// The logits of the one picture `input`.
  ///
  /// - Throws: What planning or running the network throws.
  func logits(_ input: Tensor) throws -> [Double] {
    let options = PlanOptions(
      batch: 1,
      height: input.shape[2],
      width: input.shape[3],
      memory: memory
    )
    return try Session(Plan.cached(network, options)).run(input).doubles()
  }
}

extension Tensor {
  /// A seeded picture of the network's own size, or smaller: at most `macs` multiply-adds.
  ///
  /// - Throws: `MemoryError`.
  static func picture(
    for network: Network,
    seed: UInt64,
    macs: Int? = nil
  ) throws(MemoryError) -> Tensor {
    let architecture = network.architecture
    var (height, width) = (architecture.input.height, architecture.input.width)
    while let macs, height * width > 1, architecture.macs(height: height, width: width) > macs {
      (height, width) = (max(height / 2, 1), max(width / 2, 1))
    }
    return try .normalInput(shape: [1, architecture.input.channels, height, width], seed: seed)
  }
}
