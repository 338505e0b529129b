internal import RepCore
internal import Words

/// What a mistake does to each block and to the classes.
struct MistakeNeed: Need {
  /// The mistake; nil for the network as it should be.
  let mistake: Mistake?
  /// The only block that it is made in; nil for every block that it concerns.
  let only: BlockPath?
  /// Threads that work on it.
  let threads: Int

  /// What `mistake` does; without one there is but one network.
  init(_ mistake: Mistake?, only path: BlockPath?, _ shared: Shared) {
    self.mistake = mistake
    only = mistake == nil ? nil : path
    threads = shared.live.isIllustrated ? 1 : shared.live.threads
  }

  var title: Text { Text(en: "making a mistake", vi: "đang thử lỗi") }

  func find(in document: Document, _ context: JobContext) throws -> MistakeTrial? {
    try MistakeTrial(
      mistake,
      in: only.map { [$0] } ?? Set(document.paths),
      of: document.network,
      on: document.trialPictures,
      threads: threads,
      progress: context.report,
      isCancelled: context.isCancelled
    )
  }
}

/// One value of a block with a mistake and without.
struct MistakeExampleNeed: Need {
  let mistake: Mistake
  let block: BlockPath
  let output: Int

  func find(in document: Document, _ context: JobContext) -> MistakeExample? {
    document.network.block(at: block).flatMap {
      MistakeExample(of: mistake, in: $0, output: output)
    }
  }
}

extension Shared {
  /// What has to be found out of the mistake that was made; nil for none.
  var mistakeNeed: MistakeNeed? {
    mistake.map { MistakeNeed($0.mistake, only: $0.only, self) }
  }
}

extension Document {
  /// The pictures that changed forms of the network are tried on; nil where there are none with classes.
  var trialPictures: TrialPictures? {
    data.flatMap { TrialPictures(for: network, in: $0) }
  }
}
