public import RepCore

/// Reads a model as the options say; the explorer knows of files nothing else.
public typealias ExplorerReader =
  @Sendable (ModelSource, ReadingOptions) throws(FormatError) -> Document

extension Result where Success == Document, Failure == FormatError {
  /// What comes of a request.
  init(reading request: ReadingRequest, with read: ExplorerReader) {
    do throws(FormatError) {
      self = .success(try read(request.source, request.options))
    } catch {
      self = .failure(error)
    }
  }
}
