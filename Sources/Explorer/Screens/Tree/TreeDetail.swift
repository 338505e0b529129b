internal import Canvas
internal import RepCore

/// The right pane of the tree: the row under the cursor in full.
struct TreeDetail {
  let state: State
  let pen: Pen
  let width: Int

  var lines: [StyledLine] {
    switch state.tree.cursor {
    case .network: network
    case .stage(let stage): self.stage(stage)
    case .block(let path): block(path)
    case .branch(let path, let index): branch(path, index)
    case .pool: plain(["mean of every channel over all", "pixels; no weights"])
    case .linear: linear
    }
  }

  private var network: [StyledLine] {
    let (stored, deployed) = (state.document.stored, state.document.deployed)
    let input = stored.input
    var lines = [
      pair("input", "\(input.channels)\(times)\(input.height)\(times)\(input.width)"),
      pair("classes", "\(stored.classes)"),
      pair("file holds", stored.form.map { "the \($0.rawValue) form" } ?? "both forms, mixed"),
    ]
    lines += [blank, heading("training form")]
    lines +=
      state.document.hasTrainingForm
      ? counts(stored) : plain(["not in this file; folding", "cannot be undone"])
    lines += [blank, heading("deploy form, folded")] + counts(deployed)
    if state.document.hasTrainingForm {
      let ratio = Double(stored.macs()) / Double(deployed.macs())
      lines.append(pair("MACs saved by folding", "\(Numbers.fixed(ratio, 3))\(times)"))
    }
    lines += timeLines + provenance
    return lines
  }

  private func counts(_ architecture: Architecture) -> [StyledLine] {
    [
      pair("parameters", Numbers.grouped(architecture.parameters)),
      pair("multiply-adds", Numbers.grouped(architecture.macs())),
    ]
  }

  private var provenance: [StyledLine] {
    let network = state.document.network
    var lines: [StyledLine] = []
    if let source = network.source {
      lines += [blank, heading("source")] + wrapped(source)
    }
    if !network.assumptions.isEmpty {
      lines += [blank, heading("assumed")] + network.assumptions.flatMap { wrapped($0) }
    }
    return lines
  }

  private func stage(_ stage: Int) -> [StyledLine] {
    let facts = state.facts(of: .stage(stage))
    let blocks = state.document.architecture(in: state.form).stages[stage].blocks
    return [
      pair("blocks", "\(blocks.count)"),
      pair("channels", facts.channels(" \(pen.glyphs.arrow) ")),
      pair("first stride", "\(blocks.first?.stride ?? 1)"),
      pair("parameters", Numbers.grouped(facts.parameters)),
      pair("multiply-adds", Numbers.grouped(facts.macs)),
      pair("time", facts.time(pen) ?? "not run yet"),
    ]
  }

  private func block(_ path: BlockPath) -> [StyledLine] {
    guard let stored = state.document.shape(of: path, in: .train) else { return [] }
    let (input, output) = (
      state.document.inputExtent(of: path), state.document.outputExtent(of: path)
    )
    var lines = [
      pair("input", map(stored.inputChannels, input)),
      pair("output", map(stored.outputChannels, output)),
      pair("stride, groups", "\(stored.stride), \(stored.groups)"),
      pair("activation", stored.activation.rawValue),
    ]
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
    }
    let deployed = stored.deployed
    lines += [
      blank, heading("after folding (deploy)"),
      pair(
        "  3x3 + bias",
        "\(Numbers.engineering(deployed.parameters)), "
          + "\(Numbers.engineering(deployed.macs(height: input.height, width: input.width))) MACs"
      ),
    ]
    return lines + [blank] + CheckLines(state: state, path: path, pen: pen).lines(width: width)
      + times(of: path)
  }

  private func branch(_ path: BlockPath, _ index: Int) -> [StyledLine] {
    let facts = state.facts(of: .branch(path, index))
    var lines = [
      pair("block", "\(path)"),
      pair("parameters", Numbers.grouped(facts.parameters)),
      pair("multiply-adds", Numbers.grouped(facts.macs)),
      pair("time", facts.time(pen) ?? "not run yet"),
    ]
    if let shape = state.document.shape(of: path, in: state.form),
      shape.branches.indices.contains(index)
    {
      let branch = shape.branches[index]
      let kernel = shape.kernelShape(of: branch.role)
      lines.append(
        pair(
          "kernel",
          kernel?.map(String.init).joined(separator: times) ?? "none, the input itself"
        )
      )
      if let norm = branch.norm {
        lines.append(pair("norm", "eps \(Numbers.scientific(norm.epsilon, 0))"))
      }
    }
    return lines + [blank] + plain(["Enter shows the block's diagram,", "3 its kernels"])
  }

  private var linear: [StyledLine] {
    let architecture = state.document.stored
    return [
      pair("kernel", "\(architecture.classes)\(times)\(architecture.features)"),
      pair("parameters", Numbers.grouped(architecture.headParameters)),
      pair("multiply-adds", Numbers.grouped(architecture.headMacs)),
    ]
  }

  // MARK: Times

  private var timeLines: [StyledLine] {
    let timings = Form.allCases.compactMap { form in
      state.live.timing(of: form).map { (form, $0) }
    }
    guard !timings.isEmpty else { return [blank] + plain(["no times yet; p runs the engine"]) }
    return [blank, heading(timings.contains { $0.1.isSample } ? "sample timing" : "measured here")]
      + timings.map { form, timing in
        pair(
          form.rawValue,
          pen.duration(microseconds: timing.whole.median)
        )
      }
  }

  private func times(of path: BlockPath) -> [StyledLine] {
    let times = Form.allCases.compactMap { form in
      state.live.timing(of: form)?.microseconds(of: path).map { (form, $0) }
    }
    guard !times.isEmpty else { return [] }
    let isSample = state.live.timing(of: state.form)?.isSample ?? false
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
