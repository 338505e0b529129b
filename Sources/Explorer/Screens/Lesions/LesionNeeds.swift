internal import RepCore
internal import Words

/// How the network does without what a lesion takes out.
struct LesionNeed: Need {
  /// What is taken out; nothing, for the whole network.
  let lesion: Lesion
  /// Whether every norm is measured anew behind it.
  let isMeasuredAnew: Bool
  /// Threads that work on it.
  let threads: Int

  var title: Text { Text(en: "trying without branches", vi: "đang thử khi thiếu nhánh") }

  func find(in document: Document, _ context: JobContext) throws -> LesionTrial? {
    try document.trial(
      without: lesion,
      isMeasuredAnew: isMeasuredAnew,
      threads: threads,
      progress: context.report,
      isCancelled: context.isCancelled
    )
  }
}

/// How the network does without so many branches that chance has chosen, several times over.
struct LesionDrawsNeed: Need {
  /// How many branches are cut.
  let size: Int
  /// Whether every norm is measured anew behind each draw.
  let isMeasuredAnew: Bool
  /// Threads that work on it.
  let threads: Int

  /// Draws of each size.
  static let draws = 9
  /// Where the sequence of draws begins.
  static let seed: UInt64 = 1

  var title: Text { Text(en: "drawing branches", vi: "đang bốc thăm nhánh") }

  func find(in document: Document, _ context: JobContext) throws -> LesionDraws? {
    let cuts = document.stored.cuts
    guard size <= cuts.count else { return nil }
    let lesions = Lesion.random(
      size,
      of: cuts,
      draws: LesionDrawsNeed.draws,
      seed: LesionDrawsNeed.seed
    )
    var trials: [LesionTrial] = []
    for lesion in lesions {
      try context.checkCancellation()
      context.report(trials.count, lesions.count)
      let trial = try document.trial(
        without: lesion,
        isMeasuredAnew: isMeasuredAnew,
        threads: threads,
        isCancelled: context.isCancelled
      )
      guard let trial else { return nil }
      trials.append(trial)
    }
    return LesionDraws(trials)
  }
}

extension Document {
  /// The pictures that norms are measured anew on; nil where nobody says what the network was trained on.
  var trainedPictures: TrialPictures? {
    data.flatMap { TrialPictures.trained(for: network, in: $0) }
  }

  /// How the network does without what `lesion` takes out; nil where there are no pictures to try it on, or none
  /// to measure norms on.
  fileprivate func trial(
    without lesion: Lesion,
    isMeasuredAnew: Bool,
    threads: Int,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
    isCancelled: @escaping () -> Bool
  ) throws -> LesionTrial? {
    let measured = isMeasuredAnew ? trainedPictures : nil
    guard let pictures = trialPictures, isMeasuredAnew == (measured != nil) else { return nil }
    return try LesionTrial(
      of: lesion,
      in: network,
      measuringNormsOn: measured,
      on: pictures,
      threads: threads,
      progress: progress,
      isCancelled: isCancelled
    )
  }
}
