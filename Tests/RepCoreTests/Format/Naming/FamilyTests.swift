import Testing

@testable import RepCore

@Suite("Recognition of other families")
struct FamilyTests {
  private func recognise(_ tensors: [String: Tensor]) throws -> Recognizer.Result {
    try Recognizer(CheckpointSet(Checkpoint(tensors: tensors))).recognize(named: "a file")
  }

  /// The tensors of `network` under the names that `naming` gives the modules `prefix` names.
  private func renamed(
    _ network: Network,
    _ naming: BlockPattern,
    head: String,
    prefix: (BlockPath) -> String
  ) -> [String: Tensor] {
    var tensors: [String: Tensor] = [:]
    let own = network.namedTensors
    for block in network.blocks {
      let mine = block.shape.slots(network.family)
      let theirs = BlockSlots(block.shape, naming: naming, prefix: prefix(block.path))
      for (mine, theirs) in zip(mine.names, theirs.names) { tensors[theirs] = own[mine] }
    }
    tensors["\(head).weight"] = own["linear.weight"]
    tensors["\(head).bias"] = own["linear.bias"]
    return tensors
  }

  @Test(
    "finds every published MobileOne by its shapes, in both forms",
    arguments: MobileOneVariant.allCases,
    [Form.train, .deploy]
  )
  func published(variant: MobileOneVariant, form: Form) throws {
    let train = Architecture(mobileOne: variant)
    let architecture = form == .train ? train : train.deployed
    let found = try recognise(Empty.tensors(of: architecture))
    #expect(found.network.architecture == architecture, "\(variant) \(form)")
    #expect(found.network.name == variant.rawValue && found.coverage.ignored == [])
  }

  @Test("reads timm's and mmpretrain's names of MobileOne", arguments: [Form.train, .deploy])
  func mobileOneNames(form: Form) throws {
    let train = Network(random: Small.mobileOne, seed: 3)
    let network = form == .train ? train : Network(random: Small.mobileOne.deployed, seed: 4)
    let timm = renamed(
      network,
      form == .train ? .timmMobileOne : .timm,
      head: "head.fc"
    ) { $0.stage == 0 ? "stem" : "stages.\($0.stage - 1).\($0.block)" }
    let mmpretrain = renamed(network, .mmpretrainMobileOne, head: "head.fc") { "backbone.\($0)" }
    for tensors in [timm, mmpretrain] {
      let found = try recognise(tensors).network
      #expect(found.values == network.values, "\(form)")
      #expect(found.architecture.stages == network.architecture.stages, "\(form)")
    }
  }

  @Test("reads mmpretrain's names of RepVGG, a prefix before the blocks but not before the head")
  func mmpretrain() throws {
    let network = Tiny.network(excite: .beforeActivation)
    let tensors = renamed(network, .mmpretrain, head: "head.fc") { path in
      path.stage == 0 ? "backbone.stem" : "backbone.stage_\(path.stage).\(path.block)"
    }
    let found = try recognise(tensors)
    #expect(found.network.values == network.values)
  }

  @Test("opens blocks among other tensors one by one, with the others opaque")
  func separate() throws {
    let network = Tiny.network()
    var tensors = Renamed.rename(network) { "net.\($0)" }
    tensors["net.neck.conv.weight"] = Tensor([1], shape: [1])
    tensors["net.linear.weight"] = nil
    tensors["net.linear.bias"] = nil
    tensors["net.stage0.rbr_dense.bn.num_batches_tracked"] = Tensor([1], shape: [1])
    let found = try recognise(tensors)
    #expect(found.network.head == nil && found.network.architecture.wiring == .separate)
    #expect(found.network.blocks.map(\.shape.title).contains("net.stage1.0"))
    #expect(found.coverage.opaque == ["net.neck.conv.weight"])
    #expect(found.coverage.ignored == ["net.stage0.rbr_dense.bn.num_batches_tracked"])
    #expect(found.coverage.found == tensors.count)
    tensors["net.stage1.1.rbr_1x1.bn.running_var"] = nil
    let rest = try recognise(tensors)
    #expect(rest.network.blocks.count == network.blocks.count - 1)
    #expect(
      rest.opaqueBlocks == [
        OpaqueBlock(
          prefix: "net.stage1.1",
          scheme: "official",
          reason: .missing(["net.stage1.1.rbr_1x1.bn.running_var"])
        )
      ]
    )
  }

  @Test("counts a learned factor of the 1x1 branch into its kernel")
  func factor() throws {
    let shape = BlockShape(
      path: BlockPath(stage: 0, block: 0),
      name: "net.block",
      inputChannels: 4,
      outputChannels: 4,
      branches: [
        BranchShape(role: .dense), BranchShape(role: .pointwise, hasBias: true, norm: nil),
        BranchShape(role: .identity, norm: nil),
      ],
      postNorm: NormShape(),
      activation: .identity
    )
    let block = Block(random: shape, seed: 5)
    var tensors: [String: Tensor] = [:]
    func name(_ rest: String) -> String { "net.block.\(rest)" }
    tensors[name("branch_3x3.conv.weight")] = block.branches[0].kernel
    tensors[name("branch_1x1.weight")] = block.branches[1].kernel
    tensors[name("branch_1x1.bias")] = block.branches[1].bias
    for (module, norm) in [("branch_3x3.bn", block.branches[0].norm), ("post_bn", block.postNorm)] {
      tensors[name("\(module).weight")] = norm?.gamma
      tensors[name("\(module).bias")] = norm?.beta
      tensors[name("\(module).running_mean")] = norm?.mean
      tensors[name("\(module).running_var")] = norm?.variance
    }
    tensors[name("alpha")] = Tensor([0.5], shape: [1])
    tensors[name("rbr_reparam.weight")] = Tensor([1], shape: [1])
    let found = try recognise(tensors)
    let read = try #require(found.network.blocks.first)
    #expect(read.shape == shape, "\(read.shape)")
    #expect(
      read.branches[1].kernel?.doubles() == block.branches[1].kernel?.doubles().map { $0 / 2 }
    )
    #expect(read.branches[1].bias?.doubles() == block.branches[1].bias?.doubles().map { $0 / 2 })
    #expect(found.coverage.ignored == [name("rbr_reparam.weight")])
  }
}

/// A MobileOne of a few channels with everything in it.
enum Small {
  static var mobileOne: Architecture {
    var network = Architecture(mobileOne: .s0, classes: 5)
    var channels = 3
    network.stages = network.stages.enumerated().map { stage, shape in
      StageShape(
        blocks: shape.blocks.prefix(4).map { block in
          var block = block
          let isDepthwise = block.groups > 1
          block.inputChannels = channels
          if !isDepthwise { channels = 6 + 4 * stage }
          block.outputChannels = channels
          block.groups = isDepthwise ? channels : 1
          if stage == 3 {
            block.squeezeExcite = SqueezeExciteShape(hidden: 3, placement: .beforeActivation)
          }
          block.branches.removeAll { $0.role == .identity }
          if block.admitsIdentity { block.branches.append(BranchShape(role: .identity)) }
          return block
        }
      )
    }
    network.input = InputShape(height: 40, width: 24)
    return network
  }
}

extension Block {
  init(random shape: BlockShape, seed: UInt64) {
    let architecture = Architecture(
      name: "block",
      input: InputShape(channels: shape.inputChannels, height: 8, width: 8),
      stages: [StageShape(blocks: [shape])],
      wiring: .separate
    )
    self = Network(random: architecture, seed: seed).blocks[0]
  }
}

extension BlockSlots {
  /// Every slot's name, in a fixed order.
  fileprivate var names: [String] {
    var slots: [TensorSlot?] = []
    for branch in branches {
      slots += [branch.kernel, branch.bias, branch.norm?.gamma, branch.norm?.beta]
      slots += [branch.norm?.mean, branch.norm?.variance]
    }
    slots += [reduce?.kernel, reduce?.bias, expand?.kernel, expand?.bias]
    return slots.compactMap(\.self).map(\.name)
  }
}
