internal import Canvas
internal import RepCore

/// The command `verify`: whether both forms agree.
func verify(_ arguments: Arguments) throws -> CommandLineError.Status {
  let tolerance = try tolerance(arguments)
  let seed = try arguments.integer("--seed", in: 0...Int.max) ?? 0
  let network = try ModelFile.open(arguments.operands[0], arguments.reading())
  let progress = Progress("checking block", total: network.blocks.count)
  let verification = try Verification(
    network,
    tolerance: tolerance,
    seed: UInt64(seed),
    progress: { progress.show($0) }
  )
  if arguments.has("--json") {
    try Standard.print(json(verification))
  } else {
    try Standard.print(lines(verification))
  }
  return verification.passes ? .success : .checkFailed
}

private func tolerance(_ arguments: Arguments) throws(CommandLineError) -> Double {
  guard let text = arguments.text("--tolerance") else { return Verification.tolerance }
  guard let value = Double(text), value > 0, value.isFinite else {
    throw .usage("--tolerance takes a number above 0, such as 1e-4, not '\(text)'")
  }
  return value
}

private func json(_ verification: Verification) -> JSON {
  let blocks: [JSON] = verification.blocks.map { check in
    [
      "path": .string(check.title),
      "max_relative_error": .number(check.maximumRelativeError),
      "pass": .bool(check.passes(tolerance: verification.blockTolerance)),
      "faults": .array(check.faults.map { .string($0.description) }),
    ]
  }
  let logits = verification.logits
  func number(_ value: Double?) -> JSON { value.map { .number($0) } ?? .null }
  return [
    "pass": .bool(verification.passes),
    "tolerance": .number(verification.tolerance),
    "max_relative_error": number(logits?.difference.maximumRelative),
    "max_absolute_error": number(logits?.difference.maximumAbsolute),
    "sum_squared_difference": number(logits?.difference.sumOfSquares),
    "top1_agrees": logits.map { .bool($0.topClassAgrees) } ?? .null,
    "blocks": .array(blocks),
  ]
}

private func lines(_ verification: Verification) -> [String] {
  let width = verification.blocks.map { columns(of: $0.title) }.max() ?? 0
  let rows = verification.blocks.flatMap { check in
    let verdict = check.passes(tolerance: verification.blockTolerance) ? "ok" : "FAIL"
    let error = Numbers.scientific(check.maximumRelativeError, 1)
    let title = check.title.fitted(to: max(width, 12), .left)
    return ["\(title) \(error.fitted(to: 9, .right))  \(verdict)"]
      + check.faults.map { "             \($0)" }
  }
  return rows + [
    "",
    verification.logits.map(text) ?? withoutLogits(verification),
    verification.passes
      ? verification.stopped == nil
        ? "PASS: both forms compute the same"
        : "PASS: every block is folded right"
      : "FAIL: see the blocks above; a norm, a kernel or the file may be damaged",
  ]
}

/// Why there are no logits to compare.
private func withoutLogits(_ verification: Verification) -> String {
  guard let block = verification.stopped, let reason = block.obstacleWords else {
    return "blocks alone: the graph around them is not known"
  }
  return "no logits: \(block.title) does not run: \(reason)"
}

private func text(_ logits: LogitCheck) -> String {
  let difference = logits.difference
  return "logits: largest relative error \(Numbers.scientific(difference.maximumRelative, 1)), "
    + "absolute \(Numbers.scientific(difference.maximumAbsolute, 1)), sum of squares "
    + "\(Numbers.scientific(difference.sumOfSquares, 1)), top class "
    + (logits.topClassAgrees ? "agrees" : "DIFFERS")
}
