internal import Canvas
internal import RepCore
internal import Words

/// The numbers beside a block's diagram.
struct BlockDetail {
  let shared: Shared
  let shape: BlockShape
  let pen: Pen
  let width: Int

  /// The selected branch: its kernel, and its norm at one channel, spelled out.
  var branch: [StyledLine] {
    guard let block = shared.selectedBlock else { return [] }
    if shared.form == .deploy { return deployed(block) + excite }
    guard block.branches.indices.contains(shared.branchIndex) else { return [] }
    let branch = block.branches[shared.branchIndex]
    var lines: [StyledLine] = []
    if let kernel = branch.kernel {
      let extents = kernel.shape.map(String.init).joined(separator: pen.glyphs.times)
      lines += [
        pair(BlockWords.kernel, extents),
        pair(
          BlockWords.storedAs,
          "\(kernel.elementType.rawValue), \(Numbers.bytes(kernel.byteCount))"
        ),
      ]
    } else {
      lines.append(pair(BlockWords.kernel, say(branch.role.missingKernel)))
      if branch.norm == nil, facts?.identity?.source.isAssumed == true {
        lines.append(StyledLine(say(BlockWords.identityIsAssumed), pen.palette.warning))
      }
    }
    return lines + norm(branch)
  }

  private func deployed(_ block: Block) -> [StyledLine] {
    let kernel = shape.foldedKernelShape
    let channel = shared.selection.output
    return [
      pair(BlockWords.kernel, kernel.map(String.init).joined(separator: pen.glyphs.times)),
      pair(BlockWords.parameters, Numbers.grouped(shape.parameters(of: .folded))),
      number(BlockWords.bias(channel: channel), BlockFold(block).bias(output: channel)),
    ]
  }

  /// The parameters behind the convolution, which are none of the branch's.
  private var excite: [StyledLine] {
    guard let excite = shape.squeezeExcite else { return [] }
    return [
      heading(BlockWords.excite(hidden: excite.hidden)),
      pair(
        Text(name: "  ") + BlockWords.parameters,
        Numbers.grouped(shape.squeezeExciteParameters)
      ),
    ]
  }

  private func norm(_ branch: Branch) -> [StyledLine] {
    guard let norm = branch.norm else {
      let hasBias = branch.bias != nil
      return [pair(BlockWords.norm, say(hasBias ? BlockWords.biasInstead : BlockWords.none))]
    }
    let channel = min(shared.selection.output, norm.mean.count - 1)
    let value = { (tensor: Tensor?, missing: Double) in tensor?.double(at: channel) ?? missing }
    let (gamma, beta) = (value(norm.gamma, 1), value(norm.beta, 0))
    let (mean, variance) = (value(norm.mean, 0), value(norm.variance, 1))
    let scale = gamma / (variance + norm.shape.epsilon).squareRoot()
    return [
      heading(BlockWords.norm(channel: channel, of: norm.mean.count)),
      number(Text(name: "  gamma"), gamma),
      number(Text(name: "  beta"), beta),
      number(Text(name: "  mean"), mean),
      number(Text(name: "  ") + BlockWords.variance, variance, isGood: variance >= 0),
      pair(
        Text(name: "  eps") + (isAssumed(branch) ? BlockWords.assumed : .none),
        Numbers.scientific(norm.shape.epsilon, 0)
      ),
      number(Text(name: "  gamma/sqrt(var+eps)"), scale),
      number(Text(name: "  ") + BlockWords.shiftFormula, beta - mean * scale),
    ] + damage(norm)
  }

  /// In how many channels the norm cannot be right, or has seen one value only.
  private func damage(_ norm: BatchNorm) -> [StyledLine] {
    let fold = NormFold(norm)
    let variances = norm.variance.doubles()
    let damaged = fold.scale.indices.filter {
      !fold.scale[$0].isFinite || !fold.shift[$0].isFinite || !(variances[$0] >= 0)
        || !variances[$0].isFinite
    }
    if let first = damaged.first {
      return [
        StyledLine("  " + say(BlockWords.damaged(damaged.count, first: first)), pen.palette.bad)
      ]
    }
    let constant = variances.indices.filter { variances[$0] == 0 }
    guard let first = constant.first else { return [] }
    let words = say(BlockWords.constant(constant.count, first: first))
    return [StyledLine("  " + words, pen.palette.warning)]
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
      heading(BlockWords.postNorm(channel: channel)),
      number(Text(name: "  ") + BlockWords.scalesSum, fold.scale[channel]),
      number(Text(name: "  ") + BlockWords.adds, fold.shift[channel]),
    ] + damage(norm)
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
      return [
        heading(BlockWords.mapsAlive),
        pair(Text(name: "  ") + BlockWords.inputAndOutput, Numbers.bytes(deploy)),
      ]
    }
    return [
      heading(BlockWords.mapsWhileRunning),
      pair(Text(name: "  ") + BlockWords.train(branches: stored), Numbers.bytes(train)),
      pair(Text(name: "  ") + BlockWords.name(.deploy), Numbers.bytes(deploy)),
    ]
  }

  /// What the engine spends in the block, in both forms; why nothing, where the block does not run.
  var saving: [StyledLine] {
    if let reason = shape.obstacleWords {
      return [heading(BlockWords.doesNotRun)]
        + say(reason).wrapped(to: width).map { StyledLine($0, pen.palette.text) }
    }
    let times = [Form.train, .deploy].compactMap { form in
      shared.live.timing(of: form)?.microseconds(of: shape.path).map { (form, $0) }
    }
    guard !times.isEmpty else {
      return say(TreeWords.noTimes(shared.live)).wrapped(to: width)
        .map { StyledLine($0, pen.palette.muted) }
    }
    let isSample = shared.live.timing(of: shared.form)?.isSample ?? false
    return [heading(isSample ? BlockWords.sampleTiming : BlockWords.measuredTime)]
      + times.map { form, time in
        pair(Text(name: "  ") + BlockWords.name(form), pen.duration(microseconds: time))
      }
  }

  private func bytes(_ channels: Int, _ extent: (height: Int, width: Int)) -> Int {
    4 * channels * extent.height * extent.width
  }

  private func say(_ text: Text) -> String { text[shared.language] }

  private func heading(_ text: Text) -> StyledLine { StyledLine(say(text), pen.palette.header) }

  private func pair(_ name: Text, _ value: String, style: Style? = nil) -> StyledLine {
    pen.pair(say(name), value, width: width, style: style)
  }

  /// A number with four digits behind the point, or with a power of ten where those would say nothing.
  private func number(_ name: Text, _ value: Double, isGood: Bool = true) -> StyledLine {
    let isPlain = value == 0 || !value.isFinite || (0.000_995..<99_999).contains(value.magnitude)
    let text =
      isPlain
      ? Numbers.signed(value, 4) : (value < 0 ? "" : "+") + Numbers.scientific(value, 2)
    return pair(name, text, style: isGood && value.isFinite ? nil : pen.palette.bad)
  }
}
