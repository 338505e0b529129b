import Foundation
import RepCore
import Testing

@testable import Explorer

// Networks that are not plain RepVGG chains.

extension Fixture {
  /// The first stages of MobileOne-S0: depthwise 3x3 and pointwise 1x1 blocks of up to six branches.
  static let mobileOne: Document = {
    var architecture = Architecture(mobileOne: .s0, classes: 10)
    architecture.stages = Array(architecture.stages.prefix(3))
    architecture.stages[2].blocks = Array(architecture.stages[2].blocks.prefix(4))
    (architecture.input.height, architecture.input.width) = (32, 32)
    return Document(Network(random: architecture, seed: 3), title: "mobileone.rvg")
  }()

  /// `document` with a variance below zero in the 1x1 branch of stage1.1.
  static let damaged: Document = {
    let path = BlockPath(stage: 1, block: 1)
    func damage(_ block: Block) -> Block {
      guard block.path == path else { return block }
      let branches = block.branches.map { branch in
        guard branch.role == .pointwise, let norm = branch.norm else { return branch }
        var variance = norm.variance.floats()
        variance[2] = -1
        let damaged = BatchNorm(
          shape: norm.shape,
          gamma: norm.gamma,
          beta: norm.beta,
          mean: norm.mean,
          variance: Tensor(variance, shape: [variance.count])
        )
        return Branch(role: branch.role, kernel: branch.kernel, norm: damaged)
      }
      return Block(shape: block.shape, branches: branches)
    }
    let damaged = Network(
      name: network.name,
      input: network.input,
      stages: network.stages.map { $0.map(damage) },
      head: network.head
    )
    return Document(damaged, title: "small.rvg")
  }()

  /// A deep block name, as detection networks have them.
  static let longName = "backbone.ERBlock_2.1.block.0"

  /// Blocks of a detection network that stand alone: QARepVGG with its norm after the sum, an average
  /// branch, an identity without a norm, SiLU and no activation, one block folded already.
  static let quantizationAware: Document = {
    func block(
      _ index: Int,
      _ name: String,
      _ branches: [BranchShape],
      inputs: Int = 12,
      norm: NormShape? = NormShape(),
      _ activation: Activation
    ) -> BlockShape {
      BlockShape(
        path: BlockPath(stage: index / 2, block: index % 2),
        name: name,
        inputChannels: inputs,
        outputChannels: 12,
        branches: branches,
        postNorm: norm,
        activation: activation
      )
    }
    let (dense, pointwise) = (BranchShape(role: .dense), BranchShape(role: .pointwise, norm: nil))
    let (identity, average) = (
      BranchShape(role: .identity, norm: nil), BranchShape(role: .average, norm: nil)
    )
    let blocks = [
      block(0, "backbone.ERBlock_2.0", [dense, pointwise], inputs: 6, .silu),
      block(1, "backbone.ERBlock_2.1", [dense, pointwise, identity], .silu),
      block(2, longName, [dense, pointwise, identity, average], .identity),
      block(3, "backbone.ERBlock_2.1.block.1", [.folded], norm: nil, .relu),
    ]
    let architecture = Architecture(
      name: "yolov6n-qa",
      input: InputShape(channels: 12, height: 20, width: 20),
      stages: [StageShape(blocks: Array(blocks[..<2])), StageShape(blocks: Array(blocks[2...]))],
      wiring: .separate
    )
    return Document(Network(random: architecture, seed: 5), title: "yolov6n-qa.pt")
  }()

  /// What the reader says of a checkpoint of two blocks in a graph that it does not know.
  static let unknownGraph: ModelFile.Opened = {
    var tensors: [String: Tensor] = [:]
    // Nothing in a checkpoint of an unknown graph tells groups, so there are none.
    let recipe = Recipe(
      name: "backbone",
      widths: [8, 16, 16],
      depths: [1, 2, 1],
      strides: [2, 2, 1],
      groups: 1,
      classes: 1,
      input: InputShape(channels: 3, height: 32, width: 32)
    )
    let backbone = Network(random: Architecture(recipe), seed: 11)
    for (stage, blocks) in backbone.stages.prefix(2).enumerated() {
      for block in blocks { tensors.merge(block.tensors(in: "backbone.layer\(stage)")) { $1 } }
    }
    tensors["head.cls.weight"] = .normal(shape: [80, 16, 1, 1], seed: 1)
    tensors["head.cls.bias"] = .normal(shape: [80], seed: 2)
    tensors["neck.reduce.conv.weight"] = .normal(shape: [8, 16, 1, 1], seed: 3)
    // The network is called after its file, so the folder differs and the name does not.
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("explorer-\(UUID().uuidString)")
    let file = folder.appendingPathComponent("detector-deploy.safetensors")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Checkpoint(tensors: tensors).write(to: file.path)
      return try ModelFile.inspect(file.path, ReadingOptions(extent: 16))
    } catch {
      preconditionFailure("the fixture cannot be read: \(error)")
    }
  }()

  /// The blocks of `unknownGraph`, under a title that does not change.
  static let unknown = Document(unknownGraph, title: "detector-deploy.safetensors")

  /// Two sets of one file, as training programs write them.
  static let twoSets = Document(opened(set: "model"), title: "last.pt", from: .file("last.pt"))

  /// What a reader says of the set `name` of a file that holds two: the training form and a folded one.
  static func opened(set name: String) -> ModelFile.Opened {
    var opened = unknownGraph
    (opened.sets, opened.set, opened.wrapper) = (["model", "ema"], name, "backbone.")
    return opened
  }

  /// Reads a file of two sets, of which there is no third, and the network of `small.rvg`.
  static let reader: ExplorerReader = { source, options throws(FormatError) in
    switch source {
    case .file("last.pt"):
      let name = options.set ?? "model"
      guard ["model", "ema"].contains(name) else {
        throw FormatError(.mismatch, en: "has no such set", vi: "không có bộ này")
      }
      return Document(opened(set: name), title: "last.pt", from: source, options: options)
    case .file("small.rvg"): return Document(network, title: "small.rvg", from: source)
    default: throw FormatError(.unreadable, en: "is not there", vi: "không có ở đó")
    }
  }

  /// One document of each kind.
  static let documents = [document, folded, mobileOne, quantizationAware, unknown, twoSets]
}

extension Block {
  /// The block's tensors under the official names behind `prefix`.
  fileprivate func tensors(in prefix: String) -> [String: Tensor] {
    var tensors: [String: Tensor] = [:]
    for branch in branches {
      let module = ["3x3": "rbr_dense", "1x1": "rbr_1x1", "identity": "rbr_identity"][
        branch.role.rawValue
      ]
      guard let module else { continue }
      let place = "\(prefix).\(path.block).\(module)"
      if let kernel = branch.kernel { tensors["\(place).conv.weight"] = kernel }
      guard let norm = branch.norm else { continue }
      let name = branch.kernel == nil ? place : "\(place).bn"
      tensors["\(name).weight"] = norm.gamma
      tensors["\(name).bias"] = norm.beta
      tensors["\(name).running_mean"] = norm.mean
      tensors["\(name).running_var"] = norm.variance
    }
    return tensors
  }
}
