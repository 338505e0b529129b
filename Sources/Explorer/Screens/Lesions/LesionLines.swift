internal import Canvas
internal import RepCore
internal import Words

/// What was cut and what that tells, and how many sub-models there are, as lines of text.
struct LesionLines {
  let shared: Shared
  let figures: LesionFigures
  let width: Int

  private var language: Language { shared.language }
  private var palette: Palette { shared.pen.palette }

  // MARK: What was cut

  /// What is taken out, what is left of the block, how many pictures are right, and what that tells.
  var lesion: [StyledLine] {
    guard figures.hasPictures else {
      return wrapped(LesionsWords.noData, palette.muted)
    }
    let pair = figures[figures.subject]
    let name = LesionsWords.name(of: figures.subject, in: shared.document)
    let rest = formula.map { Text(en: " is ", vi: " là ") + Text(name: $0) } ?? .none
    let counts = figures.refusal ?? LesionsWords.counts(pair)
    let found = LesionsWords.verdict(of: pair, against: figures.whole.cut.trial)
    let sentence = name + rest + Text(name: ": ") + counts + Text(name: ". ") + (found ?? .none)
    return wrapped(sentence, palette.text) + wrapped(norms, palette.muted)
  }

  /// What a single block computes that something is taken out of; nil where that are several blocks.
  private var formula: String? {
    let touched = shared.document.network.blocks.filter { block in
      figures.subject.skipped.contains(block.path)
        || !figures.subject.branches(of: block.path).isEmpty
    }
    guard let block = touched.first?.shape, touched.count == 1 else { return nil }
    return block.formula(without: figures.subject)
  }

  /// What the second number is measured on, or why there is none.
  private var norms: Text {
    if figures.measured == 0 { return LesionsWords.noTrainedPictures }
    return figures.measuresAnew
      ? LesionsWords.measured(figures.measured) : LesionsWords.askForNorms(figures.measured)
  }

  // MARK: Sub-models

  /// The article's count, this network's, and what that is not.
  var subModels: [StyledLine] {
    let models = SubModels(of: shared.document.stored)
    let others = models.factors.filter { $0.branches != 3 }.map { LesionsWords.others($0) }
    let after = figures.drawn(2).cut.trial.map { LesionsWords.afterTwo($0) } ?? Text(name: ".")
    return [
      pair(
        LesionsWords.article(models.article.blocks),
        models.article.count,
        models.article.approximateCount
      ),
      pair(
        LesionsWords.here(models, times: shared.pen.glyphs.times),
        models.count,
        models.approximateCount
      ),
    ]
      + others.flatMap { wrapped($0, palette.muted, indent: 2) }
      + wrapped(LesionsWords.noVote + after, palette.text)
  }

  private func pair(_ name: Text, _ count: Int?, _ approximate: Double) -> StyledLine {
    let number = count.map { Numbers.grouped($0) } ?? Numbers.scientific(approximate, 1)
    return shared.pen.pair(name[language], number, width: width)
  }

  private func wrapped(_ text: Text, _ style: Style, indent: Int = 0) -> [StyledLine] {
    let margin = String(repeating: " ", count: indent)
    return text[language].wrapped(to: width - indent).map { StyledLine(margin + $0, style) }
  }
}

extension BlockShape {
  /// What the block computes without what `lesion` takes out: `y = ReLU(BN(x * W1))`.
  fileprivate func formula(without lesion: Lesion) -> String {
    guard !lesion.skipped.contains(path) else { return "y = x" }
    let cut = lesion.branches(of: path)
    let terms = branches.filter { !cut.contains($0.id) }.map(\.term)
    var formula = terms.isEmpty ? "0" : terms.joined(separator: " + ")
    if postNorm != nil { formula = "BN(\(formula))" }
    if squeezeExcite?.placement == .beforeActivation { formula = "SE(\(formula))" }
    if activation != .identity { formula = "\(activation.title)(\(formula))" }
    if squeezeExcite?.placement == .afterActivation { formula = "SE(\(formula))" }
    return "y = \(formula)"
  }
}

extension BranchShape {
  /// What the branch adds to the sum: `BN(x * W3)`.
  fileprivate var term: String {
    let number = index == 0 ? "" : ".\(index)"
    let map =
      switch role {
      case .dense, .folded: "x * W3\(number)"
      case .pointwise: "x * W1\(number)"
      case .average: "mean(x)"
      case .identity: "x"
      }
    return norm == nil ? map : "BN(\(map))"
  }
}
