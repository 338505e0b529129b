internal import Words

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
    public var warnings: [FileWarning] = []
    /// Blocks that are known by their names but were left as they are.
    public var opaqueBlocks: [OpaqueBlock] = []
    /// The file itself; nil for what was in memory.
    public internal(set) var file: OpenedFile?
    /// Every tensor of the set that was read that can be carried, by its name in the file.
    public internal(set) var tensors: [String: Tensor] = [:]
    /// The checkpoint around the blocks, so that it can be written again; nil for a `.rvg`.
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
      var opened = try read(storage, name: baseName(path), options)
      opened.file = storage.file
      return opened
    } catch {
      // What was read of a file that changed is no reason to call it damaged.
      throw storage.file?.change ?? error.at(path)
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
        en: "is \(foreign.en); .rvg, .safetensors and PyTorch files are read",
        vi: "là \(foreign.vi); chỉ đọc tệp .rvg, .safetensors và PyTorch"
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
      naming: BlockPattern.rvg(network.family).title,
      coverage: coverage,
      isVerified: document.checksum != nil,
      byteCount: storage.count,
      tensors: checkpoint.tensors
    )
  }

  private static func recognize(
    _ sets: [CheckpointSet],
    _ container: Container,
    named name: String,
    _ options: ReadingOptions,
    in storage: Storage
  ) throws(FormatError) -> Opened {
    let (set, result, skipped) = try firstThatOpens(sets, named: name, options)
    var opened = Opened(
      network: result.network,
      container: container,
      naming: result.naming,
      coverage: result.coverage,
      isVerified: false,
      byteCount: storage.count
    )
    opened.sets = sets.map(\.name)
    opened.set = set.name
    opened.wrapper = result.wrapper
    opened.opaqueBlocks = result.opaqueBlocks
    opened.graph = UnknownGraph(checkpoint: set.checkpoint, blocks: result.blocks)
    opened.warnings = skipped + nameWarning(result.network, name: name) + result.warnings
    opened.warnings += set.checkpoint.opaque.sorted { $0.key < $1.key }
      .map { .unwritable($0.key, type: $0.value) }
    opened.tensors = set.checkpoint.tensors
    return opened
  }

  /// What the set that the options name holds, or else the first set that opens, with a warning for each
  /// before it.
  ///
  /// - Throws: `FormatError` of the first set, when none opens.
  private static func firstThatOpens(
    _ sets: [CheckpointSet],
    named name: String,
    _ options: ReadingOptions
  ) throws(FormatError) -> (CheckpointSet, Recognizer.Result, [FileWarning]) {
    if let wanted = options.set {
      guard let set = sets.first(where: { $0.name == wanted }) else {
        let wanted = FormatError.clipped(wanted)
        let names =
          sets.map(\.name) == [""]
          ? Text(en: "only one, without a name", vi: "một bộ duy nhất, không tên")
          : FormatError.listing(of: sets.map(\.name))
        throw FormatError(
          .mismatch,
          en: "has no set \(wanted); it has \(names.en)",
          vi: "không có bộ \(wanted); nó có \(names.vi)"
        )
      }
      return (set, try Recognizer(set, options).recognize(named: name), [])
    }
    var (first, skipped): (FormatError?, [FileWarning]) = (nil, [])
    for set in sets {
      do throws(FormatError) {
        return (set, try Recognizer(set, options).recognize(named: name), skipped)
      } catch {
        first = first ?? error
        skipped.append(.set(set.name, reason: error.message))
      }
    }
    throw first
      ?? FormatError(
        .unsupported,
        en: "holds no set of tensors",
        vi: "không chứa bộ tensor nào"
      )
  }

  /// A file's name may say another form than its tensors.
  private static func nameWarning(_ network: Network, name: String) -> [FileWarning] {
    let words = name.lowercased()
    let claimed: Form? =
      words.contains("train") ? .train : words.contains("deploy") ? .deploy : nil
    guard let claimed, let form = network.form, form != claimed else { return [] }
    return [.name(claims: claimed, holds: form)]
  }

  /// The last part of a path without its extension.
  private static func baseName(_ path: String) -> String {
    let last = SystemPath.shown(SystemPath.split(path).name)
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
    return String(last[..<dot])
  }
}
