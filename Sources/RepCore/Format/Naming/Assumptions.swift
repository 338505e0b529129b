/// What the tensors of a checkpoint did not tell and was assumed, in words.
struct Assumptions {
  let architecture: Architecture
  /// The published network of this shape, where there is one.
  let published: String?
  /// Whether the user or pickled modules gave the norms' epsilon.
  let isEpsilonKnown: Bool
  /// Whether pickled modules told strides and activations.
  let areModulesKnown: Bool

  /// One sentence for each.
  var sentences: [String] {
    switch architecture.wiring {
    case .chain: chain
    case .separate: separate
    }
  }

  private var blocks: [BlockShape] { architecture.blocks }

  private var chain: [String] {
    var sentences: [String] = []
    if let published {
      sentences.append("strides and input size as in \(published)")
    } else {
      let steps = blocks.filter { $0.stride == 2 }.map(\.path.description)
      if !steps.isEmpty { sentences.append("stride 2 in \(steps.joined(separator: ", "))") }
      sentences.append("pictures of \(architecture.input.height)x\(architecture.input.width)")
    }
    sentences += epsilon
    sentences.append("a ReLU behind every block")
    if let excite = blocks.compactMap(\.squeezeExcite).first {
      let side = excite.placement == .beforeActivation ? "before" : "after"
      sentences.append("squeeze-excite \(side) the ReLU")
    }
    return sentences
  }

  private var separate: [String] {
    let (height, width) = (architecture.input.height, architecture.input.width)
    var sentences = [
      "the graph around the blocks is not known: each stands alone, on maps of \(height)x\(width)"
    ]
    if !areModulesKnown {
      sentences.append("stride 1 and one group wherever tensors do not tell")
      sentences.append("the activation behind each block is not known and left out")
    }
    return sentences + epsilon
  }

  private var epsilon: [String] {
    let norms = blocks.flatMap { $0.branches.compactMap(\.norm) + [$0.postNorm].compactMap(\.self) }
    guard !isEpsilonKnown, let norm = norms.first else { return [] }
    return ["epsilon \(norm.epsilon) in every norm"]
  }
}
