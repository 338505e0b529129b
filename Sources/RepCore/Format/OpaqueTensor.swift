/// A tensor that belongs to no block of a checkpoint whose graph is not known, without its values.
public struct OpaqueTensor: Hashable, Sendable {
  /// Its name in the checkpoint.
  public let name: String
  /// Its extents.
  public let shape: [Int]
  /// The type of its values.
  public let elementType: ElementType
  /// Bytes of its values.
  public let byteCount: Int
}

extension ModelFile.Opened {
  /// The tensors that belong to no block, in the order of the coverage; empty for a whole network.
  public var opaqueTensors: [OpaqueTensor] {
    coverage.opaque.compactMap { name in
      graph?.checkpoint.tensors[name].map { tensor in
        OpaqueTensor(
          name: name,
          shape: tensor.shape,
          elementType: tensor.elementType,
          byteCount: tensor.byteCount
        )
      }
    }
  }
}
