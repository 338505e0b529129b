public import RepCore

// The engine's switches, and what comes back from it.

extension State {
  mutating func performLive(_ command: Command) -> [Effect] {
    switch command {
    case .run(let wanted):
      live.isRunning = wanted ?? !live.isRunning
      live.failure = nil
      return [.engine]
    case .threads(let change):
      live.threads = min(max(live.threads + change, 1), live.processors)
      notice = "\(live.threads) of \(live.processors) threads"
      live.clear()
      return [.engine]
    case .branches(let wanted):
      let all = BranchExecution.allCases
      let next = all.firstIndex(of: live.branches).map { all[($0 + 1) % all.count] }
      live.branches = wanted ?? next ?? .written
      notice =
        live.branches == .fused
        ? "training form: norms folded into their branches, sums fused"
        : "training form: every branch, norm and sum as written"
      live.clear()
      return [.engine]
    case .clear:
      live.clear()
      return [.engine]
    case .measure(let runs):
      return [.measure(runs)]
    case .sampleTiming:
      for form in Form.allCases where form == .deploy || document.hasTrainingForm {
        if let timing = FormTiming.sample(
          of: document,
          in: form,
          threads: live.threads,
          branches: live.branches
        ) {
          live.record(timing, of: form)
        }
      }
      return []
    default:
      return []
    }
  }

  /// Takes over measurements that the engine made.
  public mutating func receive(_ timing: FormTiming, of form: Form) {
    live.record(timing, of: form)
  }

  /// Takes over a check that is done.
  public mutating func receive(_ check: BlockCheck, of path: BlockPath) { checks[path] = check }

  /// Stops the engine and says why.
  public mutating func receive(failure: String) {
    live.isRunning = false
    live.failure = failure
  }

  /// The blocks as rows of the live screen, in its order.
  var liveRows: [BlockPath] {
    let paths = document.paths
    guard live.order != .execution else { return paths }
    let weights = Dictionary(
      uniqueKeysWithValues: paths.map { ($0, weight(of: .block($0), by: live.order)) }
    )
    return paths.sorted { (weights[$0] ?? 0, $1) > (weights[$1] ?? 0, $0) }
  }
}
