/// The metadata of a `.rvg` file: what makes a safetensors file a network; see docs/FORMAT.md.
struct RvgDocument {
  private static let format = "rvg"
  /// What all files so far are.
  private static let version = "1"
  /// What files with facts are that readers of version 1 would ignore, or would call damage.
  private static let extendedVersion = "1.1"
  private static let checksumPrefix = "xxh64:"

  private enum Key {
    static let format = "format"
    static let version = "rvg.version"
    static let network = "rvg.network"
    static let source = "rvg.source"
    static let checksum = "rvg.checksum"
  }

  let architecture: Architecture
  let labels: [String]?
  let assumptions: [Assumption]
  let source: String?
  /// XXH64 of the data, where the file carries one.
  let checksum: UInt64?

  /// Describes `network`, whose tensors are written as `tensors`.
  init(_ network: Network, source: String?, tensors: [String: Tensor]) {
    architecture = network.architecture
    labels = network.labels
    assumptions = network.assumptions
    self.source = source
    checksum = SafetensorsWriter.checksum(of: tensors)
  }

  /// Reads metadata; nil when they are not of a `.rvg`.
  ///
  /// - Throws: `FormatError` for a version that is not known and for a description that is wrong.
  init?(_ metadata: [String: String]) throws(FormatError) {
    guard metadata[Key.format] == Self.format else { return nil }
    guard let version = metadata[Key.version] else {
      throw Self.lacking(Key.version)
    }
    guard [Self.version, Self.extendedVersion].contains(version) else {
      throw FormatError(
        .unsupported,
        en: "is a .rvg of version \(FormatError.clipped(version)); this program reads version "
          + "\(Self.version) and \(Self.extendedVersion), a newer one may read it",
        vi: "là tệp .rvg phiên bản \(FormatError.clipped(version)); chương trình này đọc phiên bản "
          + "\(Self.version) và \(Self.extendedVersion), bản mới hơn có thể đọc được"
      )
    }
    guard let text = metadata[Key.network] else {
      throw Self.lacking(Key.network)
    }
    let json: JSON
    do {
      json = try JSON(parsing: text)
    } catch {
      throw FormatError(
        .damaged,
        en: "\(Key.network) is not JSON",
        vi: "\(Key.network) không phải JSON",
        because: error.words
      )
    }
    let fields = Fields(json, where: Key.network)
    architecture = try Architecture(json: json)
    labels = fields.optional("labels") == nil ? nil : try fields.texts("labels")
    let conditions = fields.optional("conditions") == nil ? [] : try fields.texts("conditions")
    let recorded = fields.optional("assumptions") == nil ? [] : try fields.texts("assumptions")
    assumptions = recorded.map { text in
      Assumption(conditions.contains(text) ? .recordedCondition(text) : .recorded(text), .metadata)
    }
    if let labels, labels.count != architecture.classes {
      throw fields.failure(
        en: "\(labels.count) labels for \(architecture.classes) classes",
        vi: "\(labels.count) nhãn cho \(architecture.classes) lớp"
      )
    }
    source = metadata[Key.source]
    checksum = try Self.checksum(metadata[Key.checksum])
  }

  private static func lacking(_ key: String) -> FormatError {
    FormatError(.damaged, en: "the metadata lack \(key)", vi: "metadata thiếu \(key)")
  }

  private static func checksum(_ text: String?) throws(FormatError) -> UInt64? {
    guard let text else { return nil }
    let digits = text.dropFirst(checksumPrefix.count)
    guard text.hasPrefix(checksumPrefix), digits.utf8.count == 16, digits.allSatisfy(\.isHexDigit),
      let value = UInt64(digits, radix: 16)
    else {
      throw FormatError(
        .damaged,
        en: "\(Key.checksum) is \(FormatError.clipped(text)), not xxh64: and 16 hexadecimal digits",
        vi: "\(Key.checksum) là \(FormatError.clipped(text)), không phải xxh64: và 16 chữ số hệ "
          + "mười sáu"
      )
    }
    return value
  }

  /// The strings of `__metadata__`.
  var metadata: [String: String] {
    var members = architecture.json.members ?? []
    if let labels {
      members.append(.init(key: "labels", value: .array(labels.map { .string($0) })))
    }
    for (key, assumptions) in [
      ("assumptions", assumptions), ("conditions", assumptions.filter { $0.effect == .kernels }),
    ] where !assumptions.isEmpty {
      let sentences = assumptions.map { JSON.string($0.sentence) }
      members.append(.init(key: key, value: .array(sentences)))
    }
    var metadata = [
      Key.format: Self.format,
      Key.version: architecture.needsExtendedVersion ? Self.extendedVersion : Self.version,
      Key.network: JSON.object(members).encoded(),
    ]
    metadata[Key.source] = source
    metadata[Key.checksum] = checksum.map { Self.checksumPrefix + Self.hexadecimal($0) }
    return metadata
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The network with its tensors, and the account of them.
  ///
  /// - Throws: `FormatError.Kind.mismatch` unless every tensor is there and no other.
  func network(from checkpoint: Checkpoint) throws(FormatError) -> (Network, Coverage) {
    var take = TensorTake(checkpoint)
    let head = take.linear(architecture.headSlots)
    let stages = architecture.stages.map { stage in
      stage.blocks.map { take.block($0, $0.slots(architecture.family)) }
    }
    let ignored = try take.finish { $0.hasSuffix(".num_batches_tracked") }
    guard let head else { preconditionFailure("a complete take has a head") }
    let network = Network(
      name: architecture.name,
      input: architecture.input,
      stages: stages.map { $0.compactMap(\.self) },
      head: Head(kernel: head.kernel, bias: head.bias),
      labels: labels,
      family: architecture.family,
      source: source,
      assumptions: assumptions
    )
    return (network, Coverage(taken: take.taken.count, ignored: ignored, opaque: []))
  }

  /// Compares the data with the checksum, where there is one.
  ///
  /// - Throws: `FormatError.Kind.damaged` when they differ.
  func verify(_ storage: Storage, _ data: Range<Int>) throws(FormatError) {
    guard let checksum else { return }
    let digest = storage.withSpan { bytes in
      var hash = XXH64()
      hash.update(bytes.extracting(data))
      return hash.digest
    }
    guard digest == checksum else {
      throw FormatError(
        .damaged,
        en: "the weights are damaged: their checksum is \(Self.hexadecimal(digest)), the file says "
          + "\(Self.hexadecimal(checksum)); fetch or make the file again",
        vi: "trọng số bị hỏng: mã kiểm của chúng là \(Self.hexadecimal(digest)), tệp ghi "
          + "\(Self.hexadecimal(checksum)); hãy tải hoặc tạo lại tệp"
      )
    }
  }
}

extension Architecture {
  /// Whether a block has what version 1 of the format does not know.
  fileprivate var needsExtendedVersion: Bool {
    blocks.contains { block in
      block.padding != .zeros || !block.unknownLayers.isEmpty
        || ![.relu, .silu, .identity].contains(block.activation)
    }
  }
}
