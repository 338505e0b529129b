/// How a network does without what a lesion takes out.
public struct LesionTrial: Hashable, Sendable {
  /// The classes that it gives, against the right ones or those of the whole network.
  public let score: Score
  /// How many different classes it gives; 1 where it takes every picture for the same.
  public let classes: Int
}

extension LesionTrial {
  /// Runs `network` without what `lesion` takes out.
  ///
  /// - Parameters:
  ///   - lesion: Nothing, for the whole network.
  ///   - network: A network in its training form.
  ///   - measured: The pictures that every norm's mean and variance are measured on anew, block after block; nil
  ///     where the norms stay as they were trained.
  ///   - pictures: What it is tried on.
  ///   - threads: Threads that work on it.
  ///   - progress: Told how much is done, of how much.
  ///   - isCancelled: Asked between blocks and steps of the engine.
  /// - Throws: `LesionObstacle`; `CancellationError`; `PlanError`, `SessionError`, `MemoryError`, `FormatError`.
  public init(
    of lesion: Lesion,
    in network: Network,
    measuringNormsOn measured: TrialPictures? = nil,
    on pictures: TrialPictures,
    threads: Int,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
    isCancelled: @escaping () -> Bool = { false }
  ) throws {
    var rest = try network.with(lesion)
    try rest.requireRunning()
    if let measured {
      let anew = rest.measuringNorms(
        of: Set(rest.blocks.map(\.path)),
        on: measured.input(for: rest),
        progress: progress,
        isCancelled: isCancelled
      )
      guard let anew else { throw CancellationError() }
      rest = anew
    }
    if isCancelled() { throw CancellationError() }
    let classes = try pictures.classes(of: rest.folded(threads: threads), threads, isCancelled)
    // Where labels say which class is right, the whole network need not.
    let whole =
      pictures.data.labels == nil
      ? try pictures.classes(of: network.folded(threads: threads), threads, isCancelled) : classes
    score = Score(of: classes, against: whole, in: pictures.data)
    self.classes = Set(classes.classes).count
  }
}
