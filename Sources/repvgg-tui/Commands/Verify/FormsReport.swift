internal import Canvas
internal import RepCore
internal import Words

/// What `verify MODEL` says.
struct FormsReport {
  let verification: Verification
  /// The tensors of the file that hold NaN or infinity.
  let faults: [TensorFault]
  let conditions: [String]

  /// A table for people, with the damage before it and the verdict as its last line.
  var lines: [String] {
    let damage = faults.map(\.line)
    return damage + (damage.isEmpty ? [] : [""]) + rows + [""] + whole + [verdict.line]
  }

  private var rows: [String] {
    let width = verification.blocks.map { columns(of: $0.title) }.max() ?? 0
    return verification.blocks.flatMap { check in
      let passes = check.passes(tolerance: verification.blockTolerance)
      let error = ReportNumbers.error(check.maximumRelativeError)
      let title = check.title.fitted(to: max(width, 12), .left)
      return ["\(title) \(error.fitted(to: 10, .right))  \(passes ? "ok" : "FAIL")"]
        + check.faults.map { "             \($0)" }
    }
  }

  /// The lines about the network as a whole.
  private var whole: [String] {
    guard let logits = verification.logits else {
      return [withoutLogits]
    }
    let difference = logits.difference
    let line =
      "logits: largest relative error \(ReportNumbers.error(difference.maximumRelative)), "
      + "absolute \(ReportNumbers.error(difference.maximumAbsolute)), sum of squares "
      + "\(ReportNumbers.error(difference.sumOfSquares)), "
      + words(logits.topClass(tolerance: verification.tolerance), difference)
    guard let amplification = verification.amplification else { return [line] }
    return [
      line,
      "rounding: half a unit in the last place of every weight and pixel moves them by up to "
        + "\(ReportNumbers.error(amplification.change)); "
        + "the tolerance is \(ReportNumbers.error(verification.tolerance))",
    ]
  }

  /// Why there are no logits to compare.
  private var withoutLogits: String {
    if verification.isDamaged { return "logits: not compared, as weights are damaged" }
    guard let block = verification.stopped, let reason = block.obstacleWords?.en else {
      return "blocks alone: the graph around them is not known"
    }
    return "no logits: \(block.title) does not run: \(reason)"
  }

  private func words(_ top: TopClass, _ difference: Difference) -> String {
    switch top {
    case .agrees: "top class agrees"
    case .tie: "top class is a tie within the tolerance"
    case .differs:
      difference.maximumRelative.isFinite ? "top class DIFFERS" : "which are no numbers"
    }
  }

  var verdict: Verdict {
    Verdict(passes: verification.passes, statement: statement, conditions: conditions)
  }

  private var statement: String {
    let failing = verification.blocks.filter {
      !$0.passes(tolerance: verification.blockTolerance)
    }
    let blocks = failing.count == 1 ? "block" : "blocks"
    if verification.isDamaged {
      return "weights are damaged, as told above; the network was not run"
    }
    if let first = failing.first {
      return "\(failing.count) \(blocks) from \(first.title) on do not compute the same folded"
    }
    guard verification.logits != nil else { return "every block is folded right" }
    guard verification.passes else {
      return "every block agrees, but the whole does not, by more than rounding explains"
    }
    guard verification.amplifies, let amplification = verification.amplification else {
      return "both forms compute the same"
    }
    return "every block agrees; this network amplifies rounding "
      + "\(ReportNumbers.factor(amplification.factor)) times; PyTorch's float32 would lose as much"
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
