internal import Canvas
internal import RepCore
internal import Words

/// What `bench` says.
struct BenchReport {
  let plan: Plan
  let profile: ProfileSnapshot
  let form: Form

  /// The keys are fixed by the design; times of layers are microseconds, memory is bytes.
  var json: JSON {
    let layers: [JSON] = zip(plan.steps, profile.steps).map { step, timing in
      [
        "path": .string(step.blockTitle ?? step.name),
        "branch": step.branch.map { .string($0.description) } ?? .null,
        "operation": .string(step.name),
        "algorithm": .string(step.algorithm.rawValue),
        "median_us": .number(timing.median),
        "min_us": .number(timing.minimum),
        "p95_us": .number(timing.p95),
        "macs": .integer(step.macs),
        "weight_bytes": .integer(step.weightBytes),
        "input_bytes": .integer(step.inputBytes),
        "output_bytes": .integer(step.outputBytes),
      ]
    }
    return [
      "name": .string(plan.name),
      "form": .string(form.rawValue),
      "threads": .integer(plan.threads),
      "batch": .integer(plan.inputShape[0]),
      "input": .array(plan.inputShape.dropFirst().map { .integer($0) }),
      "cpu": .string(processorName()),
      "isa": .string(plan.instructionSet.rawValue),
      "runs": .integer(profile.runs),
      "median_ms": .number(profile.whole.median / 1000),
      "min_ms": .number(profile.whole.minimum / 1000),
      "p95_ms": .number(profile.whole.p95 / 1000),
      "macs": .integer(plan.macs),
      "layers": .array(layers),
      "not_run": .array(
        plan.stopped.map {
          ["path": .string($0.title), "reason": .string($0.obstacleWords?.en ?? "")]
        }
      ),
      "memory": [
        "parameters": .integer(plan.memory.parameters),
        "packed": .integer(plan.memory.packed),
        "activations_peak": .integer(plan.memory.activationsPeak),
        "scratch": .integer(plan.memory.scratch),
        "resident_peak": .integer(profile.residentPeakBytes),
      ],
    ]
  }

  /// A table for people.
  var lines: [String] {
    let longest = plan.steps.compactMap(\.blockTitle).map { columns(of: $0) }.max() ?? 0
    let row = { (cells: String...) in Self.row(cells, longest: longest) }
    let shape = plan.inputShape.map(String.init).joined(separator: "x")
    let memory = plan.memory
    let head = [
      "\(plan.name), \(form.rawValue) form, input \(shape), \(plan.threads) threads, "
        + "\(plan.instructionSet.rawValue), \(processorName())",
      "median \(milliseconds(profile.whole.median)), minimum "
        + "\(milliseconds(profile.whole.minimum)), 95th percentile "
        + "\(milliseconds(profile.whole.p95)), \(profile.runs) runs",
      "memory: parameters \(Numbers.bytes(memory.parameters)), packed "
        + "\(Numbers.bytes(memory.packed)), activations \(Numbers.bytes(memory.activationsPeak)), "
        + "scratch \(Numbers.bytes(memory.scratch)), resident peak "
        + Numbers.bytes(profile.residentPeakBytes),
      "",
      row("step", "operation", "algorithm", "median", "GMAC/s", "share"),
    ]
    let total = profile.steps.map(\.median).reduce(0, +)
    let rows = zip(plan.steps, profile.steps).map { step, timing in
      row(
        step.blockTitle ?? step.name,
        [step.name, step.branch?.description].compactMap { $0 }.joined(separator: " "),
        step.algorithm.rawValue,
        Numbers.duration(seconds: timing.median * 1e-6),
        step.macs == 0 ? "" : Numbers.fixed(Double(step.macs) / timing.median / 1000, 1),
        Numbers.percent(timing.median / total)
      )
    }
    return head + rows
  }

  private func milliseconds(_ microseconds: Double) -> String {
    "\(Numbers.fixed(microseconds / 1000, 3)) ms"
  }

  private static func row(_ cells: [String], longest: Int) -> String {
    let widths = [max(11, longest), 18, 14, 10, 8, 8]
    return zip(cells, widths).enumerated()
      .map { index, pair in pair.0.fitted(to: pair.1, index < 3 ? .left : .right) }
      .joined(separator: " ")
  }
}
