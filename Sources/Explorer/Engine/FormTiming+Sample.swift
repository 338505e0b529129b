internal import RepCore

// Times for pictures, made from the work and not from a clock.

extension FormTiming {
  /// An illustration: the steps of the real plan, with times that follow from their work alone.
  ///
  /// The same document gives the same times on every machine. Nil where no plan can be made.
  static func sample(
    of document: Document,
    in form: Form,
    _ settings: EngineSettings
  ) -> FormTiming? {
    guard let network = form == .train ? document.network : try? document.network.folded() else {
      return nil
    }
    var options = settings.options(for: nil)
    options.instructionSet = .portable
    guard let plan = try? Plan(network, options) else { return nil }
    return FormTiming(
      steps: plan.steps,
      profile: SampleMachine(threads: settings.threads).profile(
        of: plan.steps,
        memory: plan.memory
      ),
      memory: plan.memory,
      isSample: true
    )
  }
}

extension Ceilings {
  /// What the imagined machine of illustrated times gives at most.
  static func sample(threads: Int) -> Ceilings {
    SampleMachine(threads: threads).ceilings
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
    let medians = steps.map { microseconds(of: $0) }
    let times = (0..<SampleMachine.runs).map { _ in
      // One run in sixteen is slower as a whole, and every step has some noise of its own.
      let slowness = random.uniform() > 15 / 16 ? 1.12 : 1.0
      return medians.map { median in
        UInt64(1000 * median * slowness * Double(random.uniform(in: 0.98...1.06)))
      }
    }
    let bytes = memory.parameters + memory.packed + memory.activationsPeak + memory.scratch
    return ProfileSnapshot(
      steps: steps,
      runs: SampleMachine.runs,
      times: times,
      residentBytes: bytes,
      residentPeakBytes: bytes
    )
  }

  /// Its caches are as much faster than its memory as on a machine of today; how large they are nobody imagined.
  var ceilings: Ceilings {
    let peak = 2 * SampleMachine.macsPerMicrosecond * 1e6
    let memory = SampleMachine.bytesPerMicrosecond * 1e6
    return Ceilings(threads: threads, instructionSet: .portable, lastCache: nil) { ceiling in
      let rate =
        switch ceiling {
        case .peakOfOne: peak
        case .peak: peak * Double(threads)
        case .level1: 8 * memory * Double(threads)
        case .level2: 4 * memory * Double(threads)
        case .memory: memory
        case .triad: memory * 0.75
        }
      return Rate(ceiling.unit, runs: [rate])
    }
  }

  private func microseconds(of step: PlanStep) -> Double {
    let work = Double(step.macs) / (SampleMachine.macsPerMicrosecond * Double(threads))
    let bytes = Double(step.weightBytes + step.inputBytes + step.outputBytes)
    return SampleMachine.start + max(work, bytes / SampleMachine.bytesPerMicrosecond)
  }
}
