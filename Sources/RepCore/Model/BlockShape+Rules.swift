internal import Words

extension BlockShape {
  /// What in the shape contradicts itself, in words; nil for a block that can be.
  ///
  /// The rules that hold for every block, wherever it comes from: a file that breaks one is refused, and a
  /// `Block` that breaks one is a mistake of its maker.
  var contradiction: Text? {
    channelContradiction ?? branchContradiction
  }

  private var channelContradiction: Text? {
    if inputChannels < 1 || outputChannels < 1 {
      return Text(
        en: "\(inputChannels) channels come in and \(outputChannels) go out",
        vi: "có \(inputChannels) kênh vào và \(outputChannels) kênh ra"
      )
    }
    if groups < 1 || !inputChannels.isMultiple(of: groups) || !outputChannels.isMultiple(of: groups)
    {
      return Text(
        en: "\(groups) groups do not divide \(inputChannels) and \(outputChannels) channels",
        vi: "\(groups) nhóm không chia hết \(inputChannels) và \(outputChannels) kênh"
      )
    }
    if stride < 1 || dilation < 1 {
      return Text(name: "stride \(stride), dilation \(dilation)")
    }
    return nil
  }

  private var branchContradiction: Text? {
    let roles = branches.map(\.role)
    if roles.isEmpty { return Text(en: "it has no branches", vi: "nó không có nhánh nào") }
    if let twice = branches.map(\.id).firstRepeated {
      return Text(en: "it has the branch \(twice) twice", vi: "nó có nhánh \(twice) hai lần")
    }
    if roles.filter({ $0 == .identity }).count > 1 {
      return Text(en: "it has more than one identity", vi: "nó có hơn một nhánh identity")
    }
    if roles.contains(.folded) && roles.count > 1 {
      return Text(
        en: "a folded convolution stands beside other branches",
        vi: "một conv đã gộp đứng cạnh các nhánh khác"
      )
    }
    if roles.contains(.identity) && !admitsIdentity {
      return Text(
        en: "an identity branch needs equal channels and stride 1",
        vi: "nhánh identity cần số kênh vào và ra bằng nhau, và stride 1"
      )
    }
    if kernelSize == 1 && (roles.contains(.dense) || roles.contains(.average)) {
      return Text(
        en: "a 1x1 block has a branch of wider windows",
        vi: "một khối 1x1 có nhánh với cửa sổ rộng hơn"
      )
    }
    if roles.contains(.average) {
      if inputChannels != outputChannels {
        return Text(en: "an average keeps the channels", vi: "nhánh trung bình giữ nguyên số kênh")
      }
      if dilation != 1 {
        return Text(
          en: "an average is never dilated, but the block is, by \(dilation)",
          vi: "nhánh trung bình không bao giờ có dilation, nhưng khối có dilation \(dilation)"
        )
      }
      if padding != .zeros {
        return Text(
          en: "an average counts zeros around the map, not \(padding.rawValue) padding",
          vi: "nhánh trung bình tính số 0 quanh bản đồ, không phải padding \(padding.rawValue)"
        )
      }
    }
    if branches.contains(where: { !$0.role.hasKernel && $0.hasBias }) {
      return Text(
        en: "a branch without a convolution has no bias",
        vi: "một nhánh không có tích chập thì không có bias"
      )
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
