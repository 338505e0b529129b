internal import RepCore

// Times for pictures, made from the work and not from a clock.

extension FormTiming {
  /// An illustration: the steps of the real plan, with times that follow from their work alone.
  ///
  /// The same document gives the same times on every machine. Nil where no plan can be made.
  static func sample(of document: Document, in form: Form, threads: Int) -> FormTiming? {
    let network = form == .train ? document.network : document.network.folded()
    let options = PlanOptions(threads: threads, instructionSet: .portable)
    guard let plan = try? Plan(network, options) else { return nil }
    return FormTiming(
      steps: plan.steps,
      profile: SampleMachine(threads: threads).profile(of: plan.steps, memory: plan.memory),
      memory: plan.memory,
      isSample: true
    )
  }
}

/// An imagined machine whose speed is known.
///
/// A step takes the longer of its multiply-adds and its bytes, and a start; now and then a run is
/// slower, so that there is something to see in a history.
private struct SampleMachine {
  let threads: Int

  /// Multiply-adds of one thread.
  private static let macsPerMicrosecond = 40_000.0
  /// Bytes of all threads together: memory is shared.
  private static let bytesPerMicrosecond = 16_000.0
  /// What a step costs before it does anything.
  private static let start = 1.5
  /// Runs in the history.
  private static let runs = 64

  func profile(of steps: [PlanStep], memory: MemoryPlan) -> ProfileSnapshot {
    var random = SeededRandom(seed: 1)
    let times = steps.map { step in
      let median = microseconds(of: step)
      let spread = Double(random.uniform(in: 0.04...0.18))
      return Timing(median: median, minimum: median * 0.97, p95: median * (1 + spread))
    }
    let whole = times.map(\.median).reduce(0, +)
    let history = (0..<SampleMachine.runs).map { _ in
      let noise = random.uniform()
      return whole * Double(0.98 + 0.04 * noise + (noise > 0.94 ? 0.12 : 0))
    }
    let bytes = memory.parameters + memory.packed + memory.activationsPeak + memory.scratch
    return ProfileSnapshot(
      runs: SampleMachine.runs,
      whole: Timing(median: whole, minimum: whole * 0.98, p95: whole * 1.08),
      steps: times,
      history: history,
      residentBytes: bytes,
      residentPeakBytes: bytes
    )
  }

  private func microseconds(of step: PlanStep) -> Double {
    let work = Double(step.macs) / (SampleMachine.macsPerMicrosecond * Double(threads))
    let bytes = Double(step.weightBytes + step.inputBytes + step.outputBytes)
    return SampleMachine.start + max(work, bytes / SampleMachine.bytesPerMicrosecond)
  }
}
