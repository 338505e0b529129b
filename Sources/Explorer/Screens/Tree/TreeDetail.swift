internal import Canvas
internal import RepCore
internal import Words

/// The right pane of the tree: the row under the cursor in full.
struct TreeDetail {
  let shared: Shared
  let node: TreeNode
  let pen: Pen
  let width: Int

  var lines: [StyledLine] {
    switch node {
    case .network: network
    case .stage(let stage): self.stage(stage)
    case .block(let path): block(path)
    case .branch(let path, let index): branch(path, index)
    case .pool: plain(["mean of every channel over all", "pixels; no weights"])
    case .linear: linear
    case .opaque: opaque
    case .tensor(let index): tensor(shared.document.opaque[index])
    }
  }

  private var network: [StyledLine] {
    let (stored, deployed) = (shared.document.stored, shared.document.deployed)
    var lines = FileAccount(document: shared.document, pen: pen, width: width).warnings
    lines += shared.document.isSeparate ? separate : chain(stored)
    lines.append(
      pair("file holds", stored.form.map { "the \($0.rawValue) form" } ?? "both forms, mixed")
    )
    let sum = shared.document.isSeparate ? ", sum of \(shared.document.timedBlocks)" : ""
    lines += [blank, heading("training form\(sum)")]
    lines +=
      shared.document.hasTrainingForm
      ? counts(stored) : plain(["not in this file; folding", "cannot be undone"])
    lines += [blank, heading("deploy form\(sum.isEmpty ? ", folded" : sum)")] + counts(deployed)
    if shared.document.hasTrainingForm, deployed.macs() > 0 {
      let ratio = Double(stored.macs()) / Double(deployed.macs())
      lines.append(pair("MACs saved by folding", "\(Numbers.fixed(ratio, 3))\(times)"))
    }
    return lines + timeLines + tensors + provenance
  }

  private func chain(_ architecture: Architecture) -> [StyledLine] {
    let input = architecture.input
    return [
      pair("input", "\(input.channels)\(times)\(input.height)\(times)\(input.width)"),
      pair("classes", "\(architecture.classes)"),
    ]
  }

  private var separate: [StyledLine] {
    let document = shared.document
    let sentence =
      "Each can be looked at, folded, checked, and timed alone on a seeded "
      + "\(document.trialExtent) input. How they are connected is not in the file."
    return document.separateTitle.wrapped(to: width).map { StyledLine($0, pen.palette.accent) }
      + wrapped(sentence)
  }

  /// What became of the file's tensors, in brief.
  private var tensors: [StyledLine] {
    guard let coverage = shared.document.opened?.coverage else { return [] }
    let opaque = coverage.opaque.isEmpty ? [] : [pair("opaque", "\(coverage.opaque.count)")]
    return [
      blank, heading("tensors of the file (5 lists them)"),
      pair("used", "\(coverage.taken) of \(coverage.found)"),
    ] + opaque
  }

  private func counts(_ architecture: Architecture) -> [StyledLine] {
    [
      pair("parameters", Numbers.grouped(architecture.parameters)),
      pair("multiply-adds", Numbers.grouped(architecture.macs())),
    ]
  }

  private var provenance: [StyledLine] {
    let network = shared.document.network
    var lines: [StyledLine] = []
    if let source = network.source, !shared.document.isSeparate {
      lines += [blank, heading("source")] + wrapped(source)
    }
    if !network.assumptions.isEmpty {
      lines += [blank, heading("assumed")] + network.assumptions.flatMap { wrapped($0.sentence) }
    }
    return lines
  }

  private func stage(_ stage: Int) -> [StyledLine] {
    let facts = shared.facts(of: .stage(stage))
    let blocks = shared.document.architecture(in: shared.form).stages[stage].blocks
    let isChain = !shared.document.isSeparate
    let chain = [
      pair("channels", facts.channels(" \(pen.glyphs.arrow) ")),
      pair("first stride", "\(blocks.first?.stride ?? 1)"),
    ]
    return (isChain ? [] : wrapped(facts.name)) + [pair("blocks", "\(blocks.count)")]
      + (isChain ? chain : []) + [
        pair("parameters", Numbers.grouped(facts.parameters)),
        pair("multiply-adds", Numbers.grouped(facts.macs)),
        pair("time", facts.time(pen) ?? "not run yet"),
      ]
  }

  private func block(_ path: BlockPath) -> [StyledLine] {
    guard let stored = shared.document.shape(of: path, in: .train) else { return [] }
    let (input, output) = (
      shared.document.inputExtent(of: path), shared.document.outputExtent(of: path)
    )
    var lines = [
      pair("input", map(stored.inputChannels, input)),
      pair("output", map(stored.outputChannels, output)),
      pair("stride, groups", "\(stored.stride), \(stored.groups)"),
      pair("activation", stored.activation.title),
    ]
    if shared.document.isSeparate { lines = wrapped(stored.title) + lines }
    if stored.padding != .zeros { lines.append(pair("padding", stored.padding.rawValue)) }
    if stored.isDepthwise { lines.append(pair("depthwise", "a kernel a channel")) }
    if let excite = stored.squeezeExcite {
      lines.append(pair("squeeze-excite", "\(excite.hidden), \(excite.placement.rawValue)"))
    }
    if stored.form == .train {
      lines += [blank, heading("branches (training)")]
      lines += stored.branches.map { branch in
        let macs = stored.macs(of: branch, height: input.height, width: input.width)
        return pair(
          "  " + stored.label(of: branch),
          "\(Numbers.engineering(stored.parameters(of: branch))), \(Numbers.engineering(macs)) MACs"
        )
      }
      if let norm = stored.postNorm {
        let epsilon = Numbers.scientific(norm.epsilon, 0)
        lines.append(pair("  norm after the sum", "eps \(epsilon)"))
      }
    }
    let deployed = stored.deployed
    lines += [
      blank, heading("after folding (deploy)"),
      pair(
        "  \(stored.window) + bias",
        "\(Numbers.engineering(deployed.parameters)), "
          + "\(Numbers.engineering(deployed.macs(height: input.height, width: input.width))) MACs"
      ),
    ]
    return lines + [blank] + CheckLines(shared: shared, path: path, pen: pen).lines(width: width)
      + times(of: path)
  }

  private func branch(_ path: BlockPath, _ index: Int) -> [StyledLine] {
    let facts = shared.facts(of: .branch(path, index))
    var lines = [
      pair("block", shared.document.shortTitle(of: path)),
      pair("parameters", Numbers.grouped(facts.parameters)),
      pair("multiply-adds", Numbers.grouped(facts.macs)),
      pair("time", facts.time(pen) ?? "not run yet"),
    ]
    if let shape = shared.document.shape(of: path, in: shared.form),
      shape.branches.indices.contains(index)
    {
      let branch = shape.branches[index]
      let kernel = shape.kernelShape(of: branch.role)
      lines.append(
        pair(
          "kernel",
          kernel?.map(String.init).joined(separator: times)
            ?? branch.role.missingKernel[shared.language]
        )
      )
      if let norm = branch.norm {
        lines.append(pair("norm", "eps \(Numbers.scientific(norm.epsilon, 0))"))
      }
    }
    return lines + [blank] + plain(["Enter shows the block's diagram,", "3 its kernels"])
  }

  private var linear: [StyledLine] {
    let architecture = shared.document.stored
    return [
      pair("kernel", "\(architecture.classes)\(times)\(architecture.features)"),
      pair("parameters", Numbers.grouped(architecture.headParameters)),
      pair("multiply-adds", Numbers.grouped(architecture.headMacs)),
    ]
  }

  private var opaque: [StyledLine] {
    let tensors = shared.document.opaque
    let bytes = tensors.map(\.byteCount).reduce(0, +)
    let sentence =
      "The tensors of the graph around the blocks: nothing is assumed of them, and folding leaves "
      + "them as they are. Enter lists them."
    let modules = Dictionary(grouping: tensors) { $0.name.split(separator: ".").first ?? "" }
    let rows = modules.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return [pair("tensors", "\(tensors.count)"), pair("size", Numbers.bytes(bytes))]
      + wrapped(sentence) + [blank, heading("by module")]
      + rows.map { pair("  \($0.key)", "\($0.value.count)") }
  }

  private func tensor(_ tensor: OpaqueTensor) -> [StyledLine] {
    tensor.name.wrapped(to: width).map { StyledLine($0, pen.palette.text) } + [
      pair("shape", tensor.extents(times)),
      pair("type", tensor.elementType.rawValue),
      pair("size", Numbers.bytes(tensor.byteCount)),
      blank,
    ]
      + wrapped(
        "It belongs to no re-parameterizable block, and stays as it is when the file is folded."
      )
  }

  // MARK: Times

  private var timeLines: [StyledLine] {
    let timings = Form.allCases.compactMap { form in
      shared.live.timing(of: form).map { (form, $0) }
    }
    let isSeparate = shared.document.isSeparate
    guard !timings.isEmpty else {
      if !isSeparate, let block = shared.document.stored.firstObstacle,
        let reason = block.obstacleWords
      {
        return [blank] + wrapped("no times: \(block.title) does not run: \(reason)")
      }
      return [blank] + plain(["no times yet; p runs the engine"])
    }
    let title = timings.contains { $0.1.isSample } ? "sample timing" : "measured here"
    return [blank, heading(isSeparate ? "\(title), sum of \(shared.document.timedBlocks)" : title)]
      + timings.map { form, timing in
        let time = isSeparate ? timing.blocksMicroseconds : timing.whole.median
        return pair(form.rawValue, pen.duration(microseconds: time))
      }
  }

  private func times(of path: BlockPath) -> [StyledLine] {
    if let reason = shared.document.shape(of: path, in: shared.form)?.obstacleWords {
      return [blank, heading("does not run, only folds")] + wrapped(reason)
    }
    let times = Form.allCases.compactMap { form in
      shared.live.timing(of: form)?.microseconds(of: path).map { (form, $0) }
    }
    guard !times.isEmpty else { return [] }
    let isSample = shared.live.timing(of: shared.form)?.isSample ?? false
    return [blank, heading(isSample ? "sample timing" : "time, measured here")]
      + times.map { form, time in
        pair("  " + form.rawValue, pen.duration(microseconds: time))
      }
  }

  // MARK: Lines

  private var times: String { pen.glyphs.times }
  private var blank: StyledLine { StyledLine() }

  private func heading(_ text: String) -> StyledLine { StyledLine(text, pen.palette.header) }

  private func plain(_ texts: [String]) -> [StyledLine] {
    texts.map { StyledLine($0, pen.palette.muted) }
  }

  private func wrapped(_ text: String) -> [StyledLine] { plain(text.wrapped(to: width)) }

  private func map(_ channels: Int, _ extent: (height: Int, width: Int)) -> String {
    let bytes = 4 * channels * extent.height * extent.width
    return "\(channels)\(times)\(extent.height)\(times)\(extent.width)  \(Numbers.bytes(bytes))"
  }

  private func pair(_ name: String, _ value: String) -> StyledLine {
    pen.pair(name, value, width: width)
  }
}
