public import Words

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

  /// One line, in English: the tensor, the index and what stands there.
  public var description: String { words.en }

  /// One line: the tensor, the index and what stands there.
  public var words: Text {
    let kind = part == .opaque ? Text(en: "opaque tensor ", vi: "tensor không rõ ") : .none
    return kind + Text(name: name) + element.words
  }
}

extension ModelFile.Opened {
  /// The tensors that hold NaN or infinity, in the order of their names; those that the network does
  /// without are not looked at.
  public func tensorFaults() -> [TensorFault] {
    let (opaque, ignored) = (Set(coverage.opaque), Set(coverage.ignored))
    return TensorFault.all(in: tensors.filter { !ignored.contains($0.key) }) { name in
      opaque.contains(name) ? .opaque : .network
    }
  }
}

extension ComparedFile {
  /// The tensors that hold NaN or infinity, in the order of their names; where no block was recognised, blocks
  /// are made of the tensors `names`, which the other file's told.
  func tensorFaults(ofBlocks names: Set<String>) -> [TensorFault] {
    opened?.tensorFaults()
      ?? TensorFault.all(in: tensors) { names.contains($0) ? .network : .opaque }
  }
}

extension TensorFault {
  fileprivate static func all(in tensors: [String: Tensor], part: (String) -> Part) -> [TensorFault]
  {
    let looked = tensors.filter { $1.elementType.isFloatingPoint }.sorted { $0.key < $1.key }
    let found = concurrentMap(looked) { NonFinite(in: $0.value) }
    return zip(looked, found).compactMap { tensor, element in
      element.map { TensorFault(name: tensor.key, part: part(tensor.key), element: $0) }
    }
  }
}
