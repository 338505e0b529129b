/// One block by itself on the engine, so that what lies between blocks can be looked at and changed.
///
/// It runs as written, by direct convolutions: other algorithms are faster, and their own rounding is larger.
struct LoneBlock {
  private let session: Session
  private let value: ObservedValue

  /// A block that reads maps of the shape of `input`, `N x C x H x W`, with the threads and kernels of `options`.
  ///
  /// - Throws: `PlanError`, `SessionError`.
  init(_ block: Block, on input: Tensor, _ options: PlanOptions) throws {
    let (batch, channels, height, width) = (
      input.shape[0], input.shape[1], input.shape[2], input.shape[3]
    )
    let network = Network(
      name: block.shape.title,
      input: InputShape(channels: channels, height: height, width: width),
      stages: [[block]],
      head: nil
    )
    let own = PlanOptions(
      threads: options.threads,
      batch: batch,
      instructionSet: options.instructionSet,
      algorithm: .direct
    )
    session = try Session(Plan(network, own))
    value = .block(block.path)
  }

  /// What the block makes of `input`, `N x O x H' x W'`.
  ///
  /// - Throws: `SessionError`, which is `cancelled` where `isCancelled` says so.
  func run(_ input: Tensor, isCancelled: @escaping () -> Bool) throws(SessionError) -> Tensor {
    let seen = try session.run(input, observing: [value], isCancelled: isCancelled)
    guard let map = seen[value] else { preconditionFailure("a run hands out what was asked for") }
    return map
  }

  /// What `block` makes of maps of one shape, one after the other.
  ///
  /// - Throws: `PlanError`, `SessionError`.
  static func run(
    _ block: Block,
    on maps: [Tensor],
    _ options: PlanOptions,
    isCancelled: @escaping () -> Bool
  ) throws -> [Tensor] {
    guard let first = maps.first else { return [] }
    let lone = try LoneBlock(block, on: first, options)
    return try maps.map { try lone.run($0, isCancelled: isCancelled) }
  }
}
