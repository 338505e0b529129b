internal import RepCore
internal import Words

/// The last line of a report: whether everything agrees, and what that rests on.
struct Verdict {
  let passes: Bool
  /// What was found, in words.
  let statement: Text
  /// What has to hold for it though the file does not say it: `epsilon is 1e-05 in 12 norms, which the file
  /// does not say`.
  var conditions: [Text] = []

  /// `PASS, if …: both forms compute the same`.
  var line: Text {
    let word = passes ? Text(en: "PASS", vi: "ĐẠT") : .failed
    let conditions = conditions.enumerated().map { index, condition in
      index == 0
        ? Text(en: ", if ", vi: ", nếu ") + condition
        : Text(en: ", and if ", vi: ", và nếu ") + condition
    }
    let shown = passes ? conditions.joined(separator: "") : .none
    return word + shown + Text(name: ": ") + statement
  }

  /// The same for programs, before `details`; conditions are there whatever the verdict.
  func json(before details: JSON) -> JSON {
    let verdict: JSON = [
      "pass": .bool(passes),
      "verdict": .string(statement.en),
      "conditions": .array(conditions.map { .string($0.en) }),
    ]
    return .object((verdict.members ?? []) + (details.members ?? []))
  }
}

/// What a verdict on `opened` rests on that its file does not say.
func conditions(on opened: ModelFile.Opened) -> [Text] {
  opened.network.conditions.map(\.conditionWords)
}

extension Text {
  /// What does not agree.
  static let failed = Text(en: "FAIL", vi: "SAI")
  /// A block that passes, in a list of many.
  static let fine = Text(en: "ok", vi: "đạt")
}
