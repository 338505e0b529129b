internal import CPlatform

/// Trials bound to memory: one buffer that all of them go over, one after the other.
@safe struct TrialBench {
  let trials: [Trial]
  let list: TaskList
  /// Vectors of 16 sums that the kernels keep in registers.
  let sums: Int
  private let arena: Arena
  /// Bytes of the buffer, behind which the results lie.
  private let bufferBytes: Int

  /// Binds `trials`, each product `sum * factor + addend`.
  ///
  /// - Throws: `MemoryError` for the buffer.
  init(
    _ trials: [Trial],
    _ set: InstructionSet,
    factor: Float,
    addend: Float
  ) throws(MemoryError) {
    let kernels = set.kernels
    let sums = kernels.trial_sums
    let extents = trials.map { $0.extent(sums: sums) }
    let line = 64
    let buffer = ((extents.map(\.values).max() ?? 0) * 4 + line - 1) / line * line
    let size = buffer + (extents.map(\.results).max() ?? 0) * 4 + line
    try Memory.require(size, for: .ceilings)
    guard let arena = Arena(size: size) else { throw MemoryError(bytes: size, purpose: .ceilings) }
    let tasks = trials.map { trial in
      let arguments = unsafe arena.table([
        cp_trial(
          values: arena.floats(at: 0),
          unit_values: trial.unitValues,
          part: trial.part,
          rounds: trial.rounds,
          factor: factor,
          addend: addend,
          results: arena.floats(at: buffer)
        )
      ])
      return unsafe EngineTask(kernels[trial.ceiling], arguments, units: trial.units)
    }
    list = TaskList(tasks, in: arena)
    (self.trials, self.sums, self.arena, bufferBytes) = (trials, sums, arena, buffer)
  }

  /// Floats of the buffer.
  var valueCount: Int { bufferBytes / MemoryLayout<Float>.stride }

  /// Writes a part of the buffer: memory that nobody has written is one page of zeros, which no cache lacks.
  func fill(_ range: Range<Int>, with value: (Int) -> Float) {
    for index in range { unsafe arena.floats(at: 0)[index] = value(index) }
  }

  /// A part of the buffer.
  func values(_ range: Range<Int>) -> [Float] {
    range.map { unsafe arena.floats(at: 0)[$0] }
  }

  /// What a trial left, in the order of its units.
  func results(of trial: Trial) -> [Float] {
    (0..<trial.extent(sums: sums).results).map { unsafe arena.floats(at: bufferBytes)[$0] }
  }
}

extension cp_kernel_set {
  /// The kernel that tries a ceiling.
  fileprivate subscript(ceiling: Ceiling) -> cp_kernel {
    switch ceiling {
    case .peakOfOne, .peak: unsafe trial_products
    case .level1, .level2, .memory: unsafe trial_reads
    case .triad: unsafe trial_triad
    }
  }
}
