internal import Canvas
internal import RepCore
internal import Words

// What a lesion makes of the network, in sentences.

extension LesionsWords {
  /// What is taken out: `stage2.0 without its 3x3`, `without stage2.0 3x3, stage1.1 identity`.
  static func name(of lesion: Lesion, in document: Document) -> Text {
    guard !lesion.isEmpty else { return Text(en: "the whole network", vi: "cả mạng") }
    let cuts = document.stored.cuts.filter { lesion.cuts.contains($0) }
    if let cut = cuts.first, lesion.count == 1 {
      let block = document.title(of: cut.block)
      return Text(en: "\(block) without its ", vi: "\(block) thiếu ") + cut.branch.words
    }
    let branches = cuts.map { Text(name: document.title(of: $0.block) + " ") + $0.branch.words }
    let blocks = document.paths.filter { lesion.skipped.contains($0) }.map { path in
      let title = document.title(of: path)
      return Text(en: "the whole of \(title)", vi: "cả khối \(title)")
    }
    return Text(en: "without ", vi: "thiếu ")
      + (blocks + branches).joined(separator: ", ")
  }

  /// The counts: `68 of 360 right; with norms measured anew 353`.
  static func counts(_ pair: LesionPair) -> Text {
    guard let cut = pair.cut.trial else { return finding }
    let tally = cut.score.tally
    let first: Text =
      switch cut.score {
      case .accuracy:
        Text(
          en: "\(tally.hits) of \(tally.count) right",
          vi: "đúng \(tally.hits) trong \(tally.count)"
        )
      case .agreement:
        Text(
          en: "\(tally.hits) of \(tally.count) as the whole network has them",
          vi: "\(tally.hits) trong \(tally.count) trùng với cả mạng"
        )
      }
    guard let anew = pair.anew.tally?.hits else { return first }
    return first
      + Text(en: "; with norms measured anew \(anew)", vi: "; sau khi đo lại norm: \(anew)")
  }

  /// What the counts tell; nothing where they are not known.
  static func verdict(of pair: LesionPair, against whole: LesionTrial?) -> Text? {
    guard let cut = pair.cut.trial, let whole else { return nil }
    let (before, after) = (whole.score.tally, cut.score.tally)
    if cut.classes == 1 {
      return Text(
        en: "Every picture is taken for the same class: that is chance.",
        vi: "Mọi ảnh đều bị nhận là cùng một lớp: đó là đoán mò."
      )
    }
    guard after.isResolvable(from: before) else {
      let noise = max(before.noise, after.noise)
      return Text(
        en: "No loss can be told: up to \(noise) is noise.",
        vi: "Không thấy mất gì: chênh lệch đến \(noise) là nhiễu."
      )
    }
    guard after.hits < before.hits else { return gain }
    return pair.anew.tally.map { statistics($0, after, before) }
  }

  private static let gain = Text(
    en: "More are right than before, by more than chance makes.",
    vi: "Đúng nhiều hơn trước, quá mức ngẫu nhiên."
  )

  /// How much of a loss was that of the norms.
  private static func statistics(_ anew: Tally, _ cut: Tally, _ whole: Tally) -> Text {
    let (lost, regained) = (whole.hits - cut.hits, max(0, anew.hits - cut.hits))
    let share = Text(
      en: "Norms measured anew win back \(min(regained, lost)) of the \(lost) that were lost: ",
      vi: "Đo lại norm lấy lại \(min(regained, lost)) trong \(lost) ảnh đã mất: "
    )
    return 2 * regained > lost
      ? share
        + Text(
          en: "what broke was the statistics behind the cut more than the lost kernel.",
          vi: "hỏng chủ yếu là thống kê của norm phía sau, hơn là kernel bị mất."
        )
      : share
        + Text(
          en: "what was taken out is needed itself.",
          vi: "chính phần bị cắt là cần thiết."
        )
  }

  /// On how many pictures norms are measured anew.
  static func measured(_ count: Int) -> Text {
    Text(
      en:
        "Norms anew: mean and variance of every norm over \(count) training pictures, block after "
        + "block.",
      vi:
        "Norm đo lại: mean và phương sai của mọi norm trên \(count) ảnh huấn luyện, từng khối một."
    )
  }

  /// That norms can be measured anew, which takes long.
  static func askForNorms(_ count: Int) -> Text {
    Text(
      en: "r measures every norm anew over \(count) training pictures; it takes long.",
      vi: "r đo lại mọi norm trên \(count) ảnh huấn luyện; mất nhiều thời gian."
    )
  }

  // MARK: Sub-models

  static func article(_ blocks: Int) -> Text {
    Text(en: "article: 3^n, \(blocks) blocks", vi: "bài viết: 3^n, \(blocks) khối")
  }

  /// `here: 2^4 x 3^3`.
  static func here(_ models: SubModels, times: String) -> Text {
    let factors = models.factors.map { "\($0.branches)^\($0.blocks)" }
    return Text(en: "here: ", vi: "ở đây: ")
      + Text(name: factors.joined(separator: " \(times) "))
  }

  /// So many blocks have other than three branches.
  static func others(_ factor: SubModels.Factor) -> Text {
    let (blocks, branches) = (factor.blocks, factor.branches)
    return Text(
      en: "\(counted(blocks, "block")) of \(branches) \(branches == 1 ? "branch" : "branches")",
      vi: "\(blocks) khối có \(branches) nhánh"
    )
  }

  static let noVote = Text(
    en: "They share weights and norms, so this is no vote of independent models",
    vi: "Chúng dùng chung trọng số và norm, nên đây không phải biểu quyết của các mô hình độc lập"
  )

  static func afterTwo(_ median: LesionTrial) -> Text {
    let tally = median.score.tally
    return Text(
      en: ": after any two cuts a median of \(tally.hits) of \(tally.count) is left.",
      vi: ": cắt hai nhánh bất kỳ thì trung vị còn \(tally.hits) trong \(tally.count)."
    )
  }
}
