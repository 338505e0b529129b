internal import RepCore

/// The command `verify`: whether both forms of a file agree, or a second file is the first folded.
func verify(_ arguments: Arguments) throws -> CommandLineError.Status {
  guard arguments.operands.count == 1 else { return try compareFiles(arguments) }
  if arguments.has("--other-set") {
    throw CommandLineError.usage("--other-set names a set of the second file, and there is none")
  }
  let tolerance = try arguments.tolerance() ?? Verification.tolerance
  let seed = try arguments.integer("--seed", in: 0...Int.max) ?? 0
  let opened = try ModelFile.inspect(arguments.operands[0], arguments.reading())
  let faults = opened.tensorFaults()
  let verification = try Verification(
    opened.network,
    tolerance: tolerance,
    seed: UInt64(seed),
    progress: { phase, done, total in Progress(phase.title, total: total).show(done) }
  )
  let report = FormsReport(
    verification: verification,
    faults: faults,
    conditions: conditions(on: opened)
  )
  if arguments.has("--json") {
    try Standard.print(report.json)
  } else {
    try Standard.print(report.lines)
  }
  return verification.passes ? .success : .checkFailed
}

extension Arguments {
  /// How far results may be apart, where the user says it.
  func tolerance() throws(CommandLineError) -> Double? {
    guard let text = text("--tolerance") else { return nil }
    guard let value = Double(text), value > 0, value.isFinite else {
      throw .usage("--tolerance takes a number above 0, such as 1e-4, not '\(text)'")
    }
    return value
  }
}

extension VerificationPhase {
  /// What the line of progress says.
  fileprivate var title: String {
    switch self {
    case .folding: "folding block"
    case .blocks: "checking block"
    case .oracle: "block in double precision"
    case .engine: "running form"
    }
  }
}
