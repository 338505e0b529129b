internal import Canvas
internal import RepCore
internal import Words

/// The fold check of a block as lines of text: the errors, the tolerance and the verdict in a word.
struct CheckLines {
  let shared: Shared
  let path: BlockPath
  let pen: Pen

  func lines(width: Int) -> [StyledLine] {
    let heading = StyledLine(word(TreeWords.check), pen.palette.header)
    guard shared.document.hasTrainingForm else {
      return [heading, StyledLine(word(TreeWords.needsTraining), pen.palette.muted)]
        + damage(shared.faults(of: path), width: width)
    }
    guard let check = shared.answers.check(of: path) else {
      let words = word(TreeWords.checking) + pen.glyphs.ellipsis
      return [heading, StyledLine(words, pen.palette.muted)]
        + damage(shared.faults(of: path), width: width)
    }
    let (passes, doubts) = (check.passes(), doubts(about: check))
    let pair = { (name: Text, value: String, style: Style?) in
      pen.pair("  " + word(name), value, width: width, style: style)
    }
    return [
      heading,
      pair(Form.train.word, error(check.training), nil),
      pair(TreeWords.folded, error(check.folded), nil),
      pair(TreeWords.tolerance, Numbers.scientific(BlockCheck.tolerance, 0), nil),
      pair(
        TreeWords.verdict,
        word(TreeWords.verdict(passes: passes, isCertain: doubts.isEmpty)),
        passes ? pen.palette.good : pen.palette.bad
      ),
    ]
      + wrapped(doubts, to: width - 4).map {
        StyledLine("    " + $0, pen.palette.warning)
      } + damage(check.faults, width: width)
  }

  /// The verdict in a word with the larger of the errors; nil before the check is done, or where there is none.
  var verdict: Text? {
    guard shared.document.hasTrainingForm, let check = shared.answers.check(of: path) else {
      return nil
    }
    let isCertain = doubts(about: check).isEmpty
    let error = Numbers.scientific(check.maximumRelativeError, 1)
    return TreeWords.verdict(passes: check.passes(), isCertain: isCertain) + Text(name: " \(error)")
  }

  /// What a check that passes depends on.
  private func doubts(about check: BlockCheck) -> [Text] {
    check.passes() ? shared.document.network.facts(of: path)?.doubts ?? [] : []
  }

  private func damage(_ faults: [WeightFault], width: Int) -> [StyledLine] {
    pen.lines(of: faults, shared.language, width: width)
  }

  /// What the verdict depends on, as a paragraph; no line where it depends on nothing.
  private func wrapped(_ doubts: [Text], to width: Int) -> [String] {
    doubts.isEmpty ? [] : word(doubts.joined(separator: ", ")).wrapped(to: width)
  }

  private func error(_ difference: Difference) -> String {
    Numbers.scientific(difference.maximumRelative, 1)
  }

  private func word(_ text: Text) -> String { text[shared.language] }
}
