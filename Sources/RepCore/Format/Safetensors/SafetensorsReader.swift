extension Checkpoint {
  /// Reads the safetensors file that `storage` holds, with all checks of the reference reader.
  ///
  /// - Throws: `FormatError.Kind.damaged`, with the first contradiction found.
  public init(reading storage: Storage) throws(FormatError) {
    let header = try storage.withSpan { (bytes) throws(FormatError) in
      try SafetensorsHeader(bytes)
    }
    var tensors: [String: Tensor] = [:]
    var opaque: [String: String] = [:]
    tensors.reserveCapacity(header.entries.count)
    for entry in header.entries {
      if let elementType = entry.type.elementType {
        tensors[entry.name] = Tensor(
          storage: storage,
          byteOffset: header.dataStart + entry.range.lowerBound,
          elementType: elementType,
          shape: entry.shape
        )
      } else {
        opaque[entry.name] = entry.type.rawValue
      }
    }
    self.init(
      tensors: tensors,
      opaque: opaque,
      metadata: header.metadata,
      data: header.dataStart..<storage.count
    )
  }
}
