/// A file that is compared with another: what was recognised in it, and all its tensors.
///
/// A folded block may leave nothing that tells it from any other convolution. Such a file holds no block
/// that is known by its names and is not opened as a network, but its tensors can still be found.
public struct ComparedFile: Sendable {
  /// The network, where blocks were recognised.
  public let opened: ModelFile.Opened?
  let tensors: [String: Tensor]

  private init(_ opened: ModelFile.Opened?, _ tensors: [String: Tensor]) {
    self.opened = opened
    self.tensors = tensors
  }

  /// A file that was opened.
  public init(_ opened: ModelFile.Opened) { self.init(opened, opened.tensors) }

  /// Opens the file at `path`; where no block is known in it, its tensors alone.
  ///
  /// - Throws: `FormatError`, what `ModelFile.inspect` throws of a file that holds no tensors either.
  public init(opening path: String, _ options: ReadingOptions = ReadingOptions())
    throws(FormatError)
  {
    do {
      self.init(try ModelFile.inspect(path, options))
    } catch {
      guard error.kind == .unsupported || error.kind == .mismatch,
        let set = try? ModelFile.sets(of: path).first(where: {
          options.set == nil || $0.name == options.set
        }), !set.checkpoint.tensors.isEmpty
      else { throw error }
      self.init(nil, set.checkpoint.tensors)
    }
  }

  /// Names of tensors that belong to no block.
  var opaqueNames: [String] {
    guard let opened else { return tensors.keys.sorted() }
    return opened.coverage.opaque.filter { tensors[$0] != nil }
  }

  /// `name` without the words that packaging put in front.
  func bare(_ name: String) -> String {
    let wrapper = opened?.wrapper ?? ""
    return name.hasPrefix(wrapper) ? String(name.dropFirst(wrapper.count)) : name
  }

  /// The tensor that another file calls `name`, without its packaging `bare`, and what it is called here.
  func tensor(_ name: String, bare: String) -> (name: String, tensor: Tensor)? {
    [name, bare, (opened?.wrapper ?? "") + bare].lazy.compactMap { name in
      tensors[name].map { (name, $0) }
    }.first
  }
}

extension ModelFile {
  /// The sets of tensors in the file at `path`, whatever they make up.
  static func sets(of path: String) throws(FormatError) -> [CheckpointSet] {
    let storage = try MappedFile.open(path)
    if storage.withSpan({ PyTorchFile.isOne($0) }) { return try PyTorchFile.sets(in: storage) }
    return [CheckpointSet(try Checkpoint(reading: storage))]
  }
}
