internal import RepCore
internal import Words

/// The command `verify`: whether both forms of a file agree, or a second file is the first folded.
func verify(_ arguments: Arguments) throws -> CommandLineError.Status {
  guard arguments.operands.count == 1 else { return try compareFiles(arguments) }
  if arguments.has("--other-set") {
    throw CommandLineError.usage(
      Text(
        en: "--other-set names a set of the second file, and there is none",
        vi: "--other-set gọi tên một bộ của tệp thứ hai, mà không có tệp đó"
      )
    )
  }
  let tolerance = try arguments.tolerance() ?? Verification.tolerance
  let seed = try arguments.integer("--seed", in: 0...Int.max) ?? 0
  let opened = try ModelFile.inspect(arguments.operands[0], arguments.reading())
  let faults = opened.tensorFaults()
  let language = Standard.language
  let verification = try Verification(
    opened.network,
    tolerance: tolerance,
    seed: UInt64(seed),
    progress: { Progress($0.title, total: $2, in: language).show($1) }
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
      throw .usage(
        "--tolerance",
        takes: Text(en: "a number above 0, such as 1e-4", vi: "một số lớn hơn 0, như 1e-4"),
        not: text
      )
    }
    return value
  }
}

extension VerificationPhase {
  /// What the line of progress says.
  fileprivate var title: Text {
    switch self {
    case .folding: .foldingBlock
    case .blocks: Text(en: "checking block", vi: "đang kiểm tra khối")
    case .oracle: Text(en: "block in double precision", vi: "khối với số double")
    case .engine: Text(en: "running form", vi: "đang chạy dạng")
    }
  }
}
