import Testing
import Words

@testable import RepCore

@Suite("The ONNX graph")
struct OnnxGraphTests {
  private func graph(_ network: Network, _ form: Form, isHalf: Bool = false) throws -> OnnxGraph {
    try NetworkExport(network, form: form, isHalf: isHalf).onnxGraph
  }

  /// Every configuration that changes the graph.
  static let configurations: [(groups: Int, excite: SqueezeExciteShape.Placement?, form: Form)] =
    [1, 2].flatMap { groups in
      [nil, .beforeActivation, .afterActivation].flatMap { excite in
        Form.allCases.map { (groups, excite, $0) }
      }
    }

  @Test("has what each node reads before it, and reads all it has", arguments: configurations)
  func order(groups: Int, excite: SqueezeExciteShape.Placement?, form: Form) throws {
    for isHalf in [false, true] {
      let place = "groups \(groups), \(excite as Any), \(form), half \(isHalf)"
      let graph = try graph(Tiny.network(groups: groups, excite: excite), form, isHalf: isHalf)
      let weights = graph.weights.map(\.name)
      var known = Set(weights + [graph.input.name])
      #expect(known.count == weights.count + 1, "\(place): names of weights are unique")
      for node in graph.nodes {
        #expect(node.inputs.allSatisfy(known.contains), "\(place): \(node)")
        #expect(known.insert(node.output).inserted, "\(place): \(node.output) comes twice")
      }
      let read = Set(graph.nodes.flatMap(\.inputs)).union([graph.output.name])
      #expect(known == read, "\(place): \(known.symmetricDifference(read))")
      #expect(Set(graph.nodes.map(\.name)).count == graph.nodes.count, "\(place)")
    }
  }

  @Test("of the deploy form is one convolution and one ReLU a block")
  func deploy() throws {
    let network = Tiny.network()
    let operations = try graph(network, .deploy).nodes.map(\.operation)
    let blocks = network.blocks.flatMap { _ in ["Conv", "Relu"] }
    #expect(operations == blocks + ["GlobalAveragePool", "Flatten", "Gemm"])
    #expect(try graph(network, .deploy).nodes[0].name == "stage0/conv")
  }

  @Test("of the training form has the branches, their norms and their sums")
  func train() throws {
    let nodes = try graph(Tiny.network(), .train).nodes.filter { $0.name.hasPrefix("stage1.1/") }
    #expect(
      nodes.map(\.name) == [
        "stage1.1/3x3/conv", "stage1.1/3x3/norm", "stage1.1/1x1/conv", "stage1.1/1x1/norm",
        "stage1.1/identity/norm", "stage1.1/add1", "stage1.1/add2", "stage1.1/relu",
      ]
    )
    #expect(nodes[4].inputs[0] == "stage1.0/relu", "the identity reads the block's input")
    #expect(nodes[6].inputs == ["stage1.1/add1", "stage1.1/identity/norm"])
  }

  @Test("squeezes and excites on the side of the ReLU that the block says")
  func squeezeExcite() throws {
    let parts = ["se/pool", "se/down", "se/relu", "se/up", "se/sigmoid", "se/scale"]
    for (placement, expected) in [
      (SqueezeExciteShape.Placement.beforeActivation, ["conv"] + parts + ["relu"]),
      (.afterActivation, ["conv", "relu"] + parts),
    ] {
      let nodes = try graph(Tiny.network(excite: placement), .deploy).nodes
        .filter { $0.name.hasPrefix("stage0/") }
      #expect(nodes.map(\.name) == expected.map { "stage0/" + $0 }, "\(placement)")
      #expect(nodes.last { $0.operation == "Mul" }?.inputs.last == "stage0/se/sigmoid")
    }
  }

  @Test("names the branches of one role apart, and pools and gates where the block does")
  func otherBlocks() throws {
    let norm = NormShape()
    let block = BlockShape(
      path: BlockPath(stage: 0, block: 0),
      inputChannels: 4,
      outputChannels: 4,
      branches: [
        BranchShape(role: .dense), BranchShape(role: .dense, index: 1),
        BranchShape(role: .pointwise, hasBias: true, norm: nil),
        BranchShape(role: .identity, norm: nil), BranchShape(role: .average, norm: nil),
      ],
      postNorm: norm,
      activation: .silu
    )
    let architecture = Architecture(
      name: "one block",
      input: InputShape(channels: 4, height: 8, width: 8),
      stages: [StageShape(blocks: [block])],
      classes: 2
    )
    let nodes = try graph(Network(random: architecture, seed: 5), .train).nodes
    let expected = [
      "3x3/conv", "3x3/norm", "3x3.1/conv", "3x3.1/norm", "1x1/conv", "average/average", "add1",
      "add2", "add3", "add4", "norm", "sigmoid", "silu",
    ]
    #expect(nodes.map(\.name).dropLast(3) == expected.map { "stage0/" + $0 }[...])
    #expect(nodes[8].inputs == ["stage0/add2", "input"], "the bare identity is the input itself")
    #expect(nodes[12].inputs == ["stage0/norm", "stage0/sigmoid"])
  }

  @Test("has each activation's operators, and reads each constant that they need once")
  func activations() throws {
    let cases: [(Activation, [String])] = [
      (.relu, ["Relu"]), (.leakyReLU(slope: 0.1), ["LeakyRelu"]), (.relu6, ["Clip"]),
      (.hardswish, ["HardSigmoid", "Mul"]), (.silu, ["Sigmoid", "Mul"]), (.identity, []),
    ]
    for (activation, operations) in cases {
      var architecture = Tiny.network().architecture
      for stage in architecture.stages.indices {
        for block in architecture.stages[stage].blocks.indices {
          architecture.stages[stage].blocks[block].activation = activation
        }
      }
      let network = Network(random: architecture, seed: 1)
      for isHalf in [false, true] {
        let graph = try graph(network, .deploy, isHalf: isHalf)
        let block = graph.nodes.filter { $0.name.hasPrefix("stage1.1/") }
        #expect(block.map(\.operation) == ["Conv"] + operations, "\(activation)")
        if block.last?.operation == "Mul" {
          #expect(block.last?.inputs == [block[0].output, block[1].output], "\(activation)")
        }
        let constants = graph.weights.filter { $0.tensor.shape.isEmpty }
        #expect(constants.map(\.name) == (activation == .relu6 ? ["zero", "six"] : []))
        for (constant, value) in zip(constants, [Float(0), 6]) {
          #expect(constant.tensor.made().floats() == [value], "\(constant.name)")
          #expect(constant.tensor.elementType == (isHalf ? .float16 : .float32))
        }
      }
      let attributes = try graph(network, .deploy).nodes.flatMap(\.attributes)
      let floats = attributes.compactMap { attribute -> [Float]? in
        if case .float(let value) = attribute.value { [value] } else { nil }
      }.flatMap(\.self)
      let expected: [Float] =
        switch activation {
        case .leakyReLU: [0.1]
        case .hardswish: [1 / 6, 0.5]
        default: []
        }
      #expect(floats == network.blocks.flatMap { _ in expected }, "\(activation)")
    }
  }

  @Test("of a block that does not run is refused, with the block and the reason")
  func obstacles() throws {
    var architecture = Tiny.network().architecture
    architecture.stages[1].blocks[0].padding = .reflect
    architecture.stages[1].blocks[0].activation = .unsupported("GELU")
    let export = try NetworkExport(Network(random: architecture, seed: 1), form: .deploy)
    try withTemporaryFolder { folder in
      let error = #expect(throws: FormatError.self) {
        try export.writeOnnx(
          to: folder + "/x.onnx",
          producer: ProducerName(name: "test", version: "0")
        )
      }
      #expect(error?.kind == .unsupported)
      #expect(error?.message.en.contains("stage1.0") == true)
      #expect(error?.message.en.contains("reflect padding; the activation GELU") == true)
    }
  }

  @Test("lowers the windows of MobileOne", arguments: Form.allCases)
  func mobileOne(form: Form) throws {
    let network = Network(random: .startOfMobileOne, seed: 1)
    let graph = try graph(network, form)
    let convolutions = graph.nodes.filter { $0.operation == "Conv" && $0.name.hasSuffix("/conv") }
    let branches = (form == .train ? network.architecture : network.architecture.deployed).blocks
      .flatMap { block in block.branches.filter(\.role.hasKernel).map { (block, $0.role) } }
    try #require(convolutions.count == branches.count)
    for (node, (block, role)) in zip(convolutions, branches) {
      let size = block.kernelSize(of: role)
      #expect(node.integers("kernel_shape") == [size, size], "\(node.name)")
      #expect(node.integers("pads") == Array(repeating: size / 2, count: 4), "\(node.name)")
    }
  }

  @Test("of blocks that stand alone does not exist, and the error says what does")
  func separate() {
    let network = Network(
      name: "blocks",
      input: InputShape(),
      stages: Tiny.network().stages,
      head: nil
    )
    let error = #expect(throws: FormatError.self) { try NetworkExport(network, form: .deploy) }
    #expect(error?.kind == .unsupported && error?.message.en.contains("fold") == true)
  }

  @Test("holds the fold's own numbers")
  func weights() throws {
    let network = Tiny.network(groups: 2)
    let folded = try network.folded().namedTensors
    let weights = try graph(network, .deploy).weights
    #expect(weights.count == folded.count)
    for weight in weights {
      let expected = try #require(folded[weight.name], "\(weight.name)")
      #expect(weight.tensor.made().floats() == expected.floats(), "\(weight.name)")
    }
  }

  @Test("names every norm's own epsilon, and gives ones and zeros to norms without gamma and beta")
  func norms() throws {
    var shape = Tiny.network().architecture.blocks[2]
    shape.path = BlockPath(stage: 0, block: 0)
    for index in shape.branches.indices {
      let norm = NormShape(epsilon: [1e-3, 1e-4, 1e-5][index], isAffine: index == 0)
      shape.branches[index].norm = norm
    }
    let architecture = Architecture(
      name: "one block",
      input: InputShape(channels: shape.inputChannels, height: 8, width: 8),
      stages: [StageShape(blocks: [shape])],
      classes: 2
    )
    let graph = try graph(Network(random: architecture, seed: 3), .train)
    let epsilons = graph.nodes.flatMap(\.attributes).compactMap { attribute -> Float? in
      if case .float(let value) = attribute.value { value } else { nil }
    }
    #expect(epsilons == [1e-3, 1e-4, 1e-5])
    for (name, value) in [("weight", Float(1)), ("bias", 0)] {
      let added = try #require(
        graph.weights.first { $0.name == "stage0.rbr_identity.\(name)" }
      )
      #expect(added.tensor.made().floats().allSatisfy { $0 == value })
    }
  }

  @Test("in half precision has float16 maps, float32 norms and float32 ports")
  func half() throws {
    let graph = try graph(Tiny.network(), .train, isHalf: true)
    for weight in graph.weights {
      let expected = weight.part == .norm ? ElementType.float32 : .float16
      #expect(weight.tensor.elementType == expected, "\(weight.name)")
    }
    #expect(graph.nodes.first?.inputs == ["input"] && graph.nodes.first?.operation == "Cast")
    #expect(graph.nodes.last?.output == "logits" && graph.nodes.last?.operation == "Cast")
  }
}

extension OnnxNode {
  /// The whole numbers of an attribute.
  fileprivate func integers(_ name: String) -> [Int]? {
    for (key, value) in attributes where key == name {
      if case .integers(let values) = value { return values }
    }
    return nil
  }
}

@Suite("An ONNX file")
struct OnnxModelTests {
  @Test("of more than 2 GiB is refused before anything is written")
  func size() throws {
    let slot = TensorSlot(name: "huge", shape: [1 << 29])
    let huge = LazyTensor(shape: slot.shape) { preconditionFailure("it is refused before") }
    let port = OnnxGraph.Port(name: "x", shape: [.named("batch")])
    let model = OnnxModel(
      producer: ProducerName(name: "test", version: "0"),
      operators: .usual,
      graph: OnnxGraph(
        name: "huge",
        input: port,
        output: port,
        weights: [NamedWeight(slot, .map, huge)]
      ),
      metadata: []
    )
    try withTemporaryFolder { folder in
      let error = #expect(throws: FormatError.self) {
        try model.write(to: folder + "/huge.onnx") { _ in }
      }
      #expect(error?.kind == .unwritable && error?.message.en.contains("2 GiB") == true)
    }
  }
}
