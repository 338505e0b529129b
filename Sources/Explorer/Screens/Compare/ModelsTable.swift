internal import Canvas
internal import RepCore
internal import Words

/// Another model beside this one: what it has in the place of each block, and whether that is its fold.
struct ModelsTable {
  let comparison: FoldComparison
  let cursor: Int
  let shared: Shared

  /// A row for each block, then one for each tensor beside them that is not the same.
  var table: Table {
    let (language, pen) = (shared.language, shared.pen)
    let names = comparison.blocks.map { columns(of: $0.title) }.max() ?? 0
    return Table(
      columns: [
        .init(CompareWords.block[language], width: max(8, min(names, 30)), keepsEnd: true),
        .init(CompareWords.apart[language], .right, width: 8),
        .init(CompareWords.verdict[language], width: 8),
        .init(CompareWords.found[language], width: 12, grows: true),
      ],
      rowCount: comparison.blocks.count,
      selected: cursor,
      marking: shared.search ?? ""
    ) { row, column in
      let block = comparison.blocks[row]
      switch column {
      case 0: return .text(block.title)
      case 1: return .text(block.maximumRelative.map { Numbers.scientific($0) } ?? "--")
      case 2:
        return .text(
          CompareWords.verdict(passes: block.agrees, pen)[language],
          block.agrees ? pen.palette.good : pen.palette.bad
        )
      default: return .text(block.words[language], pen.palette.muted)
      }
    }
  }
}

/// What the comparison of two models comes to, in lines.
struct ModelsAnswer {
  let comparison: FoldComparison
  let shared: Shared
  let width: Int

  /// The verdict with what it rests on; why blocks differ, where that was found; what differs beside them.
  var lines: [StyledLine] {
    let palette = shared.pen.palette
    let assumed = shared.document.network.conditions.map(\.conditionWords) + comparison.conditions
    let others = (comparison.blocks.flatMap(\.tensors) + comparison.tensors)
      .filter { !$0.agrees }.map { Text(name: "\($0.name) ") + $0.words }
    let guess = comparison.explanation.map { [CompareWords.guess + $0.words] } ?? []
    return wrapped([verdict], passes ? palette.good : palette.bad)
      + wrapped(passes ? assumed.map { CompareWords.provided + $0 } : [], palette.warning)
      + wrapped(comparison.outcome == .swapped ? [CompareWords.otherWay] : [], palette.warning)
      + wrapped(guess, palette.warning)
      + wrapped(comparison.contradictions + others, palette.bad)
  }

  /// Whether the other model is this one folded, and every number in both is one.
  private var passes: Bool { comparison.passes && !isDamaged }

  private var isDamaged: Bool {
    !shared.faults.isEmpty
      || (comparison.faults.first + comparison.faults.second).contains { $0.part == .network }
  }

  private var verdict: Text {
    CompareWords.verdict(passes: passes, shared.pen) + Text(name: " ")
      + (isDamaged ? CompareWords.damaged : comparison.words)
  }

  private func wrapped(_ texts: [Text], _ style: Style) -> [StyledLine] {
    texts.flatMap { $0[shared.language].wrapped(to: width) }.map { StyledLine($0, style) }
  }
}
