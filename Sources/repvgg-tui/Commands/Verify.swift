internal import Canvas
internal import RepCore

/// The command `verify`: whether both forms agree.
func verify(_ arguments: Arguments) throws -> CommandLineError.Status {
  let tolerance = try tolerance(arguments)
  let seed = try arguments.integer("--seed", in: 0...Int.max) ?? 0
  let network = try ModelFile.open(arguments.operands[0])
  let progress = Progress("checking block", total: network.blocks.count)
  let verification = try Verification(
    network,
    tolerance: tolerance,
    seed: UInt64(seed),
    progress: { progress.show($0) }
  )
  Standard.print(
    arguments.has("--json") ? json(verification).encodedPretty() : text(verification)
  )
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
      "path": .string(check.path.description),
      "max_relative_error": .number(check.maximumRelativeError),
      "pass": .bool(check.passes(tolerance: verification.blockTolerance)),
      "faults": .array(check.faults.map { .string($0.description) }),
    ]
  }
  return [
    "pass": .bool(verification.passes),
    "tolerance": .number(verification.tolerance),
    "max_relative_error": .number(verification.logits.maximumRelative),
    "max_absolute_error": .number(verification.logits.maximumAbsolute),
    "sum_squared_difference": .number(verification.logits.sumOfSquares),
    "top1_agrees": .bool(verification.topClassAgrees),
    "blocks": .array(blocks),
  ]
}

private func text(_ verification: Verification) -> String {
  let rows = verification.blocks.map { check in
    let verdict = check.passes(tolerance: verification.blockTolerance) ? "ok" : "FAIL"
    let error = Numbers.scientific(check.maximumRelativeError, 1)
    let faults = check.faults.map { "\n             \($0)" }.joined()
    return "\(check.path.description.fitted(to: 12, .left)) \(error.fitted(to: 9, .right))  "
      + verdict + faults
  }
  let logits = verification.logits
  return
    (rows + [
      "",
      "logits: largest relative error \(Numbers.scientific(logits.maximumRelative, 1)), "
        + "absolute \(Numbers.scientific(logits.maximumAbsolute, 1)), sum of squares "
        + "\(Numbers.scientific(logits.sumOfSquares, 1)), top class "
        + (verification.topClassAgrees ? "agrees" : "DIFFERS"),
      verification.passes
        ? "PASS: both forms compute the same"
        : "FAIL: see the blocks above; a norm, a kernel or the file may be damaged",
    ]).joined(separator: "\n")
}
