/// A line on the terminal that tells how far long work has come; silent in a pipe.
struct Progress {
  private let title: String
  private let total: Int
  private let isShown = Standard.errorIsTerminal

  /// Progress of `total` pieces of work.
  init(_ title: String, total: Int) {
    self.title = title
    self.total = total
  }

  /// Shows how many tensors of a file are written.
  static func writing(_ done: Int, of total: Int) {
    Progress("writing tensor", total: total).show(done)
  }

  /// Shows that `done` pieces are done; the last one wipes the line.
  func show(_ done: Int) {
    guard isShown else { return }
    Standard.show(done < total ? "\(title) \(done) of \(total)" : nil)
  }
}
