public import Words

/// A weight that cannot be right: no finite number, or a norm that is none.
///
/// Folding a damaged norm and running it agree with each other, so comparing the forms would not find it.
public struct WeightFault: Hashable, Sendable, CustomStringConvertible {
  /// The block that it belongs to; nil for the classifier.
  public let block: BlockPath?
  /// The branch of that block; nil for what stands behind the sum.
  public let branch: BranchID?
  /// Where it stands: `stage1.0 3x3`, `classifier`.
  public let place: Text
  /// What is wrong, with the index of the first element that is: `kernel[3, 0, 1, 1] is NaN`.
  public let reason: Text

  /// One line, in English: the place and the reason.
  public var description: String { words.en }

  /// One line: the place and the reason.
  public var words: Text { place + Text(name: ": ") + reason }
}

extension Block {
  /// What is wrong with the block's weights, at most one fault for each branch, norm and map.
  var faults: [WeightFault] {
    faults(in: \.fault)
      + [squeezeExcite?.fault.map { fault(nil, Text(name: "squeeze-excite"), $0) }].compactMap(
        \.self
      )
  }

  /// What is wrong with the block's norms, at most one fault for each: a few vectors are read, and no kernel.
  public var normFaults: [WeightFault] { faults(in: \.norm?.fault) }

  /// What `find` finds wrong with the branches, and what is wrong with the norm after the sum.
  private func faults(in find: (Branch) -> Text?) -> [WeightFault] {
    branches.compactMap { branch in
      find(branch).map { fault(branch.id, Text(name: "\(branch.id)"), $0) }
    }
      + [
        postNorm?.fault.map { fault(nil, Text(en: "norm after the sum", vi: "norm sau tổng"), $0) }
      ].compactMap(\.self)
  }

  private func fault(_ branch: BranchID?, _ part: Text, _ reason: Text) -> WeightFault {
    let place = Text(name: "\(shape.title) ") + part
    return WeightFault(block: path, branch: branch, place: place, reason: reason)
  }
}

extension Network {
  /// What is wrong with any of the weights, in order of execution.
  public var faults: [WeightFault] {
    concurrentMap(blocks) { $0.faults }.flatMap(\.self) + headFaults
  }

  /// What is wrong with the classifier's weights.
  public var headFaults: [WeightFault] {
    let fault = head.flatMap { firstFault([("kernel", $0.kernel), ("bias", $0.bias)]) }
    return fault.map {
      [
        WeightFault(
          block: nil,
          branch: nil,
          place: Text(en: "classifier", vi: "bộ phân lớp"),
          reason: $0
        )
      ]
    } ?? []
  }
}

extension Branch {
  fileprivate var fault: Text? {
    firstFault([("kernel", kernel), ("bias", bias)]) ?? norm?.fault
  }
}

extension SqueezeExcite {
  fileprivate var fault: Text? {
    firstFault([
      ("reduce kernel", reduceKernel), ("reduce bias", reduceBias),
      ("expand kernel", expandKernel), ("expand bias", expandBias),
    ])
  }
}

extension BatchNorm {
  fileprivate var fault: Text? {
    if let fault = firstFault([
      ("gamma", gamma), ("beta", beta), ("mean", mean), ("variance", variance),
    ]) {
      return fault
    }
    let variances = variance.doubles()
    if let channel = variances.firstIndex(where: { $0 < 0 }) {
      return Text(
        en: "variance[\(channel)] is \(variances[channel]), which is not a variance",
        vi: "variance[\(channel)] là \(variances[channel]), không phải phương sai"
      )
    }
    let fold = NormFold(self)
    let channel = fold.scale.indices.first {
      !fold.scale[$0].isFinite || !fold.shift[$0].isFinite
    }
    return channel.map {
      Text(
        en:
          "variance[\($0)] is \(variances[$0]) with epsilon \(shape.epsilon), so that its scale or "
          + "shift is not finite",
        vi:
          "variance[\($0)] là \(variances[$0]) với epsilon \(shape.epsilon), nên hệ số hoặc độ dời "
          + "không hữu hạn"
      )
    }
  }
}

/// The first tensor of `parts` that holds NaN or infinity, with what it is called and where.
private func firstFault(_ parts: [(name: String, tensor: Tensor?)]) -> Text? {
  for (name, tensor) in parts {
    if let element = tensor.flatMap({ NonFinite(in: $0) }) {
      return Text(name: name) + element.words
    }
  }
  return nil
}
