/// Opens and writes networks as files; what a file is, is decided by its content.
///
///     let network = try ModelFile.open("RepVGG-A0.safetensors")
///     try ModelFile.write(network, to: "RepVGG-A0.rvg")
public enum ModelFile {
  /// The sort of file that a network came from.
  public enum Container: String, Hashable, Sendable {
    /// Described by itself; see docs/FORMAT.md.
    case rvg
    /// Recognised by the names and shapes of its tensors.
    case safetensors
    /// A checkpoint of PyTorch's, recognised in the same way.
    case pytorch
  }

  /// A network with what there is to say about its file.
  public struct Opened: Sendable {
    /// The network, whose tensors point into the file.
    public let network: Network
    /// The sort of file.
    public let container: Container
    /// The naming scheme of its tensors: `official`, `plus`, `timm`, `MobileOne`, `mmpretrain` and so on.
    public let naming: String
    /// The account of its tensors.
    public let coverage: Coverage
    /// Whether a checksum was there, and so was right.
    public let isVerified: Bool
    /// Size of the file in bytes.
    public let byteCount: Int
    /// The sets of tensors in the file, by name; the one that was read is among them.
    public var sets: [String] = []
    /// Which set was read; empty where the file is one set.
    public var set = ""
    /// Words in front of the blocks' names that packaging put there, as `module.`; empty without.
    public var wrapper = ""
    /// What a user should know of the file though it opens.
    public var warnings: [String] = []
    /// The rest of a checkpoint whose graph is not known, so that it can be written again.
    var graph: UnknownGraph?
  }

  /// The network of the file at `path`.
  ///
  /// - Throws: `FormatError` that names the file, what is wrong and what to do.
  public static func open(
    _ path: String,
    _ options: ReadingOptions = ReadingOptions()
  ) throws(FormatError) -> Network {
    try inspect(path, options).network
  }

  /// The network of the file at `path`, with what there is to say about the file.
  public static func inspect(
    _ path: String,
    _ options: ReadingOptions = ReadingOptions()
  ) throws(FormatError) -> Opened {
    let storage = try MappedFile.open(path)
    do {
      return try read(storage, name: baseName(path), options)
    } catch {
      throw error.at(path)
    }
  }

  /// The network that `bytes`, a whole file, hold; `name` stands in for the file's name.
  public static func read(_ bytes: [UInt8], name: String) throws(FormatError) -> Network {
    try read(Storage(copying: bytes), name: name).network
  }

  /// The network that `storage`, a whole file, holds; `name` stands in for the file's name.
  public static func read(
    _ storage: Storage,
    name: String,
    _ options: ReadingOptions = ReadingOptions()
  ) throws(FormatError) -> Opened {
    if storage.withSpan({ PyTorchFile.isOne($0) }) {
      let sets = try PyTorchFile.sets(in: storage)
      return try recognize(sets, .pytorch, named: name, options, in: storage)
    }
    if let foreign = storage.withSpan({ ForeignFile.name(of: $0) }) {
      throw FormatError(
        .unsupported,
        "is \(foreign); .rvg, .safetensors and PyTorch files are read"
      )
    }
    let checkpoint = try Checkpoint(reading: storage)
    if let document = try RvgDocument(checkpoint.metadata) {
      return try read(document, checkpoint, in: storage)
    }
    let set = CheckpointSet(checkpoint)
    return try recognize([set], .safetensors, named: name, options, in: storage)
  }

  private static func read(
    _ document: RvgDocument,
    _ checkpoint: Checkpoint,
    in storage: Storage
  ) throws(FormatError) -> Opened {
    let (network, coverage) = try document.network(from: checkpoint)
    try document.verify(storage, checkpoint.data)
    return Opened(
      network: network,
      container: .rvg,
      naming: BlockNaming.rvg(network.family).title,
      coverage: coverage,
      isVerified: document.checksum != nil,
      byteCount: storage.count
    )
  }

  private static func recognize(
    _ sets: [CheckpointSet],
    _ container: Container,
    named name: String,
    _ options: ReadingOptions,
    in storage: Storage
  ) throws(FormatError) -> Opened {
    let set = try chosen(sets, options)
    let recognizer = try Recognizer(set, options)
    let result = try recognizer.recognize(named: name)
    var opened = Opened(
      network: result.network,
      container: container,
      naming: recognizer.naming,
      coverage: result.coverage,
      isVerified: false,
      byteCount: storage.count
    )
    opened.sets = sets.map(\.name)
    opened.set = set.name
    opened.wrapper = recognizer.wrapper
    if result.network.head == nil {
      opened.graph = UnknownGraph(
        checkpoint: set.checkpoint,
        blocks: result.blocks.flatMap(\.self)
      )
    }
    opened.warnings = warnings(result.network, name: name)
    return opened
  }

  /// The set that the options name, or the first.
  private static func chosen(
    _ sets: [CheckpointSet],
    _ options: ReadingOptions
  ) throws(FormatError) -> CheckpointSet {
    let names = FormatError.listing(
      sets.map { $0.name.isEmpty ? "only one, without a name" : $0.name }
    )
    guard let name = options.set else {
      guard let first = sets.first else {
        throw FormatError(.unsupported, "holds no set of tensors")
      }
      return first
    }
    guard let set = sets.first(where: { $0.name == name }) else {
      throw FormatError(.mismatch, "has no set \(FormatError.clipped(name)); it has \(names)")
    }
    return set
  }

  /// A file's name may say another form than its tensors.
  private static func warnings(_ network: Network, name: String) -> [String] {
    let words = name.lowercased()
    let claimed: Form? =
      words.contains("train") ? .train : words.contains("deploy") ? .deploy : nil
    guard let claimed, let form = network.form, form != claimed else { return [] }
    return [
      "the file's name says \(claimed.rawValue), but its tensors are the \(form.rawValue) form"
    ]
  }

  /// The last part of a path without its extension.
  private static func baseName(_ path: String) -> String {
    let last = SystemPath.shown(SystemPath.split(path).name)
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
    return String(last[..<dot])
  }
}
