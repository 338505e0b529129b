/// Tensors by name, with the metadata strings of their file: what a safetensors file holds.
///
///     let checkpoint = try Checkpoint.open("digits.safetensors")
///     checkpoint.tensors["linear.weight"]?.shape   // [10, 64]
///
/// Nothing is copied: the tensors point into the mapped file.
public struct Checkpoint: Sendable {
  /// Every tensor that RepCore can carry, by name.
  public let tensors: [String: Tensor]
  /// Names of tensors whose element type no safetensors file can carry, such as PyTorch's quantized ones,
  /// with that type.
  public let opaque: [String: String]
  /// The strings of `__metadata__`.
  public let metadata: [String: String]
  /// The bytes behind the header, which all tensors lie in.
  let data: Range<Int>

  /// A checkpoint in memory, ready to be written.
  public init(tensors: [String: Tensor], metadata: [String: String] = [:]) {
    self.init(tensors: tensors, opaque: [:], metadata: metadata, data: 0..<0)
  }

  init(
    tensors: [String: Tensor],
    opaque: [String: String],
    metadata: [String: String],
    data: Range<Int>
  ) {
    self.tensors = tensors
    self.opaque = opaque
    self.metadata = metadata
    self.data = data
  }

  /// Names of all tensors, sorted.
  public var names: [String] { (Array(tensors.keys) + Array(opaque.keys)).sorted() }

  /// Maps and reads the safetensors file at `path`.
  ///
  /// - Throws: `FormatError` when there is no such file or its header contradicts itself.
  public static func open(_ path: String) throws(FormatError) -> Checkpoint {
    let storage = try MappedFile.open(path)
    do { return try Checkpoint(reading: storage) } catch { throw error.at(path) }
  }

  /// Writes a safetensors file that appears under `path` whole or not at all.
  ///
  /// - Throws: `FormatError.Kind.unwritable`.
  public func write(to path: String) throws(FormatError) {
    try SafetensorsWriter(tensors: tensors, metadata: metadata).write(to: path)
  }
}
