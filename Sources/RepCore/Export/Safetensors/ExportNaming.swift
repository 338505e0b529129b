internal import Words

/// Whose names the tensors of an exported safetensors file bear.
public enum ExportNaming: String, Hashable, Sendable, CaseIterable {
  /// The authors' code: `stage1.0.rbr_dense.conv.weight`; RepVGGplus and MobileOne have their own.
  case official
  /// PyTorch image models: `stages.0.0.conv_kxk.conv.weight`.
  case timm
}

extension ExportNaming {
  /// The names for a network of `architecture`.
  ///
  /// - Throws: `FormatError.Kind.unsupported` with the first block that timm does not have.
  func scheme(for architecture: Architecture) throws(FormatError) -> ExportScheme {
    switch self {
    case .official:
      let plus = ExportScheme(architecture, blocks: .official, layout: .plus)
      let isPlus =
        architecture.family == .repVGG
        && architecture.blocks.allSatisfy {
          $0.squeezeExcite?.placement == .afterActivation && plus.prefix(of: $0) != nil
        }
      return isPlus
        ? plus
        : ExportScheme(architecture, blocks: .rvg(architecture.family), layout: .official)
    case .timm:
      let blocks: BlockPattern =
        switch architecture.family {
        case .repVGG: .timm
        case .mobileOne: .timmMobileOne
        }
      let scheme = ExportScheme(architecture, blocks: blocks, layout: .timm)
      for block in architecture.blocks {
        let reason =
          scheme.prefix(of: block) == nil
          ? Text(en: "neighbours in its stem", vi: "có khối khác trong cùng stem")
          : block.reasonAgainstTimm
        if let reason {
          throw FormatError(
            .unsupported,
            en:
              "timm has no block such as \(block.path): it has \(reason.en); use --naming official",
            vi: "timm không có khối như \(block.path): \(reason.vi); hãy dùng --naming official"
          )
        }
      }
      return scheme
    }
  }
}

extension BlockShape {
  /// What keeps timm's code from having this block; nil when it has it.
  fileprivate var reasonAgainstTimm: Text? {
    if squeezeExcite?.placement == .afterActivation {
      return Text(en: "squeeze-excite behind its ReLU", vi: "có squeeze-excite sau ReLU")
    }
    if activation == .identity { return Text(en: "no ReLU", vi: "không có ReLU") }
    if activation != .relu {
      return Text(
        en: "\(activation.title) in place of its ReLU",
        vi: "có \(activation.title) thay cho ReLU"
      )
    }
    if let obstacleWords { return obstacleWords }
    if postNorm != nil { return Text(en: "a norm behind its sum", vi: "có norm sau tổng") }
    if form == .train, let branch = branches.first(where: { $0.hasBias || $0.norm == nil }) {
      return branch.hasBias
        ? Text(en: "a branch \(branch.id) with a bias", vi: "có nhánh \(branch.id) với bias")
        : Text(en: "a branch \(branch.id) without a norm", vi: "có nhánh \(branch.id) không norm")
    }
    return nil
  }
}
