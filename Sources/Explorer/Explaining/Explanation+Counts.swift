internal import Canvas
internal import RepCore
internal import Words

// Where counts come from: parameters, bytes of tensors and of maps.

extension Explanation {
  /// The learnable values of a network: stage by stage, block by block, branch by branch.
  static func parameters(of architecture: Architecture, in document: Document) -> Explanation {
    let stages = architecture.stages.enumerated().map { index, stage in
      Part(parameters(of: stage, named: document.title(of: index)))
    }
    let head = Part(Text(name: "linear"), Double(architecture.headParameters))
    return count(
      parametersName(Text(name: architecture.name)),
      .sum,
      stages + (architecture.classes > 0 ? [head] : [])
    )
  }

  /// The learnable values of a stage.
  static func parameters(of stage: StageShape, named name: String) -> Explanation {
    count(parametersName(Text(name: name)), .sum, stage.blocks.map { Part(parameters(of: $0)) })
  }

  /// The learnable values of a block.
  static func parameters(of block: BlockShape) -> Explanation {
    let branches = block.branches.map { Part(parameters(of: $0, in: block)) }
    let norm = block.postNorm.map { _ in
      let rest = block.parameters - block.squeezeExciteParameters
      let own = rest - block.branches.reduce(0) { $0 + block.parameters(of: $1) }
      return Part(Text(en: "norm behind the sum", vi: "norm sau tổng"), Double(own))
    }
    let excite = block.squeezeExcite.map { _ in
      Part(Text(name: "squeeze-excite"), Double(block.squeezeExciteParameters))
    }
    var explanation = count(
      parametersName(Text(name: block.title)),
      .sum,
      branches + [norm, excite].compactMap(\.self)
    )
    explanation.place = "select \(block.path); screen block"
    return explanation
  }

  /// The learnable values of a branch: its kernel, its bias, gamma and beta of its norm.
  static func parameters(of branch: BranchShape, in block: BlockShape) -> Explanation {
    let outputs = Double(block.outputChannels)
    let kernel = block.kernelShape(of: branch.role).map { Part(taps($0)) }
    let bias = branch.hasBias ? Part(Text(name: "bias"), outputs) : nil
    let norm = branch.norm.flatMap {
      $0.isAffine ? Part(Text(name: "gamma, beta"), 2 * outputs) : nil
    }
    let parts = [kernel, bias, norm].compactMap(\.self)
    let nothing = Part(Text(en: "nothing learned", vi: "không học gì"), 0)
    return count(parametersName(branch.id.words), .sum, parts.isEmpty ? [nothing] : parts)
  }

  /// The values of a kernel, `O x I/g x k x k`.
  private static func taps(_ shape: [Int]) -> Explanation {
    let names = [
      Text(en: "out channels", vi: "kênh ra"), Text(en: "in channels", vi: "kênh vào"),
      Text(en: "rows", vi: "hàng"), Text(en: "columns", vi: "cột"),
    ]
    return count(
      Text(name: "kernel"),
      .product,
      zip(names, shape).map { Part($0, Double($1)) }
    )
  }

  private static func parametersName(_ of: Text) -> Text {
    Text(en: "parameters of ", vi: "tham số của ") + of
  }

  private static func count(_ name: Text, _ combination: Combination, _ parts: [Part])
    -> Explanation
  {
    Explanation(name, combination, of: parts, in: .count)
  }
}

// MARK: - Bytes

extension Explanation {
  /// The bytes of a map `N x C x H x W`, or a vector `N x C`, of float32.
  static func bytes(ofMap shape: [Int], named name: Text) -> Explanation {
    let axes = [
      Text(en: "pictures", vi: "ảnh"), Text(en: "channels", vi: "kênh"),
      Text(en: "rows", vi: "hàng"), Text(en: "columns", vi: "cột"),
    ]
    return bytes(name, zip(axes, shape).map { ($0, $1) }, each: MemoryLayout<Float>.stride)
  }

  /// The bytes of a tensor's values, each of so many bytes.
  static func bytes(_ name: Text, shape: [Int], each: Int) -> Explanation {
    let axes = shape.indices.map { Text(en: "axis \($0 + 1)", vi: "trục \($0 + 1)") }
    return bytes(name, zip(axes, shape).map { ($0, $1) }, each: each)
  }

  private static func bytes(_ name: Text, _ extents: [(axis: Text, Int)], each: Int)
    -> Explanation
  {
    let axes = extents.map { Part($0.axis, Double($0.1), .count) }
    let parts = axes + [Part(Text(en: "bytes each", vi: "byte mỗi số"), Double(each), .count)]
    return Explanation(name, .product, of: parts, in: .bytes)
  }

  /// What a step must read and write at least.
  static func bytes(movedBy step: PlanStep) -> Explanation {
    let parts = [
      Part(Text(en: "input", vi: "đầu vào"), Double(step.inputBytes)),
      Part(Text(en: "weights", vi: "trọng số"), Double(step.weightBytes)),
      Part(Text(en: "output", vi: "đầu ra"), Double(step.outputBytes)),
    ]
    return Explanation(step.title, .sum, of: parts, in: .bytes)
  }

  /// The maps that live in a step of a form.
  static func maps(
    heldAt step: Int,
    of timeline: MemoryTimeline,
    in form: MemoryForm,
    named name: Text
  ) -> Explanation {
    sum(name, parts(heldAt: step, of: timeline, in: form).map(\.part))
  }

  private static func parts(
    heldAt step: Int,
    of timeline: MemoryTimeline,
    in form: MemoryForm
  ) -> [(map: HeldMap, part: Part)] {
    timeline.held(at: step).map { held in
      let name = held.isInput ? MemoryWords.input : timeline.steps[held.writer].madeMap(in: form)
      return (held, Part(bytes(ofMap: held.shape, named: name)))
    }
  }

  /// What a step holds, as the memory screen counts it.
  static func memory(_ figures: MemoryFigures) -> Explanation {
    let (timeline, step) = (figures.top, figures.step)
    let maps = parts(heldAt: step, of: timeline, in: figures.form)
    let name = MemoryWords.step(step, of: timeline.steps.count)
    let all = sum(MemoryWords.held(maps.count), maps.map(\.part))
    switch figures.definition {
    case .maps: return sum(name, maps.map(\.part))
    case .extra: return sum(name, maps.filter { !$0.map.isInput }.map(\.part))
    case .all:
      let bands = timeline.bands[step]
      let rest = AllocatedTable.bands.map {
        Part($0.name, Double(bands[keyPath: $0.bytes]), .bytes)
      }
      return sum(name, [Part(all)] + rest.filter { $0.value > 0 })
    }
  }

  private static func sum(_ name: Text, _ parts: [Part]) -> Explanation {
    Explanation(name, .sum, of: parts, in: .bytes)
  }
}
