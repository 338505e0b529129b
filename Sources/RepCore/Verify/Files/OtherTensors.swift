/// What two files hold beside their blocks: the classifier, and tensors that belong to no block.
struct OtherTensors {
  /// Every tensor that either file has, but for those in blocks and those without meaning.
  let comparisons: [TensorComparison]

  /// Compares what `second` has with `first`; `taken` are names of `second` that became blocks.
  init(_ first: ModelFile.Opened, _ second: ComparedFile, taken: Set<String>) {
    let file = ComparedFile(first)
    var used = taken
    var comparisons = OtherTensors.head(first.network.head, second, &used)
    for name in file.opaqueNames {
      let found = second.tensor(name, bare: file.bare(name))
      if let found { used.insert(found.name) }
      if let comparison = TensorComparison(name, first.tensors[name], found?.tensor) {
        comparisons.append(comparison)
      }
    }
    comparisons += second.opaqueNames.filter { !used.contains($0) }
      .map { TensorComparison($0, .extra) }
    self.comparisons = comparisons
  }

  /// The classifiers of two networks; beside a graph that is not known, tensors of the same values, whatever
  /// they are called.
  private static func head(
    _ head: Head?,
    _ second: ComparedFile,
    _ used: inout Set<String>
  ) -> [TensorComparison] {
    let other = second.opened?.network.head
    let parts = [
      ("classifier kernel", head?.kernel, other?.kernel),
      ("classifier bias", head?.bias, other?.bias),
    ]
    return parts.compactMap { name, own, its in
      if let own, its == nil, let found = second.named(like: own, except: used) {
        used.insert(found)
        return TensorComparison(name, own, second.tensors[found])
      }
      return TensorComparison(name, own, its)
    }
  }
}

extension ComparedFile {
  /// The tensor outside of blocks that holds the same numbers as `tensor`.
  fileprivate func named(like tensor: Tensor, except used: Set<String>) -> String? {
    opaqueNames.first { name in
      guard !used.contains(name), let other = tensors[name], other.shape == tensor.shape else {
        return false
      }
      return TensorComparison(name, tensor, other)?.agrees == true
    }
  }
}
