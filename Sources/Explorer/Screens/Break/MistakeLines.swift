internal import Canvas
internal import RepCore
internal import Words

/// One value with the mistake and without, and whether accuracy would have told, as lines of text.
struct MistakeLines {
  let shared: Shared
  let figures: MistakeFigures
  let width: Int

  private var language: Language { shared.language }
  private var palette: Palette { shared.pen.palette }

  /// Columns of a number.
  private static let number = 10

  // MARK: The example

  /// What each branch gives to one value, right and broken, and why that is a mistake.
  var example: [StyledLine] {
    let rule = wrapped(
      BreakWords.rule(figures.mistake, output: shared.selection.output),
      palette.text
    )
    guard let mistake = figures.mistake else { return rule }
    guard let shape = shared.selectedBlock?.shape, mistake.concerns(shape) else {
      return wrapped(BreakWords.noExample, palette.muted) + [StyledLine()] + rule
    }
    guard mistake != .winograd else { return rule }
    guard let example = figures.example else {
      return wrapped(BreakWords.finding, palette.muted) + [StyledLine()] + rule
    }
    let head = row(
      Text.none,
      BreakWords.right[language],
      BreakWords.broken[language],
      palette.header
    )
    let parts = example.parts.map { row($0.branch.words, $0.right, $0.broken) }
    let behind = example.activation.map {
      row(Text(name: $0.title), example.rightResult, example.brokenResult)
    }
    return wrapped(BreakWords.value(example), palette.muted) + [head] + parts
      + [row(BreakWords.sum, example.right, example.broken)] + (behind.map { [$0] } ?? [])
      + [StyledLine()] + rule
  }

  private func row(_ name: Text, _ right: Double, _ broken: Double) -> StyledLine {
    let (left, wrong) = (Numbers.signed(right, 4), Numbers.signed(broken, 4))
    return row(name, left, wrong, palette.text, left == wrong ? palette.text : palette.bad)
  }

  private func row(
    _ name: Text,
    _ right: String,
    _ broken: String,
    _ style: Style,
    _ brokenStyle: Style? = nil
  ) -> StyledLine {
    let names = max(width - 2 * MistakeLines.number, 4)
    return StyledLine(name[language].fitted(to: names, ellipsis: shared.pen.glyphs.ellipsis), style)
      .then(right.fitted(to: MistakeLines.number, .right), style)
      .then(broken.fitted(to: MistakeLines.number, .right), brokenStyle ?? style)
  }

  // MARK: Accuracy

  /// How many pictures are right with the mistake everywhere and in one block alone, and what that tells.
  var accuracy: [StyledLine] {
    guard let pictures = shared.document.trialPictures, !pictures.places.isEmpty else {
      return wrapped(BreakWords.noData, palette.muted)
    }
    let whole = figures.whole
    let everywhere = figures.trial(only: nil)
    let head = StyledLine(
      (BreakWords.name(of: figures.mistake) + Text(name: ", ") + BreakWords.counted(whole))[
        language
      ],
      palette.header
    )
    let alone = figures.tried.map { ($0, figures.trial(only: $0)) }
    let rows =
      [count(BreakWords.inEveryBlock, everywhere, whole)]
      + alone.map { path, trial in
        count(BreakWords.onlyIn(shared.document.title(of: path)), trial, whole)
      }
    let isHidden = alone.contains { hides($1, whole) } || hides(everywhere, whole)
    let verdict =
      figures.mistake == nil
      ? BreakWords.unchanged : isHidden ? BreakWords.hidden : BreakWords.told
    let noise = whole.map { wrapped(BreakWords.noise($0), palette.muted) } ?? []
    return [head] + rows + [StyledLine()] + wrapped(verdict, palette.text) + noise
  }

  /// Whether a check fails where the accuracy is as good as before.
  private func hides(_ trial: MistakeTrial?, _ whole: Score?) -> Bool {
    guard let trial, let score = trial.score, let whole else { return false }
    return trial.first != nil && !score.tally.isResolvable(from: whole.tally)
  }

  private func count(_ name: Text, _ trial: MistakeTrial?, _ whole: Score?) -> StyledLine {
    let hits = trial.map { $0.score.map { "\($0.tally.hits)" } ?? "--" }
    let (numbers, marks) = (6, 4)
    let names = max(width - numbers - marks - 2, 4)
    let isHidden = hides(trial, whole)
    return StyledLine(
      "  " + name[language].fitted(to: names, ellipsis: shared.pen.glyphs.ellipsis),
      palette.text
    )
    .then((hits ?? shared.pen.glyphs.ellipsis).fitted(to: numbers, .right), palette.text)
    .then((isHidden ? " (!)" : "").fitted(to: marks), palette.warning)
  }

  private func wrapped(_ text: Text, _ style: Style) -> [StyledLine] {
    text[language].wrapped(to: width).map { StyledLine($0, style) }
  }
}
