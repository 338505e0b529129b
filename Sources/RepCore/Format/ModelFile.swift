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
  }

  /// A network with what there is to say about its file.
  public struct Opened: Sendable {
    /// The network, whose tensors point into the file.
    public let network: Network
    /// The sort of file.
    public let container: Container
    /// The naming scheme of its tensors: `official`, `plus` or `timm`.
    public let naming: String
    /// Names of tensors that stand in the file without meaning for the network.
    public let ignored: [String]
    /// Whether a checksum was there, and so was right.
    public let isVerified: Bool
    /// Size of the file in bytes.
    public let byteCount: Int
  }

  /// The network of the file at `path`.
  ///
  /// - Throws: `FormatError` that names the file, what is wrong and what to do.
  public static func open(_ path: String) throws(FormatError) -> Network {
    try inspect(path).network
  }

  /// The network of the file at `path`, with what there is to say about the file.
  public static func inspect(_ path: String) throws(FormatError) -> Opened {
    let storage = try MappedFile.open(path)
    do { return try read(storage, name: baseName(path)) } catch { throw error.at(path) }
  }

  /// The network that `bytes`, a whole file, hold; `name` stands in for the file's name.
  public static func read(_ bytes: [UInt8], name: String) throws(FormatError) -> Network {
    try read(Storage(copying: bytes), name: name).network
  }

  /// The network that `storage`, a whole file, holds; `name` stands in for the file's name.
  public static func read(_ storage: Storage, name: String) throws(FormatError) -> Opened {
    if let foreign = storage.withSpan({ ForeignFile.name(of: $0) }) {
      throw FormatError(
        .unsupported,
        "is \(foreign); this version reads .rvg and .safetensors files"
      )
    }
    let checkpoint = try Checkpoint(reading: storage)
    if let document = try RvgDocument(checkpoint.metadata) {
      let (network, ignored) = try document.network(from: checkpoint)
      try document.verify(storage, checkpoint.data)
      return Opened(
        network: network,
        container: .rvg,
        naming: Naming.official.title,
        ignored: ignored,
        isVerified: document.checksum != nil,
        byteCount: storage.count
      )
    }
    let recognizer = try Recognizer(checkpoint)
    let (network, ignored) = try recognizer.network(named: name)
    return Opened(
      network: network,
      container: .safetensors,
      naming: recognizer.naming.title,
      ignored: ignored,
      isVerified: false,
      byteCount: storage.count
    )
  }

  /// Writes `network` as a `.rvg` that appears under `path` whole or not at all.
  ///
  /// Tensors keep the element type that they have.
  ///
  /// - Parameters:
  ///   - network: The network, in either form.
  ///   - path: Where it goes; a file there is replaced.
  ///   - source: Where the weights came from, in words; by default what the network says.
  /// - Throws: `FormatError.Kind.unwritable`.
  public static func write(
    _ network: Network,
    to path: String,
    source: String? = nil
  ) throws(FormatError) {
    let tensors = network.namedTensors
    let document = RvgDocument(network, source: source ?? network.source, tensors: tensors)
    try Checkpoint(tensors: tensors, metadata: document.metadata).write(to: path)
  }

  /// The last part of a path without its extension.
  private static func baseName(_ path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
    return String(last[..<dot])
  }
}
