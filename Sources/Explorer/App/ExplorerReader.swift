public import RepCore

/// Reads the open file as the options say; the explorer knows of files nothing else.
public typealias ExplorerReader =
  @Sendable (ReadingOptions) throws(FormatError) -> ModelFile.Opened

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
