public import RepCore
internal import Synchronization

/// Reads the open file as the options say; the explorer knows of files nothing else.
public typealias ExplorerReader =
  @Sendable (ReadingOptions) throws(FormatError) -> ModelFile.Opened

/// Reads the open file anew behind the screen's back.
final class FileReader: Sendable {
  /// What came of one reading.
  struct Answer: Sendable {
    let options: ReadingOptions
    let result: Result<ModelFile.Opened, FormatError>
  }

  private let answers = Mutex<[Answer]>([])
  private let read: ExplorerReader
  private let wake: @Sendable () -> Void

  /// A reader by means of `read`; `wake` is called when an answer can be taken.
  init(_ read: @escaping ExplorerReader, wake: @escaping @Sendable () -> Void) {
    self.read = read
    self.wake = wake
  }

  /// Asks for the file as `options` say.
  ///
  /// - Throws: `ThreadFailure` where the system has no thread left.
  func ask(_ options: ReadingOptions) throws(ThreadFailure) {
    _ = try WorkerThread {
      let answer = Answer(options: options, result: Result(reading: options, with: self.read))
      self.answers.withLock { $0.append(answer) }
      self.wake()
    }
  }

  /// The answers since the last call.
  func takeAnswers() -> [Answer] {
    answers.withLock { answers in
      defer { answers = [] }
      return answers
    }
  }
}

extension Result where Success == ModelFile.Opened, Failure == FormatError {
  /// What comes of reading with `options`.
  init(reading options: ReadingOptions, with read: ExplorerReader) {
    do throws(FormatError) {
      self = .success(try read(options))
    } catch {
      self = .failure(error)
    }
  }
}
