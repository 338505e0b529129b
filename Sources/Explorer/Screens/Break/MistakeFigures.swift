internal import RepCore
internal import Words

/// What the screen of mistakes shows, taken once per frame; the numbers come from answers.
struct MistakeFigures {
  /// The network as it should be, then the mistakes.
  static let rows: [Mistake?] = [nil] + Mistake.allCases

  private let shared: Shared
  /// The mistake under the cursor.
  let mistake: Mistake?
  /// The only block that mistakes are made in; nil for every block.
  let only: BlockPath?

  init(_ shared: Shared, _ screen: BreakScreen) {
    self.shared = shared
    mistake = MistakeFigures.rows[screen.cursor]
    only = screen.isLocal ? shared.selection.block : nil
  }

  /// The mistake under the cursor as it would be made; nil for none.
  var made: MadeMistake? { mistake.map { MadeMistake(mistake: $0, only: only) } }

  /// What has to be found out of a mistake; as it should be there is but one network.
  func need(_ mistake: Mistake?, only: BlockPath? = nil) -> MistakeNeed {
    MistakeNeed(mistake, only: only, shared)
  }

  /// The example of the mistake under the cursor; nil for none.
  var exampleNeed: MistakeExampleNeed? {
    mistake.map {
      MistakeExampleNeed(
        mistake: $0,
        block: shared.selection.block,
        output: shared.selection.output
      )
    }
  }

  /// The blocks that the mistake under the cursor is tried in alone: all of a small network, of a large one the
  /// selected block.
  var tried: [BlockPath] {
    guard let mistake, let pictures = shared.document.trialPictures else { return [] }
    let concerned = shared.document.stored.blocks.filter { mistake.concerns($0) }.map(\.path)
    let work = shared.document.stored.macs() * pictures.places.count * concerned.count
    return work <= MistakeFigures.most
      ? concerned : concerned.filter { $0 == shared.selection.block }
  }

  /// Multiply-adds up to which every block is tried alone.
  private static let most = 20_000_000_000

  /// All that the screen needs, what is under the cursor in front.
  var needs: [any Need] {
    guard shared.document.hasTrainingForm else { return [] }
    let example: [any Need] = exampleNeed.map { [$0] } ?? []
    let others = MistakeFigures.rows.filter { $0 != mistake }.map { need($0, only: only) }
    return example + [need(mistake, only: only), need(nil)] + others
      + tried.map { need(mistake, only: $0) }
  }

  /// What a mistake does, as soon as it is known.
  func trial(_ mistake: Mistake?) -> MistakeTrial? { shared.answers[need(mistake, only: only)] }

  /// What the mistake under the cursor does in one block alone, or in every block.
  func trial(only path: BlockPath?) -> MistakeTrial? { shared.answers[need(mistake, only: path)] }

  /// The example, as soon as it is known.
  var example: MistakeExample? { exampleNeed.flatMap { shared.answers[$0] } }

  /// Why what is under the cursor cannot be found out.
  var refusal: Text? { shared.answers.refusal(of: need(mistake, only: only)) }

  /// How well the network does as it should be.
  var whole: Score? { shared.answers[need(nil)]?.score }
}
