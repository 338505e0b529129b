internal import Canvas
internal import RepCore
internal import Words

/// The command `bench`: the time of every layer.
func bench(_ arguments: Arguments) throws -> CommandLineError.Status {
  let form = try arguments.choice("--form", of: Form.self) ?? .deploy
  let size = try arguments.integer("--size", in: 1...16384)
  let options = PlanOptions(
    threads: try arguments.threads(),
    batch: try arguments.integer("--batch", in: 1...4096) ?? 1,
    height: size,
    width: size,
    instructionSet: try arguments.choice("--instructions", of: InstructionSet.self),
    algorithm: try arguments.choice("--algorithm", of: ConvolutionAlgorithm.self),
    memory: try arguments.choice("--memory", of: PlanMemory.self) ?? .fast,
    branches: try arguments.choice("--branches", of: BranchExecution.self) ?? .written
  )
  let runs = try arguments.integer("--runs", in: runsPossible)
  let opened = try ModelFile.inspect(arguments.operands[0], arguments.reading())
  let stored = opened.network
  let plan = try Plan.measured(network(stored, in: form), options) { done, total in
    Progress(Text(en: "measuring the plan, round", vi: "đang đo kế hoạch, vòng"), total: total)
      .show(done)
  }
  for block in plan.stopped { Standard.complain(.note(block.stopWords)) }
  let session = try Session(plan, isMeasured: true)
  let input = try Tensor.normalInput(shape: plan.inputShape, seed: 0)
  if arguments.has("--paced") { return try pace(session, input) }
  let profile = try measure(session, input, runs: runs)
  let report = BenchReport(plan: plan, profile: profile, form: form)
  let notes = Notes(opened, about: .outputs, .trials, on: size.map { ($0, $0) })
  if arguments.has("--json") {
    try Standard.print(notes.json(after: report.json))
  } else {
    notes.tell()
    try Standard.print(report.lines)
  }
  return .success
}

/// Runs that may be timed at once.
private let runsPossible = 1...1_000_000

/// Warms up, then times `runs` inferences, by default for about two seconds.
private func measure(_ session: Session, _ input: Tensor, runs: Int?) throws -> ProfileSnapshot {
  let warmUp = Profile(plan: session.plan, capacity: 3)
  for _ in 0..<3 { _ = try session.run(input, profile: warmUp) }
  let once = max(warmUp.snapshot().whole.median, 1)
  let count = runs ?? min(max(Int(2_000_000 / once), 10), 1000)
  let profile = try Profile(timing: count, of: session.plan)
  let progress = Progress(Text(en: "run", vi: "lần chạy"), total: count)
  for index in 1...count {
    _ = try session.run(input, profile: profile)
    if index.isMultiple(of: 10) || index == count { progress.show(index) }
  }
  return profile.snapshot()
}

/// Answers each line `K` of standard input with the times of `K` runs, in milliseconds.
///
/// The reads block, so nothing spins between the turns.
private func pace(_ session: Session, _ input: Tensor) throws -> CommandLineError.Status {
  for _ in 0..<3 { _ = try session.run(input) }
  try Standard.print([Text(name: "@ready")])
  while let line = readLine() {
    guard let count = Int(line), runsPossible.contains(count) else {
      let (least, most) = (runsPossible.lowerBound, runsPossible.upperBound)
      throw CommandLineError.usage(
        Text(
          en: "--paced reads a number of runs in each line, \(least) to \(most), not '\(line)'",
          vi: "--paced đọc ở mỗi dòng một số lần chạy, \(least) đến \(most), không nhận '\(line)'"
        )
      )
    }
    _ = try session.run(input)
    let profile = try Profile(timing: count, of: session.plan)
    for _ in 0..<count { _ = try session.run(input, profile: profile) }
    let times = profile.snapshot().history.map { Numbers.fixed($0 / 1000, 4) }
    try Standard.print([Text(name: "@[\(times.joined(separator: ", "))]")])
  }
  return .success
}
