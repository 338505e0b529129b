internal import RepCore

/// What a tensor of the file holds, by its name.
struct TensorNeed: Need {
  /// Its name in the file.
  let name: String

  /// What the tensor called `name` holds.
  init(_ name: String) { self.name = name }

  func find(in document: Document, _ context: JobContext) -> TensorStatistics? {
    document.opened?.tensors[name].flatMap { TensorStatistics(of: $0) }
  }
}

/// What a folder holds.
struct FolderNeed: Need {
  /// The folder; empty, or ending with a slash.
  let path: String

  /// What the folder at `path` holds.
  init(_ path: String) { self.path = path }

  func find(in document: Document, _ context: JobContext) -> FolderListing? {
    FolderListing(UserFolder.expandingTilde(in: path))
  }
}

extension Answers {
  /// What a tensor of the file holds, as soon as it is known and if it has numbers.
  func statistics(of name: String) -> TensorStatistics? { self[TensorNeed(name)] }

  /// What a folder holds, as soon as it is known.
  func listing(of folder: String) -> FolderListing? { self[FolderNeed(folder)] }

  /// Forgets what folders hold: others write into them.
  mutating func forgetFolders() { forget(FolderNeed.self) }
}
