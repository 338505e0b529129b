internal import Canvas
internal import RepCore
internal import Words

/// What the check says of the selected block with the mistake that was made in it.
struct BrokenCheck {
  /// nil while it is being found out.
  private let check: MistakeCheck?

  /// nil where the block is as it should be.
  init?(_ shared: Shared) {
    guard shared.mistakeInBlock != nil, let need = shared.mistakeNeed else { return nil }
    check = shared.answers[need]?.checks.first { $0.path == shared.selection.block }
  }

  /// The verdict in a word with the error; nil while it is being found out.
  var verdict: Text? {
    check.map { word($0) + Text(name: " " + Numbers.scientific($0.error, 1)) }
  }

  /// The error, the tolerance and the verdict.
  func lines(width: Int, _ language: Language, _ pen: Pen) -> [StyledLine] {
    let heading = StyledLine(BreakWords.checks[language], pen.palette.header)
    guard let check else {
      return [heading, StyledLine(BreakWords.finding[language], pen.palette.muted)]
    }
    func pair(_ name: Text, _ value: String, _ style: Style? = nil) -> StyledLine {
      pen.pair("  " + name[language], value, width: width, style: style)
    }
    return [
      heading,
      pair(BreakWords.withMistake, Numbers.scientific(check.error, 1)),
      pair(BreakWords.tolerance, Numbers.scientific(BlockCheck.tolerance, 0)),
      pair(
        BreakWords.verdict,
        word(check)[language],
        check.passes ? pen.palette.good : pen.palette.bad
      ),
    ]
  }

  private func word(_ check: MistakeCheck) -> Text {
    check.passes ? BreakWords.pass : BreakWords.fail
  }
}
