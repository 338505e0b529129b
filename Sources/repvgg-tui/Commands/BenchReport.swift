internal import Canvas
internal import Explorer
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
  var lines: [Text] {
    let longest = plan.steps.compactMap(\.blockTitle).map { columns(of: $0) }.max() ?? 0
    let row = { (cells: Text...) in Self.row(cells, longest: longest) }
    let titles = row(
      Text(en: "step", vi: "bước"),
      Text(en: "operation", vi: "phép tính"),
      Text(en: "algorithm", vi: "thuật toán"),
      Text(en: "median", vi: "trung vị"),
      Text(name: "GMAC/s"),
      Text(en: "share", vi: "tỉ lệ")
    )
    let total = profile.steps.map(\.median).reduce(0, +)
    let rows = zip(plan.steps, profile.steps).map { step, timing in
      row(
        Text(name: step.blockTitle ?? step.name),
        Text(
          name: [step.name, step.branch?.description].compactMap { $0 }.joined(separator: " ")
        ),
        Text(name: step.algorithm.rawValue),
        Text(name: Numbers.duration(seconds: timing.median * 1e-6)),
        step.macs == 0
          ? .none : Text(name: Numbers.fixed(Double(step.macs) / timing.median / 1000, 1)),
        Text(name: Numbers.percent(timing.median / total))
      )
    }
    return [setting, times, memory, .none, titles] + rows
  }

  /// What was run, and on what.
  private var setting: Text {
    let shape = plan.inputShape.map(String.init).joined(separator: "x")
    let machine = "\(plan.instructionSet.rawValue), \(processorName())"
    return Text(
      en: "\(plan.name), \(form.word.en) form, input \(shape), \(plan.threads) threads, \(machine)",
      vi: "\(plan.name), dạng \(form.word.vi), đầu vào \(shape), \(plan.threads) luồng, \(machine)"
    )
  }

  private var times: Text {
    let whole = profile.whole
    let (median, least) = (milliseconds(whole.median), milliseconds(whole.minimum))
    let p95 = milliseconds(whole.p95)
    return Text(
      en: "median \(median), minimum \(least), 95th percentile \(p95), \(profile.runs) runs",
      vi: "trung vị \(median), nhỏ nhất \(least), phân vị 95 \(p95), \(profile.runs) lần chạy"
    )
  }

  private var memory: Text {
    let memory = plan.memory
    return Text(en: "memory: ", vi: "bộ nhớ: ")
      + [
        (Text(en: "parameters", vi: "tham số"), memory.parameters),
        (Text(en: "packed", vi: "đã xếp"), memory.packed),
        (Text(en: "activations", vi: "bản đồ"), memory.activationsPeak),
        (Text(en: "scratch", vi: "tạm"), memory.scratch),
        (Text(en: "resident peak", vi: "đỉnh thường trú"), profile.residentPeakBytes),
      ].map { part, bytes in part + Text(name: " \(Numbers.bytes(bytes))") }.joined(separator: ", ")
  }

  private func milliseconds(_ microseconds: Double) -> String {
    "\(Numbers.fixed(microseconds / 1000, 3)) ms"
  }

  private static func row(_ cells: [Text], longest: Int) -> Text {
    let widths = [max(11, longest), 18, 14, 10, 8, 8]
    return zip(cells, widths).enumerated()
      .map { index, pair in pair.0.fitted(to: pair.1, index < 3 ? .left : .right) }
      .joined(separator: " ")
  }
}
