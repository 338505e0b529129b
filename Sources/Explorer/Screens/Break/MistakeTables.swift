internal import Canvas
internal import RepCore
internal import Words

/// The mistakes with what they do, and the blocks with what the check says of them.
struct MistakeTables {
  private let shared: Shared
  private let figures: MistakeFigures
  /// The row under the cursor.
  let cursor: Int

  init(_ shared: Shared, _ figures: MistakeFigures, cursor: Int) {
    (self.shared, self.figures, self.cursor) = (shared, figures, cursor)
  }

  private var language: Language { shared.language }
  private var pen: Pen { shared.pen }

  /// A row for each mistake: the first block that fails, and how many pictures are still right.
  var mistakes: Table {
    let score = figures.whole
    return Table(
      columns: [
        .init("", width: 1), .init(BreakWords.mistake[language], width: 20, grows: true),
        .init(BreakWords.firstFail[language], width: 10),
        .init(BreakWords.counted(score)[language], .right, width: 9),
        .init("", width: 6, priority: 1),
      ],
      rowCount: MistakeFigures.rows.count,
      selected: cursor
    ) { row, column in
      let mistake = MistakeFigures.rows[row]
      let trial = figures.trial(mistake)
      switch column {
      case 0: return .text(row == 0 ? "" : "\(row)")
      case 1: return .text(BreakWords.name(of: mistake)[language])
      case 2:
        guard let trial else { return .text(pen.glyphs.ellipsis, pen.palette.muted) }
        return .text(trial.first?.title ?? "-", trial.first == nil ? nil : pen.palette.bad)
      case 3:
        guard let trial else { return .text(pen.glyphs.ellipsis, pen.palette.muted) }
        return .text(trial.score.map { "\($0.tally.hits)" } ?? "--")
      default:
        let isMade = shared.mistake?.mistake == mistake && mistake != nil
        return .text(isMade ? BreakWords.isSet[language] : "", pen.palette.bad)
      }
    }
  }

  /// What the check says of each block, with the mistake under the cursor.
  var checks: Table {
    let trial = figures.trial(figures.mistake)
    let blocks = shared.document.stored.blocks
    return Table(
      columns: [
        .init(BreakWords.block[language], width: 10, grows: true),
        .init(BreakWords.error[language], .right, width: 8),
        .init(BreakWords.verdict[language], width: 8),
        .init("", width: 15, priority: 1),
      ],
      rowCount: blocks.count,
      selected: blocks.firstIndex { $0.path == shared.selection.block }
    ) { row, column in
      guard column > 0 else { return .text(shared.document.shortTitle(of: blocks[row].path)) }
      guard let check = trial?.checks[row] else {
        return .text(column == 1 ? pen.glyphs.ellipsis : "", pen.palette.muted)
      }
      switch column {
      case 1: return .text(Numbers.scientific(check.error, 1))
      case 2:
        return check.passes
          ? .text(BreakWords.pass[language], pen.palette.good)
          : .text(BreakWords.fail[language], pen.palette.bad)
      default:
        let isFirst = check.path == trial?.first?.path
        let remark: Text =
          isFirst
          ? BreakWords.first
          : figures.mistake?.concerns(blocks[row]) == false ? BreakWords.notHere : .none
        return .text(remark[language], isFirst ? pen.palette.bad : pen.palette.muted)
      }
    }
  }

  /// A press on the row of a block selects it.
  func regionsOfBlocks(in area: Rect) -> [Region] {
    guard !area.isEmpty else { return [] }
    let blocks = shared.document.paths
    let selected = blocks.firstIndex(of: shared.selection.block) ?? 0
    let rows = Table.rows(around: selected, of: blocks.count, height: area.height)
    return rows.map { row in
      Region(rect: area.row(1 + row - rows.lowerBound), command: .select(blocks[row]))
    }
  }
}
