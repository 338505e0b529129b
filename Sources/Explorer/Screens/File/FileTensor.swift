internal import RepCore
internal import Words

/// What became of a tensor of the file.
enum TensorUse: Int, Hashable, Sendable, CaseIterable {
  case used
  case ignored
  case opaque
}

/// One tensor of the file that is open.
struct FileTensor: Sendable {
  /// Its name in the file.
  let name: String
  /// The tensor; nil for a name whose values cannot be carried.
  let tensor: Tensor?
  /// What became of it.
  let use: TensorUse
}

/// What the tensors of a file are ordered by.
enum TensorOrder: String, Hashable, Sendable, CaseIterable {
  case name
  case size
  case type
  case use
}

extension ModelFile.Opened {
  /// Every tensor of the set that was read, ordered; names are in their natural order.
  func tensors(by order: TensorOrder) -> [FileTensor] {
    let (ignored, opaque) = (Set(coverage.ignored), Set(coverage.opaque))
    let names = Set(tensors.keys).union(ignored).union(opaque)
    let byName = names.map { (name: $0, key: NaturalOrder($0)) }.sorted { $0.key < $1.key }
    let rows = byName.map { name, _ in
      FileTensor(
        name: name,
        tensor: tensors[name],
        use: ignored.contains(name) ? .ignored : opaque.contains(name) ? .opaque : .used
      )
    }
    // Sorting is stable, so that the names stay in their order.
    func sorted<Key: Comparable>(_ key: (FileTensor) -> Key) -> [FileTensor] {
      rows.sorted { key($0) < key($1) }
    }
    switch order {
    case .name: return rows
    case .size: return sorted { -($0.tensor?.byteCount ?? 0) }
    case .type: return sorted { $0.tensor?.elementType.rawValue ?? "" }
    case .use: return sorted { -$0.use.rawValue }
    }
  }
}
