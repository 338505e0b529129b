internal import Canvas
internal import RepCore
internal import Words

/// What `verify MODEL` says.
struct FormsReport {
  let verification: Verification
  /// The tensors of the file that hold NaN or infinity.
  let faults: [TensorFault]
  let conditions: [Text]

  /// A table for people, with the damage before it and the verdict as its last line.
  var lines: [Text] {
    let damage = faults.map(\.line)
    return damage + (damage.isEmpty ? [] : [.none]) + rows + [.none] + whole + [verdict.line]
  }

  private var rows: [Text] {
    let width = verification.blocks.map { columns(of: $0.title) }.max() ?? 0
    return verification.blocks.flatMap { check in
      let passes = check.passes(tolerance: verification.blockTolerance)
      let title = Text(name: check.title.fitted(to: max(width, 12), .left) + " ")
      let error = ReportNumbers.error(check.maximumRelativeError).fitted(to: 10, .right)
      return [title + error + Text(name: "  ") + (passes ? .fine : .failed)]
        + check.faults.map { Text(name: "             ") + $0.words }
    }
  }

  /// The lines about the network as a whole.
  private var whole: [Text] {
    guard let logits = verification.logits else { return [FormsWords.withoutLogits(verification)] }
    let top = logits.topClass(tolerance: verification.tolerance)
    let line = FormsWords.logits(logits.difference, top)
    guard let amplification = verification.amplification else { return [line] }
    return [
      line, FormsWords.rounding(amplification.change, tolerance: verification.tolerance),
    ]
  }

  var verdict: Verdict {
    Verdict(
      passes: verification.passes,
      statement: FormsWords.statement(on: verification),
      conditions: conditions
    )
  }

  /// The same for programs.
  var json: JSON {
    let logits = verification.logits
    let top = logits?.topClass(tolerance: verification.tolerance)
    let amplification = verification.amplification
    return verdict.json(before: [
      "tolerance": .number(verification.tolerance),
      "max_relative_error": JSON(logits?.difference.maximumRelative),
      "max_absolute_error": JSON(logits?.difference.maximumAbsolute),
      "sum_squared_difference": JSON(logits?.difference.sumOfSquares),
      "top1_agrees": top.map { .bool($0 == .agrees) } ?? .null,
      "top1": top.map { .string($0.rawValue) } ?? .null,
      "amplification": amplification.map {
        ["factor": .number($0.factor), "changes": .array($0.changes.map { .number($0) })]
      } ?? .null,
      "damage": .array(faults.map(\.json)),
      "faults": .array(verification.headFaults.map { .string($0.description) }),
      "blocks": .array(verification.blocks.map(json)),
    ])
  }

  private func json(_ check: BlockCheck) -> JSON {
    [
      "path": .string(check.title),
      "max_relative_error": .number(check.maximumRelativeError),
      "pass": .bool(check.passes(tolerance: verification.blockTolerance)),
      "faults": .array(check.faults.map { .string($0.description) }),
    ]
  }
}
