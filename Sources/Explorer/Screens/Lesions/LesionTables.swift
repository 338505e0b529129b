internal import Canvas
internal import RepCore
internal import Words

/// The branches with what the network does without each, and what it does without several of them.
struct LesionTables {
  private let shared: Shared
  private let figures: LesionFigures

  init(_ shared: Shared, _ figures: LesionFigures) {
    (self.shared, self.figures) = (shared, figures)
  }

  private var language: Language { shared.language }
  private var pen: Pen { shared.pen }

  /// A row for each branch: the pictures that are right without it, as cut and with norms measured anew.
  var cuts: Table {
    Table(
      columns: [
        .init(LesionsWords.block[language], width: 9, keepsEnd: true),
        .init(LesionsWords.branch[language], width: 10),
        .init(LesionsWords.asCut[language], .right, width: 6),
        anew,
        .init("", width: 6, priority: 1, spoken: LesionsWords.isCut[language]),
        .init(LesionsWords.loss[language], width: 6, grows: true, priority: 2),
      ],
      rowCount: figures.rows.count,
      selected: figures.cursor
    ) { row, column in
      let cut = figures.rows[row]
      switch column {
      case 0: return .text(shared.document.shortTitle(of: cut.block), style(ofBlockIn: row))
      case 1: return .text(cut.branch.words[language])
      case 2: return count(figures.pair(row: row).cut)
      case 3: return count(figures.pair(row: row).anew)
      case 4: return .text(mark(cut), pen.palette.bad)
      default:
        return figures.loss(row: row)
          .map { .widget(Bar($0, style: pen.palette.bad)) } ?? .text("")
      }
    }
  }

  /// The block's name stands out where another block begins.
  private func style(ofBlockIn row: Int) -> Style? {
    let isRepeated = row > 0 && figures.rows[row - 1].block == figures.rows[row].block
    return isRepeated ? pen.palette.muted : nil
  }

  private func mark(_ cut: Lesion.Cut) -> String {
    let isCut = figures.lesion.cuts.contains(cut) || figures.lesion.skipped.contains(cut.block)
    return isCut ? LesionsWords.isCut[language] : ""
  }

  /// A row for all branches of each kind, and for so many at random.
  var draws: Table {
    let (kinds, sizes) = (figures.kinds, figures.sizes)
    return Table(
      columns: [
        .init(LesionsWords.cutTogether[language], width: 14, grows: true),
        .init(LesionsWords.asCut[language], .right, width: 6),
        anew,
      ],
      rowCount: kinds.count + sizes.count,
      firstRow: 0
    ) { row, column in
      let size = row < kinds.count ? nil : sizes[row - kinds.count]
      if column == 0 {
        let name = size.map { LesionsWords.anyBranches($0) } ?? LesionsWords.every(kinds[row].role)
        return .text(name[language])
      }
      let pair = size.map { figures.drawn($0) } ?? figures[kinds[row].lesion]
      return count(column == 1 ? pair.cut : pair.anew)
    }
  }

  /// The column of the counts with norms measured anew.
  private var anew: Table.Column {
    .init(
      LesionsWords.anew[language],
      .right,
      width: 6,
      spoken: LesionsWords.normsAnew[language]
    )
  }

  /// The pictures that are right, or a sign that it is being found out.
  private func count(_ outcome: LesionOutcome) -> Table.Content {
    switch outcome {
    case .known(let trial): .text("\(trial.score.tally.hits)")
    case .coming: .text(pen.glyphs.ellipsis, pen.palette.muted)
    case .none: .text("--", pen.palette.muted)
    }
  }
}
