/// Writes tensors as a safetensors file, straight from where they lie.
///
/// Wide element types come first and names in order within a type, as the reference writer sorts, so
/// that every tensor is aligned to its own elements. The header is padded with spaces until the data
/// starts on a 64-byte boundary of the file, and so of a mapping.
struct SafetensorsWriter {
  /// Alignment of the data in the file, in bytes.
  static let alignment = 64

  private let tensors: [(name: String, tensor: LazyTensor)]
  private let metadata: [String: String]
  /// The longest JSON text that is written, in bytes.
  private let longestText: Int

  /// A file of `tensors`; nothing is written whose header is longer than `longestText`, by default the longest
  /// that readers take.
  init(
    tensors: [String: LazyTensor],
    metadata: [String: String],
    longestText: Int = SafetensorsHeader.longestText
  ) {
    self.tensors = Self.ordered(tensors)
    self.metadata = metadata
    self.longestText = longestText
  }

  init(tensors: [String: Tensor], metadata: [String: String]) {
    self.init(tensors: tensors.mapValues { LazyTensor($0) }, metadata: metadata)
  }

  /// The order of the data: by element type, wide ones first, then by name.
  private static func ordered(
    _ tensors: [String: LazyTensor]
  ) -> [(name: String, tensor: LazyTensor)] {
    let ranks = Dictionary(
      uniqueKeysWithValues: ElementType.allCases.enumerated().map { ($1.rawValue, $0) }
    )
    return tensors.map {
      (name: $0.key, tensor: $0.value, rank: ranks[$0.value.elementType.rawValue, default: 0])
    }
    .sorted { ($1.rank, $0.name) < ($0.rank, $1.name) }
    .map { ($0.name, $0.tensor) }
  }

  /// The hash of the data as it will be written.
  static func checksum(of tensors: [String: Tensor]) -> UInt64 {
    var hash = XXH64()
    for (_, tensor) in ordered(tensors.mapValues { LazyTensor($0) }) {
      tensor.made().withBytes { hash.update($0) }
    }
    return hash.digest
  }

  /// Writes a file that appears under `path` whole or not at all.
  ///
  /// `progress` is told after each tensor how many are written.
  ///
  /// - Throws: `FormatError.Kind.unwritable`, or `unsupported` for a header that no reader would take; then there
  ///   is no file.
  func write(to path: String, progress: (Int) -> Void = { _ in }) throws(FormatError) {
    let header = self.header
    let length = header.count - SafetensorsHeader.lengthBytes
    guard length <= longestText else {
      throw FormatError(
        .unsupported,
        en: "the names of its \(tensors.count) tensors and its metadata would make a header of "
          + "\(length) bytes; readers of safetensors take \(longestText) at most",
        vi: "tên của \(tensors.count) tensor và metadata sẽ tạo phần đầu dài \(length) byte; "
          + "trình đọc safetensors nhận nhiều nhất \(longestText)",
        path: path
      )
    }
    let file = try ReplacingFile(path)
    try unsafe file.write(header.span.bytes)
    for (index, item) in tensors.enumerated() {
      try item.tensor.made().withBytes { (bytes) throws(FormatError) in try file.write(bytes) }
      progress(index + 1)
    }
    try file.commit()
  }

  /// Length, JSON text and padding.
  var header: [UInt8] {
    var members: [JSON.Member] = []
    if !metadata.isEmpty {
      let strings = metadata.sorted { $0.key < $1.key }
        .map { JSON.Member(key: $0.key, value: .string($0.value)) }
      members.append(JSON.Member(key: SafetensorsHeader.metadataKey, value: .object(strings)))
    }
    var offset = 0
    for (name, tensor) in tensors {
      let end = offset + tensor.byteCount
      members.append(
        JSON.Member(
          key: name,
          value: [
            "dtype": .string(tensor.elementType.rawValue),
            "shape": .array(tensor.shape.map { .integer($0) }),
            "data_offsets": [.integer(offset), .integer(end)],
          ]
        )
      )
      offset = end
    }
    var text = Array(JSON.object(members).encoded().utf8)
    let used = SafetensorsHeader.lengthBytes + text.count
    let padding = (Self.alignment - used % Self.alignment) % Self.alignment
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: padding))
    let length = UInt64(text.count)
    return (0..<UInt64(SafetensorsHeader.lengthBytes)).map {
      UInt8(truncatingIfNeeded: length >> (8 * $0))
    } + text
  }
}
