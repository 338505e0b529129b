internal import Canvas
internal import RepCore
internal import Words

/// The command `info`: what a file holds.
func info(_ arguments: Arguments) throws -> CommandLineError.Status {
  let opened = try ModelFile.inspect(arguments.operands[0], arguments.reading())
  let summary = Summary(opened.network)
  if arguments.has("--json") {
    try Standard.print(summary.json(of: opened))
  } else {
    try Standard.print(summary.lines(of: opened))
  }
  return .success
}

/// What `info` says about a network.
struct Summary {
  private let network: Network
  private let architecture: Architecture

  init(_ network: Network) {
    self.network = network
    architecture = network.architecture
  }

  /// `train`, `deploy`, or `mixed` where blocks differ.
  private var form: String { architecture.form?.rawValue ?? "mixed" }

  /// The keys are fixed by the design; those about the file came later.
  func json(of opened: ModelFile.Opened) -> JSON {
    let extents = architecture.extents()
    var index = 0
    let stages: [JSON] = architecture.stages.enumerated().map { number, stage in
      let blocks: [JSON] = stage.blocks.map { block in
        defer { index += 1 }
        let facts = network.facts.indices.contains(index) ? network.facts[index].json : .null
        return [
          "path": .string(block.title),
          "form": .string(block.form.rawValue),
          "in": .integer(block.inputChannels),
          "out": .integer(block.outputChannels),
          "stride": .integer(block.stride),
          "groups": .integer(block.groups),
          "branches": .array(block.branches.map { .string($0.id.description) }),
          "parameters": .integer(block.parameters),
          "macs": .integer(
            block.macs(height: extents[index].height, width: extents[index].width)
          ),
          "activation": .string(block.activation.title),
          "obstacle": block.obstacleWords.map { .string($0.en) } ?? .null,
          "facts": facts,
        ]
      }
      return ["name": .string("stage\(number)"), "blocks": .array(blocks)]
    }
    return [
      "name": .string(architecture.name),
      "form": .string(form),
      "parameters": .integer(architecture.parameters),
      "macs": .integer(architecture.macs()),
      "input": .array(
        [architecture.input.channels, architecture.input.height, architecture.input.width]
          .map { .integer($0) }
      ),
      "classes": .integer(architecture.classes),
      "stages": .array(stages),
      "file": fileJSON(of: opened),
    ]
  }

  /// What was found, and what was assumed.
  private func fileJSON(of opened: ModelFile.Opened) -> JSON {
    let coverage = opened.coverage
    let damage = opened.tensorFaults()
    func texts(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
    return [
      "container": .string(opened.container.rawValue),
      "naming": .string(opened.naming),
      "sets": texts(opened.sets),
      "set": .string(opened.set),
      "wrapper": .string(opened.wrapper),
      "tensors": [
        "found": .integer(coverage.found),
        "used": .integer(coverage.taken),
        "ignored": texts(coverage.ignored),
        "opaque": texts(coverage.opaque),
      ],
      "assumptions": texts(network.assumptions.map(\.sentence)),
      "conditions": texts(network.conditions.map(\.condition)),
      "damage": .array(damage.map(\.json)),
      "warnings": texts(opened.warnings.map(\.description)),
      "unfolded": .array(
        opened.opaqueBlocks.map { block in
          [
            "path": .string(block.prefix), "scheme": .string(block.scheme),
            "reason": .string(block.reason.description),
          ]
        }
      ),
    ]
  }

  /// A table for people; `opened` is nil for a network that was made in memory.
  func lines(of opened: ModelFile.Opened?) -> [String] {
    let input = architecture.input
    let deployed = architecture.deployed
    var lines = [
      "\(architecture.name), \(form) form, "
        + (opened.map { "\($0.container.rawValue), \($0.naming) names" } ?? "made in memory"),
      architecture.wiring == .separate
        ? "\(architecture.blocks.count) re-parameterizable blocks in an unknown graph, "
          + "tried on maps of \(input.height)x\(input.width)"
        : "input \(input.channels)x\(input.height)x\(input.width), \(architecture.classes) classes",
      "parameters \(architecture.parameters), multiply-adds \(architecture.macs())",
    ]
    if architecture.form != .deploy {
      lines.append(
        "folded: parameters \(deployed.parameters), multiply-adds \(deployed.macs())"
      )
    }
    if opened?.isVerified == true { lines.append("checksum verified") }
    lines += [""] + table + [""] + behaviour
    if let source = network.source { lines.append("source: \(source)") }
    lines += network.assumptions.map { "assumed: \($0.sentence)" }
    return lines + (opened.map { account(of: $0) } ?? [])
  }

  /// Which sets were there, what was stripped, and where every tensor went.
  private func account(of opened: ModelFile.Opened) -> [String] {
    var lines: [String] = []
    if opened.sets.count > 1 {
      lines.append("set: \(opened.set), of \(opened.sets.joined(separator: ", ")) (--set NAME)")
    } else if !opened.set.isEmpty {
      lines.append("set: \(opened.set)")
    }
    if !opened.wrapper.isEmpty { lines.append("wrapper: \(opened.wrapper) before every block") }
    let coverage = opened.coverage
    var parts = ["\(coverage.found) found", "\(coverage.taken) used", "0 missing"]
    if !coverage.ignored.isEmpty { parts.append("\(coverage.ignored.count) ignored") }
    if !coverage.opaque.isEmpty { parts.append("\(coverage.opaque.count) opaque") }
    lines.append("tensors: \(parts.joined(separator: ", "))")
    lines += ignored(coverage)
    lines += opened.opaqueBlocks.map { "not folded: \($0)" }
    lines += DamageWarning.first(of: opened.tensorFaults().map(\.description)).map {
      "damage: \($0)"
    }
    return lines + opened.warnings.map { "warning: \($0)" }
  }

  /// What follows the blocks, and which of them do not run.
  private var behaviour: [String] {
    var seen: [Activation] = []
    for block in architecture.blocks where !seen.contains(block.activation) {
      seen.append(block.activation)
    }
    let isKnown = architecture.wiring != .separate || seen != [.identity]
    let activations = seen.map(\.title).joined(separator: ", ")
    return (isKnown ? ["activation: \(activations)"] : [])
      + architecture.blocks.filter { !$0.runs }.map {
        "does not run: \($0.title): \($0.obstacleWords?.en ?? "")"
      }
  }

  /// The first of the names that were ignored though they are no counters of norms.
  private func ignored(_ coverage: Coverage) -> [String] {
    let telling = coverage.ignored.filter { !$0.hasSuffix(".num_batches_tracked") }
    guard !telling.isEmpty else { return [] }
    let rest = telling.count > 8 ? " and \(telling.count - 8) more" : ""
    return ["ignored: \(telling.prefix(8).joined(separator: ", "))\(rest)"]
  }

  private var table: [String] {
    let longest = architecture.blocks.map { columns(of: $0.title) }.max() ?? 0
    let row = { (cells: String...) in Self.row(cells, longest: longest) }
    let head = row("block", "channels", "output", "stride", "groups", "params", "MACs", "branches")
    let rows = zip(architecture.blocks, architecture.extents()).map { block, extent in
      row(
        block.title,
        "\(block.inputChannels)->\(block.outputChannels)",
        "\(block.outputExtent(extent.height))x\(block.outputExtent(extent.width))",
        "\(block.stride)",
        "\(block.groups)",
        Numbers.engineering(Double(block.parameters)),
        Numbers.engineering(Double(block.macs(height: extent.height, width: extent.width))),
        block.branches.map(\.id.description).joined(separator: " + ")
          + (block.squeezeExcite == nil ? "" : " + squeeze-excite")
      )
    }
    let linear = row(
      "linear",
      "\(architecture.features)->\(architecture.classes)",
      "1x1",
      "",
      "",
      Numbers.engineering(Double(architecture.headParameters)),
      Numbers.engineering(Double(architecture.headMacs)),
      ""
    )
    return [head] + rows + (architecture.wiring == .separate ? [] : [linear])
  }

  private static func row(_ cells: [String], longest: Int) -> String {
    let widths = [min(max(longest, 10), 40), 12, 9, 6, 6, 8, 8]
    let padded = zip(cells, widths).enumerated().map { index, pair in
      pair.0.fitted(to: pair.1, index < 2 ? .left : .right)
    }
    return (padded + ["", cells[widths.count]]).joined(separator: " ").trimmingEnd
  }
}

extension String {
  /// Without blanks at the end.
  var trimmingEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
