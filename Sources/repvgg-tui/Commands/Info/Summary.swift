internal import RepCore
internal import Words

/// What `info` says about a network.
struct Summary {
  let network: Network
  let architecture: Architecture

  init(_ network: Network) {
    self.network = network
    architecture = network.architecture
  }

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
      "form": .string(architecture.form?.rawValue ?? "mixed"),
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
}
