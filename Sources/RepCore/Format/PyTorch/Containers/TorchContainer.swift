/// The two sorts of file that torch.save has written, opened as far as the pickle.
struct TorchContainer {
  let heap: PickleHeap
  let root: PickleReference
  let storages: any StorageSource
}

extension TorchContainer {
  /// Opens a whole file.
  init(_ file: ByteWindow) throws(FormatError) {
    if file.word(at: 0) == ZipContainer.signature {
      let container = try ZipContainer(file)
      (heap, root, _) = try PickleMachine.read(container.pickle)
      storages = container
    } else {
      let container = try LegacyContainer(file)
      (heap, root, storages) = (container.heap, container.root, container)
    }
  }

  /// Whether `bytes`, a whole file or its beginning, are of either sort.
  static func isOne(_ bytes: RawSpan) -> Bool {
    let head = unsafe bytes.withUnsafeBytes { unsafe Array($0.prefix(64)) }
    // The ninth byte of a safetensors file; the length before it can look like anything.
    if head.count > 8 && head[8] == UInt8(ascii: "{") { return false }
    if head.starts(with: ZipContainer.firstBytes) { return true }
    guard head.count > 1, head[0] == PickleOpcode.proto.rawValue, (2...5).contains(head[1]) else {
      return false
    }
    return head.indices.contains { head[$0...].starts(with: LegacyContainer.magic) }
  }
}
