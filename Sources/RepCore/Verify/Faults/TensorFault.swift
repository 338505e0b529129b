/// A tensor of a file, under the name that it has there, with an element that is no finite number.
public struct TensorFault: Hashable, Sendable, CustomStringConvertible {
  /// What the tensor is to the network.
  public enum Part: String, Hashable, Sendable {
    /// Blocks and classifier are made of it.
    case network
    /// It belongs to no block of a graph that is not known.
    case opaque
  }

  /// The tensor's name in the file.
  public let name: String
  /// Whether the network is made of it.
  public let part: Part
  /// The first such element.
  public let element: NonFinite

  /// One line: the tensor, the index and what stands there.
  public var description: String {
    "\(part == .opaque ? "opaque tensor " : "")\(name)\(element)"
  }
}

extension ModelFile.Opened {
  /// The tensors that hold NaN or infinity, in the order of their names; those that the network does
  /// without are not looked at.
  public func tensorFaults() -> [TensorFault] {
    let (opaque, ignored) = (Set(coverage.opaque), Set(coverage.ignored))
    let looked = tensors.filter { $1.elementType.isFloatingPoint && !ignored.contains($0) }
      .sorted { $0.key < $1.key }
    return concurrentMap(looked) { name, tensor in
      NonFinite(in: tensor).map {
        TensorFault(name: name, part: opaque.contains(name) ? .opaque : .network, element: $0)
      }
    }
    .compactMap(\.self)
  }
}
