/// Arithmetic and traffic of some steps, by count.
///
/// Norms, sums, activations and pools have bytes but no multiply-adds.
public struct WorkCount: Hashable, Sendable {
  /// Multiply-adds by the definition.
  public let macs: Int
  /// Multiply-adds that the kernels do (`PlanStep.products`).
  public let products: Int
  /// Bytes that each step must read and write at least, as float32: its input, its weights and its output,
  /// each once.
  public let compulsoryBytes: Int
  /// The same with the weights as the kernels read them.
  public let kernelBytes: Int
  /// Bytes that all steps as one would need: the first one's input, the last one's output, all weights.
  public let ownBytes: Int

  /// The steps of one layer, in order of execution.
  public init(_ steps: [PlanStep]) {
    macs = steps.reduce(0) { $0 + $1.macs }
    products = steps.reduce(0) { $0 + $1.products }
    let maps = steps.reduce(0) { $0 + $1.inputBytes + $1.outputBytes }
    let weights = steps.reduce(0) { $0 + $1.weightBytes }
    compulsoryBytes = maps + weights
    kernelBytes = maps + steps.reduce(0) { $0 + $1.packedBytes }
    ownBytes = (steps.first?.inputBytes ?? 0) + weights + (steps.last?.outputBytes ?? 0)
  }

  /// FLOP by the definition: two a multiply-add.
  public var flop: Double { 2 * Double(macs) }

  /// FLOP that the kernels do: two a multiply-add.
  public var kernelFlop: Double { 2 * Double(products) }

  /// FLOP by the definition for each compulsory byte.
  public var intensity: Double { flop / Double(compulsoryBytes) }

  /// FLOP of the kernels for each byte that they read and write.
  public var kernelIntensity: Double { kernelFlop / Double(kernelBytes) }
}
