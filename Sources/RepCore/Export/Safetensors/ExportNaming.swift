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
          scheme.prefix(of: block) == nil ? "neighbours in its stem" : block.reasonAgainstTimm
        if let reason {
          throw FormatError(
            .unsupported,
            "timm has no block such as \(block.path): it has \(reason); use --naming official"
          )
        }
      }
      return scheme
    }
  }
}

extension BlockShape {
  /// What keeps timm's code from having this block; nil when it has it.
  fileprivate var reasonAgainstTimm: String? {
    if squeezeExcite?.placement == .afterActivation { return "squeeze-excite behind its ReLU" }
    if activation == .identity { return "no ReLU" }
    if activation != .relu { return "\(activation.title) in place of its ReLU" }
    if let obstacleWords { return obstacleWords }
    if postNorm != nil { return "a norm behind its sum" }
    if form == .train, let branch = branches.first(where: { $0.hasBias || $0.norm == nil }) {
      return "a branch \(branch.id) \(branch.hasBias ? "with a bias" : "without a norm")"
    }
    return nil
  }
}
