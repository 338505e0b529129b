internal import RepCore
internal import Words

// The engine's switches, and what comes back from it.

extension State {
  /// Carries out a command of the engine; nil where it is none.
  mutating func performOnEngine(_ command: Command) -> [Effect]? {
    switch command.name {
    case .run:
      let wasRunning = shared.live.isRunning
      shared.live.run(command.arguments.first.map { $0 == .word("on") })
      if wasRunning && shared.live.isRunning {
        shared.notice = Text(
          en: "pinned: the engine goes on on other screens; p pauses it",
          vi: "đã ghim: engine chạy tiếp ở màn hình khác; p tạm dừng"
        )
      }
      return [.engine]
    case .threads:
      if let argument = command.arguments.first { setThreads(argument) }
      return [.engine]
    case .branches:
      execute(command.choice(BranchExecution.self) ?? shared.live.branches.next)
      return [.engine]
    case .clear:
      shared.live.clear()
      return [.engine]
    case .cancel:
      shared.readings = []
      return [.cancel]
    case .tune: return [.tune]
    case .measure: return command.number().map { [.measure($0)] } ?? []
    case .sampleTiming:
      fillInSampleTimes()
      return []
    default: return nil
    }
  }

  private mutating func setThreads(_ argument: Argument) {
    let (old, most) = (shared.live.threads, shared.live.processors)
    let wanted: Int
    switch argument {
    case .number(let number):
      guard number <= most else {
        shared.refuse(
          Text(
            en: "\(number) threads are more than the \(most) of this machine",
            vi: "\(number) luồng nhiều hơn \(most) luồng của máy này"
          )
        )
        return
      }
      wanted = number
    case .change(let change): wanted = min(max(old + change, 1), most)
    default: return
    }
    shared.live.threads = wanted
    shared.notice = Text(en: "\(wanted) of \(most) threads", vi: "\(wanted) trong \(most) luồng")
  }

  private mutating func execute(_ branches: BranchExecution) {
    shared.live.branches = branches
    shared.notice =
      branches == .fused
      ? Text(
        en: "training form: norms folded into their branches, sums fused",
        vi: "dạng huấn luyện: norm đã gộp vào nhánh, các tổng đã nhập"
      )
      : Text(
        en: "training form: every branch, norm and sum as written",
        vi: "dạng huấn luyện: mọi nhánh, norm và tổng như đã viết"
      )
  }

  private mutating func fillInSampleTimes() {
    for form in shared.document.forms {
      let timing = FormTiming.sample(of: shared.document, in: form, shared.live.settings)
      if let timing { shared.live.record(timing, of: form) }
    }
  }
}

// MARK: - What comes back

extension State {
  /// Takes over what the engine reports.
  public mutating func receive(_ update: LiveUpdate) {
    switch update {
    case .timing(let timing, let form): shared.live.record(timing, of: form)
    case .failure(let sentence):
      shared.live.isRunning = false
      shared.live.failure = sentence
    }
    settle()
  }
}
