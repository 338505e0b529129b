extension BlockShape {
  /// What in the shape contradicts itself, in words; nil for a block that can be.
  ///
  /// The rules that hold for every block, wherever it comes from: a file that breaks one is refused, and a
  /// `Block` that breaks one is a mistake of its maker.
  var contradiction: String? {
    channelContradiction ?? branchContradiction
  }

  private var channelContradiction: String? {
    if inputChannels < 1 || outputChannels < 1 {
      return "\(inputChannels) channels come in and \(outputChannels) go out"
    }
    if groups < 1 || !inputChannels.isMultiple(of: groups) || !outputChannels.isMultiple(of: groups)
    {
      return "\(groups) groups do not divide \(inputChannels) and \(outputChannels) channels"
    }
    if stride < 1 || dilation < 1 { return "stride \(stride), dilation \(dilation)" }
    return nil
  }

  private var branchContradiction: String? {
    let roles = branches.map(\.role)
    if roles.isEmpty { return "it has no branches" }
    if let twice = branches.map(\.id).firstRepeated { return "it has the branch \(twice) twice" }
    if roles.filter({ $0 == .identity }).count > 1 { return "it has more than one identity" }
    if roles.contains(.folded) && roles.count > 1 {
      return "a folded convolution stands beside other branches"
    }
    if roles.contains(.identity) && !admitsIdentity {
      return "an identity branch needs equal channels and stride 1"
    }
    if kernelSize == 1 && (roles.contains(.dense) || roles.contains(.average)) {
      return "a 1x1 block has a branch of wider windows"
    }
    if roles.contains(.average) {
      if inputChannels != outputChannels { return "an average keeps the channels" }
      if dilation != 1 { return "an average is never dilated, but the block is, by \(dilation)" }
      if padding != .zeros {
        return "an average counts zeros around the map, not \(padding.rawValue) padding"
      }
    }
    if branches.contains(where: { !$0.role.hasKernel && $0.hasBias }) {
      return "a branch without a convolution has no bias"
    }
    return nil
  }
}

extension [BranchID] {
  /// The first that was there before.
  fileprivate var firstRepeated: BranchID? {
    var seen: Set<BranchID> = []
    return first { !seen.insert($0).inserted }
  }
}
