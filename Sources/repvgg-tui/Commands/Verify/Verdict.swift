internal import RepCore

/// The last line of a report: whether everything agrees, and what that rests on.
struct Verdict {
  let passes: Bool
  /// What was found, in words.
  let statement: String
  /// What has to hold for it though the file does not say it: `epsilon is 1e-05 in 12 norms, which the file
  /// does not say`.
  var conditions: [String] = []

  /// `PASS, if …: both forms compute the same`.
  var line: String {
    let word = passes ? "PASS" : "FAIL"
    guard passes, !conditions.isEmpty else { return "\(word): \(statement)" }
    return "\(word), if \(conditions.joined(separator: ", and if ")): \(statement)"
  }

  /// The same for programs, before `details`; conditions are there whatever the verdict.
  func json(before details: JSON) -> JSON {
    let verdict: JSON = [
      "pass": .bool(passes),
      "verdict": .string(statement),
      "conditions": .array(conditions.map { .string($0) }),
    ]
    return .object((verdict.members ?? []) + (details.members ?? []))
  }
}

/// What a verdict on `opened` rests on that its file does not say.
func conditions(on opened: ModelFile.Opened) -> [String] {
  opened.network.conditions.map(\.condition)
}
