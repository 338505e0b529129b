internal import Canvas
internal import RepCore
internal import Words

extension TreeDetail {
  /// The blocks of a stage together.
  func stage(_ stage: Int) -> [StyledLine] {
    let facts = shared.facts(of: .stage(stage))
    let blocks = shared.document.architecture(in: shared.form).stages[stage].blocks
    return [
      pair(TreeWords.blocks, "\(blocks.count)"),
      pair(TreeWords.channelCount, facts.channels(" \(pen.glyphs.arrow) ")),
      pair(TreeWords.firstStride, "\(blocks.first?.stride ?? 1)"),
    ] + sums(facts)
  }

  /// The blocks of a module together.
  var module: [StyledLine] {
    let facts = shared.facts(of: node)
    return wrapped(Text(name: facts.name))
      + [pair(TreeWords.blocks, "\(shared.document.blocks(under: node).count)")] + sums(facts)
  }

  /// What blocks need together, how long they take, and what is damaged in them.
  private func sums(_ facts: TreeFacts) -> [StyledLine] {
    let faults = shared.document.blocks(under: node).flatMap { shared.faults(of: $0) }
    return counts(parameters: facts.parameters, macs: facts.macs) + [time(facts)] + damage(faults)
  }

  private func damage(_ faults: [WeightFault]) -> [StyledLine] {
    faults.isEmpty
      ? []
      : [blank, StyledLine(word(TreeWords.damage), pen.palette.bad)]
        + pen.lines(of: faults, shared.language, width: width)
  }

  private func time(_ facts: TreeFacts) -> StyledLine {
    pair(TreeWords.time, facts.time(pen) ?? word(TreeWords.notRunYet))
  }

  /// A block: what goes in and out, its branches, its fold and its check.
  func block(_ path: BlockPath) -> [StyledLine] {
    guard let stored = shared.document.shape(of: path, in: .train) else { return [] }
    let (input, output) = (
      shared.document.inputExtent(of: path), shared.document.outputExtent(of: path)
    )
    var lines = [
      pair(TreeWords.input, map(stored.inputChannels, input)),
      pair(TreeWords.output, map(stored.outputChannels, output)),
      pair(TreeWords.strideAndGroups, "\(stored.stride), \(stored.groups)"),
      pair(TreeWords.activation, stored.activation.title),
    ]
    if shared.document.isSeparate { lines = wrapped(Text(name: stored.title)) + lines }
    if stored.padding != .zeros { lines.append(pair(TreeWords.padding, stored.padding.rawValue)) }
    if stored.isDepthwise {
      lines.append(pair(TreeWords.depthwise.name, word(TreeWords.depthwise.value)))
    }
    if let excite = stored.squeezeExcite {
      let value = "\(excite.hidden), \(excite.placement.rawValue)"
      lines.append(pair(Text(name: "squeeze-excite"), value))
    }
    func cost(_ name: String, parameters: Int, macs: Int) -> StyledLine {
      let numbers = "\(Numbers.engineering(parameters)), \(Numbers.engineering(macs)) MACs"
      return pair(Text(name: "  " + name), numbers)
    }
    func cost(_ name: String, of branch: BranchShape, in shape: BlockShape) -> StyledLine {
      let macs = shape.macs(of: branch, height: input.height, width: input.width)
      return cost(name, parameters: shape.parameters(of: branch), macs: macs)
    }
    if stored.form == .train {
      lines += [blank, heading(TreeWords.branchesHeading)]
      lines += stored.branches.map { cost(stored.label(of: $0), of: $0, in: stored) }
      if let norm = stored.postNorm {
        let epsilon = Numbers.scientific(norm.epsilon, 0)
        lines.append(pair(Text(name: "  ") + TreeWords.normAfterSum, "eps \(epsilon)"))
      }
    }
    lines += [
      blank, heading(TreeWords.afterFolding),
      cost("\(stored.window) + bias", of: .folded, in: stored.deployed),
    ]
    if stored.squeezeExcite != nil {
      lines.append(
        cost(
          "squeeze-excite",
          parameters: stored.squeezeExciteParameters,
          macs: stored.squeezeExciteMacs
        )
      )
    }
    return lines + [blank] + CheckLines(shared: shared, path: path, pen: pen).lines(width: width)
      + times(of: path)
  }

  /// A branch of a block.
  func branch(_ path: BlockPath, _ index: Int) -> [StyledLine] {
    let facts = shared.facts(of: .branch(path, index))
    var lines = [
      pair(TreeWords.block, shared.document.shortTitle(of: path))
    ]
    lines += counts(parameters: facts.parameters, macs: facts.macs) + [time(facts)]
    if let shape = shared.document.shape(of: path, in: shared.form),
      shape.branches.indices.contains(index)
    {
      let branch = shape.branches[index]
      let kernel = shape.kernelShape(of: branch.role)
      lines.append(
        pair(
          TreeWords.kernel,
          kernel?.map(String.init).joined(separator: times)
            ?? branch.role.missingKernel[shared.language]
        )
      )
      if let norm = branch.norm {
        lines.append(pair(Text(name: "norm"), "eps \(Numbers.scientific(norm.epsilon, 0))"))
      }
    }
    let faults = shared.faults(of: path).filter { fault in
      shared.document.shape(of: path, in: .train)?.branches[index].id == fault.branch
    }
    return lines + pen.lines(of: faults, shared.language, width: width) + [blank]
      + wrapped(TreeWords.keys)
  }

  /// The classifier.
  var linear: [StyledLine] {
    let architecture = shared.document.stored
    return [pair(TreeWords.kernel, "\(architecture.classes)\(times)\(architecture.features)")]
      + counts(parameters: architecture.headParameters, macs: architecture.headMacs)
      + damage(shared.answers.headFaults)
  }

  /// All tensors that belong to no block.
  var opaque: [StyledLine] {
    let tensors = shared.document.opaque
    let bytes = tensors.map(\.byteCount).reduce(0, +)
    let modules = Dictionary(grouping: tensors) { $0.name.split(separator: ".").first ?? "" }
    let rows = modules.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return [
      pair(TreeWords.tensorCount, "\(tensors.count)"), pair(TreeWords.size, Numbers.bytes(bytes)),
    ]
      + wrapped(TreeWords.opaqueMeaning) + [blank, heading(TreeWords.byModule)]
      + rows.map { pair(Text(name: "  \($0.key)"), "\($0.value.count)") }
  }

  /// One of them.
  func tensor(_ tensor: OpaqueTensor) -> [StyledLine] {
    tensor.name.wrapped(to: width).map { StyledLine($0, pen.palette.text) } + [
      pair(TreeWords.shape, tensor.extents(times)),
      pair(TreeWords.type, tensor.elementType.rawValue),
      pair(TreeWords.size, Numbers.bytes(tensor.byteCount)),
      blank,
    ] + wrapped(TreeWords.tensorMeaning)
  }
}
