extension Checkpoint {
  /// Reads the safetensors file that `storage` holds, with all checks of the reference reader.
  ///
  /// - Throws: `FormatError.Kind.damaged`, with the first contradiction found.
  public init(reading storage: Storage) throws(FormatError) {
    let header = try storage.withSpan { (bytes) throws(FormatError) in
      try SafetensorsHeader(bytes)
    }
    var tensors: [String: Tensor] = [:]
    tensors.reserveCapacity(header.entries.count)
    for entry in header.entries {
      tensors[entry.name] = Tensor(
        storage: storage,
        byteOffset: header.dataStart + entry.range.lowerBound,
        elementType: entry.type,
        shape: entry.shape
      )
    }
    self.init(
      tensors: tensors,
      opaque: [:],
      metadata: header.metadata,
      data: header.dataStart..<storage.count
    )
  }
}
