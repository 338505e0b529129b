internal import RepCore
internal import Words

// Where times come from.

extension Explanation {
  /// The time of a row of the live screen in a form: its steps' medians added up; nil where it has no step.
  static func time(of row: LiveRow, in timing: FormTiming) -> Explanation? {
    time(of: row.id, named: row.name, in: timing)
  }

  /// The time of a row that is called so.
  static func time(
    of row: LiveRowID,
    named name: String,
    in timing: FormTiming
  ) -> Explanation? {
    let steps = timing.steps(of: row)
    guard !steps.isEmpty else { return nil }
    let parts = steps.map { step, time in Part(step.title, time.median) }
    return Explanation(
      name: Text(en: "time of ", vi: "thời gian của ") + Text(name: name),
      value: parts.reduce(0) { $0 + $1.value },
      unit: .quantity,
      combination: .sum,
      parts: parts,
      remark: words(runs: timing.profile.runs, isSample: timing.isSample),
      place: row.blockPath.map { "select \($0); screen block" }
    )
  }

  private static func words(runs: Int, isSample: Bool) -> Text {
    isSample
      ? Text(
        en: "microseconds; an illustration made from the work, not measured",
        vi: "micro giây; minh họa tính từ khối lượng việc, không phải số đo"
      )
      : Text(
        en: "microseconds; each the median of \(runs) runs",
        vi: "micro giây; mỗi số là trung vị của \(runs) lần chạy"
      )
  }
}
