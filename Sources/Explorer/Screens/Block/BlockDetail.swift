internal import Canvas
internal import RepCore

/// The numbers beside a block's diagram.
struct BlockDetail {
  let shared: Shared
  let shape: BlockShape
  let pen: Pen
  let width: Int

  /// The selected branch: its kernel, and its norm at one channel, spelled out.
  var branch: [StyledLine] {
    guard let block = shared.selectedBlock else { return [] }
    if shared.form == .deploy { return deployed(block) }
    guard block.branches.indices.contains(shared.branchIndex) else { return [] }
    let branch = block.branches[shared.branchIndex]
    var lines: [StyledLine] = []
    if let kernel = branch.kernel {
      let extents = kernel.shape.map(String.init).joined(separator: pen.glyphs.times)
      lines += [
        pair("kernel", extents),
        pair("stored as", "\(kernel.elementType.rawValue), \(Numbers.bytes(kernel.byteCount))"),
      ]
    } else {
      lines.append(pair("kernel", branch.role.missingKernel))
      if branch.norm == nil, facts?.identity?.source.isAssumed == true {
        lines.append(StyledLine("assumed: the file does not say it", pen.palette.warning))
      }
    }
    return lines + norm(branch)
  }

  private func deployed(_ block: Block) -> [StyledLine] {
    let kernel = shape.foldedKernelShape
    let channel = shared.selection.output
    return [
      pair("kernel", kernel.map(String.init).joined(separator: pen.glyphs.times)),
      pair("parameters", Numbers.grouped(shape.parameters)),
      pair("bias, channel \(channel)", Numbers.signed(BlockFold(block).bias(output: channel), 4)),
    ]
  }

  private func norm(_ branch: Branch) -> [StyledLine] {
    guard let norm = branch.norm else {
      let hasBias = branch.bias != nil
      return [pair("norm", hasBias ? "none, a bias instead" : "none")]
    }
    let channel = min(shared.selection.output, norm.mean.count - 1)
    let value = { (tensor: Tensor?, missing: Double) in tensor?.double(at: channel) ?? missing }
    let (gamma, beta) = (value(norm.gamma, 1), value(norm.beta, 0))
    let (mean, variance) = (value(norm.mean, 0), value(norm.variance, 1))
    let scale = gamma / (variance + norm.shape.epsilon).squareRoot()
    return [
      StyledLine("norm, channel \(channel) of \(norm.mean.count)", pen.palette.header),
      pair("  gamma", Numbers.signed(gamma, 4)),
      pair("  beta", Numbers.signed(beta, 4)),
      pair("  mean", Numbers.signed(mean, 4)),
      pair("  variance", Numbers.signed(variance, 4)),
      pair(
        "  eps\(isAssumed(branch) ? ", assumed" : "")",
        Numbers.scientific(norm.shape.epsilon, 0)
      ),
      pair("  gamma/sqrt(var+eps)", Numbers.signed(scale, 4)),
      pair("  beta - mean*scale", Numbers.signed(beta - mean * scale, 4)),
    ]
  }

  private var facts: BlockFacts? { shared.document.network.facts(of: shape.path) }

  /// Whether nobody told the epsilon of the branch's norm.
  private func isAssumed(_ branch: Branch) -> Bool {
    let norms = shared.selectedBlock?.branches.filter { $0.norm != nil }.map(\.id) ?? []
    guard let index = norms.firstIndex(of: branch.id), let facts,
      facts.epsilons.indices.contains(index)
    else { return false }
    return facts.epsilons[index].source.isAssumed
  }

  /// The norm after the sum at one channel, in the training form of a block that has one.
  var postNorm: [StyledLine] {
    guard shared.form == .train, let norm = shared.selectedBlock?.postNorm else { return [] }
    let fold = NormFold(norm)
    let channel = min(shared.selection.output, fold.scale.count - 1)
    return [
      heading("norm after the sum, channel \(channel)"),
      pair("  scales the sum by", Numbers.signed(fold.scale[channel], 4)),
      pair("  and adds", Numbers.signed(fold.shift[channel], 4)),
    ]
  }

  /// Maps that live together while the block runs as written, and folded.
  var memory: [StyledLine] {
    let (input, output) = (
      bytes(shape.inputChannels, shared.document.inputExtent(of: shape.path)),
      bytes(shape.outputChannels, shared.document.outputExtent(of: shape.path))
    )
    let stored = shared.document.shape(of: shape.path, in: .train)?.branches.count ?? 1
    let (train, deploy) = (input + stored * output, input + output)
    guard shared.document.hasTrainingForm else {
      return [heading("maps alive"), pair("  input + output", Numbers.bytes(deploy))]
    }
    return [
      heading("maps alive while it runs"),
      pair("  train, \(stored) branches", Numbers.bytes(train)),
      pair("  deploy", Numbers.bytes(deploy)),
    ]
  }

  /// What the engine spends in the block, in both forms; why nothing, where the block does not run.
  var saving: [StyledLine] {
    if let reason = shape.obstacleWords {
      return [heading("does not run, only folds")]
        + reason.wrapped(to: width).map { StyledLine($0, pen.palette.text) }
    }
    let times = [Form.train, .deploy].compactMap { form in
      shared.live.timing(of: form)?.microseconds(of: shape.path).map { (form, $0) }
    }
    guard !times.isEmpty else {
      return [StyledLine("p runs the engine for times", pen.palette.muted)]
    }
    let isSample = shared.live.timing(of: shared.form)?.isSample ?? false
    return [heading(isSample ? "sample timing" : "time, measured here")]
      + times.map { form, time in
        pair("  " + form.rawValue, pen.duration(microseconds: time))
      }
  }

  private func bytes(_ channels: Int, _ extent: (height: Int, width: Int)) -> Int {
    4 * channels * extent.height * extent.width
  }

  private func heading(_ text: String) -> StyledLine { StyledLine(text, pen.palette.header) }

  private func pair(_ name: String, _ value: String) -> StyledLine {
    pen.pair(name, value, width: width)
  }
}
