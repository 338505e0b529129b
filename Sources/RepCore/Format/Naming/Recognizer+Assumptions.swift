extension Architecture {
  /// Whether all that shapes tell is as in `other`, whatever the form, the classes and the norms.
  func isShaped(as other: Architecture) -> Bool {
    guard stages.map(\.blocks.count) == other.stages.map(\.blocks.count) else { return false }
    return zip(blocks, other.blocks).allSatisfy { mine, theirs in
      mine.inputChannels == theirs.inputChannels && mine.outputChannels == theirs.outputChannels
        && mine.stride == theirs.stride && mine.groups == theirs.groups
        && mine.squeezeExcite == theirs.squeezeExcite
    }
  }
}

extension Recognizer {
  /// What the tensors did not tell, in words.
  static func assumptions(_ architecture: Architecture, variant: Variant?) -> [String] {
    var assumptions: [String] = []
    let blocks = architecture.blocks
    if let variant {
      assumptions.append("strides and input size as in \(variant.rawValue)")
    } else {
      let steps = blocks.filter { $0.stride == 2 }.map(\.path.description)
      if !steps.isEmpty { assumptions.append("stride 2 in \(steps.joined(separator: ", "))") }
      assumptions.append("pictures of \(architecture.input.height)x\(architecture.input.width)")
    }
    let norms = blocks.flatMap { $0.branches.compactMap(\.norm) + [$0.postNorm].compactMap(\.self) }
    if let norm = norms.first { assumptions.append("epsilon \(norm.epsilon) in every norm") }
    assumptions.append("a ReLU behind every block")
    if let excite = blocks.compactMap(\.squeezeExcite).first {
      let side = excite.placement == .beforeActivation ? "before" : "after"
      assumptions.append("squeeze-excite \(side) the ReLU")
    }
    return assumptions
  }
}
