internal import Words

/// A checkpoint that torch.save wrote, read without running anything of it.
///
///     let storage = try MappedFile.open("RepVGG-A0-train.pth")
///     let sets = try PyTorchFile.sets(in: storage)
///     sets[0].checkpoint.tensors["linear.weight"]?.shape   // [1000, 1280]
///
/// Tensors point into the file where they are contiguous. docs/PyTorchFiles.md says what is read.
public struct PyTorchFile: Sendable {
  /// The sets of tensors in the file, the one to take by default first; never empty.
  public let sets: [CheckpointSet]
  /// Numbers and short texts that stand beside the sets, such as `epoch`, `arch` and `best_acc`.
  public let facts: [String: String]

  /// Reads the file that `storage` holds.
  ///
  /// - Throws: `FormatError.Kind.damaged` with the first contradiction found, or `unsupported` for
  ///   what is no checkpoint of torch.save's, holds no tensors, or is beyond the limits.
  public init(reading storage: Storage) throws(FormatError) {
    let container = try TorchContainer(ByteWindow(storage))
    sets = try SetFinder.sets(of: container)
    facts = container.heap.facts(in: container.root)
    guard !sets.isEmpty else {
      let found = container.heap.words(for: container.root)
      throw FormatError(
        .unsupported,
        en: "holds no named tensors but \(found.en); torch.save the state_dict",
        vi: "không chứa tensor có tên mà chứa \(found.vi); hãy torch.save state_dict"
      )
    }
  }

  /// The sets of tensors in the file that `storage` holds, the one to take by default first.
  ///
  /// - Throws: `FormatError`, as `init(reading:)` does.
  public static func sets(in storage: Storage) throws(FormatError) -> [CheckpointSet] {
    try PyTorchFile(reading: storage).sets
  }

  /// Whether `bytes`, a file or at least its first 64 bytes, begin as torch.save begins.
  ///
  /// That is as a zip archive, and any zip archive is one as far as this can tell, or as the old format.
  public static func isOne(_ bytes: RawSpan) -> Bool { TorchContainer.isOne(bytes) }
}
