internal import Words

/// A line on the terminal that tells how far long work has come; silent in a pipe.
struct Progress {
  private let title: Text
  private let total: Int
  private let language: Language
  private let isShown = Standard.errorIsTerminal

  /// Progress of `total` pieces of work; other threads than the command's say in which language.
  init(_ title: Text, total: Int, in language: Language = Standard.language) {
    self.title = title
    self.total = total
    self.language = language
  }

  /// Shows how many tensors of a file are written.
  static func writing(_ done: Int, of total: Int) {
    Progress(Text(en: "writing tensor", vi: "đang ghi tensor"), total: total).show(done)
  }

  /// Shows that `done` pieces are done; the last one wipes the line.
  func show(_ done: Int) {
    guard isShown else { return }
    let count = Text(en: " \(done) of \(total)", vi: " \(done) trong \(total)")
    Standard.show(done < total ? (title + count)[language] : nil)
  }
}

extension Text {
  /// What is shown while blocks are folded.
  static let foldingBlock = Text(en: "folding block", vi: "đang gộp khối")
}
