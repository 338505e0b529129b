internal import Synchronization

/// The files that a piece of work has read.
///
///     try OpenedFiles.$current.withValue(OpenedFiles()) {
///       let network = try ModelFile.open("last.pt")
///       try ModelFile.write(network.folded(), to: "last.rvg")
///     }
///
/// Every file that the calling thread opens meanwhile is noted, and no file takes its place on the disk if one of
/// them changed while it was read; what goes elsewhere asks `check()`. So no command can forget to.
public final class OpenedFiles: Sendable {
  /// The files of the work that the calling thread is at; nil where nobody keeps account.
  @TaskLocal public static var current: OpenedFiles?

  private let files = Mutex<[OpenedFile]>([])

  /// No file yet.
  public init() {}

  /// Makes sure that everything which was read is the content of one file at one time.
  ///
  /// - Throws: `FormatError` of the kind `changed` that names the file which was written to meanwhile.
  public static func check() throws(FormatError) {
    let changes = current?.files.withLock { $0.compactMap(\.change) } ?? []
    if let first = changes.first { throw first }
  }

  /// From now on nothing is used that was read of `old`, but what was read of `new`.
  public func replace(_ old: OpenedFile?, by new: OpenedFile?) {
    files.withLock { files in
      files.removeAll { $0 === old || $0 === new }
      if let new { files.append(new) }
    }
  }

  func add(_ file: OpenedFile) {
    files.withLock { files in
      files.removeAll(where: \.isSettled)
      files.append(file)
    }
  }
}
