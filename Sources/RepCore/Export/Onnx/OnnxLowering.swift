/// Lowers a network to ONNX operators, block by block.
///
/// Nodes are named by block and part, `stage1.0/conv`; a node's output bears the node's name. Weights bear
/// their names in a `.rvg`.
struct OnnxLowering {
  static let input = "input"
  static let output = "logits"

  private(set) var nodes: [OnnxNode] = []
  /// Numbers that nodes read, by their names; each once.
  private(set) var constants: [(name: String, value: Float)] = []
  /// The value that the next node sees.
  private var current = OnnxLowering.input

  /// Adds a node behind the current value, which its output becomes; returns the output.
  @discardableResult
  private mutating func add(
    _ operation: String,
    _ name: String,
    _ inputs: [String] = [],
    output: String? = nil,
    attributes: [(name: String, value: OnnxNode.Attribute)] = []
  ) -> String {
    let node = OnnxNode(operation, name, [current] + inputs, output: output, attributes: attributes)
    nodes.append(node)
    current = node.output
    return current
  }

  /// Converts the current value to `type`.
  mutating func cast(to type: OnnxType, _ name: String, output: String? = nil) {
    add("Cast", name, output: output, attributes: [("to", .integer(type.rawValue))])
  }

  /// Adds `block`, whose tensors have the names of `slots`.
  mutating func block(_ block: BlockShape, _ slots: BlockSlots) {
    let path = block.path.description
    let source = current
    let outputs = zip(block.branches, slots.branches).map { branch, slots in
      current = source
      let place = block.branches.count == 1 ? path : "\(path)/\(branch.id)"
      self.branch(branch, slots, of: block, at: place)
      return current
    }
    current = outputs[0]
    for (index, output) in outputs.enumerated().dropFirst() {
      add("Add", "\(path)/add\(index)", [output])
    }
    norm(block.postNorm, slots.postNorm, "\(path)/norm")
    let placement = block.squeezeExcite?.placement
    if placement == .beforeActivation { squeezeExcite(slots, path) }
    activation(block.activation, path)
    if placement == .afterActivation { squeezeExcite(slots, path) }
  }

  private mutating func branch(
    _ branch: BranchShape,
    _ slots: BranchSlots,
    of block: BlockShape,
    at place: String
  ) {
    if branch.role == .average {
      average(block, "\(place)/average")
    } else if let kernel = slots.kernel {
      convolution(
        kernel,
        slots.bias,
        "\(place)/conv",
        stride: block.stride,
        groups: block.groups,
        dilation: block.dilation
      )
    }
    norm(branch.norm, slots.norm, "\(place)/norm")
  }

  /// A convolution that is padded so that its window is centred.
  private mutating func convolution(
    _ kernel: TensorSlot,
    _ bias: TensorSlot?,
    _ name: String,
    stride: Int = 1,
    groups: Int = 1,
    dilation: Int = 1
  ) {
    let window = Array(kernel.shape[2...])
    let padding = window.map { $0 / 2 * dilation }
    add(
      "Conv",
      name,
      [kernel.name] + [bias].compactMap { $0?.name },
      attributes: [
        ("dilations", .integers(window.map { _ in dilation })),
        ("group", .integer(groups)),
        ("kernel_shape", .integers(window)),
        ("pads", .integers(padding + padding)),
        ("strides", .integers(window.map { _ in stride })),
      ]
    )
  }

  /// The mean of each window; zeros around the map count, as they do when it is folded.
  private mutating func average(_ block: BlockShape, _ name: String) {
    let size = block.kernelSize
    add(
      "AveragePool",
      name,
      attributes: [
        ("count_include_pad", .integer(1)),
        ("kernel_shape", .integers([size, size])),
        ("pads", .integers(Array(repeating: size / 2, count: 4))),
        ("strides", .integers([block.stride, block.stride])),
      ]
    )
  }

  private mutating func norm(_ shape: NormShape?, _ slots: NormSlots?, _ name: String) {
    guard let shape, let slots else { return }
    guard let gamma = slots.gamma, let beta = slots.beta else {
      preconditionFailure("the norm \(name) is exported with gamma and beta")
    }
    add(
      "BatchNormalization",
      name,
      [gamma.name, beta.name, slots.mean.name, slots.variance.name],
      attributes: [("epsilon", .float(Float(shape.epsilon)))]
    )
  }

  private mutating func activation(_ activation: Activation, _ path: String) {
    switch activation {
    case .relu: add("Relu", "\(path)/relu")
    case .leakyReLU(let slope):
      add("LeakyRelu", "\(path)/leaky-relu", attributes: [("alpha", .float(Float(slope)))])
    case .relu6: add("Clip", "\(path)/relu6", [constant("zero", 0), constant("six", 6)])
    case .hardswish:
      // An operator of its own from set 14 on; this is how that is defined.
      let share: [(name: String, value: OnnxNode.Attribute)] = [
        ("alpha", .float(1 / 6)), ("beta", .float(0.5)),
      ]
      gated(by: "HardSigmoid", "\(path)/hardsigmoid", share, "\(path)/hardswish")
    case .silu: gated(by: "Sigmoid", "\(path)/sigmoid", [], "\(path)/silu")
    case .identity: break
    case .unsupported(let name):
      preconditionFailure("\(name) is refused before a graph is made")
    }
  }

  /// Adds the current value times `operation` of it.
  private mutating func gated(
    by operation: String,
    _ gateName: String,
    _ attributes: [(name: String, value: OnnxNode.Attribute)],
    _ name: String
  ) {
    let source = current
    let gate = add(operation, gateName, attributes: attributes)
    current = source
    add("Mul", name, [gate])
  }

  private mutating func constant(_ name: String, _ value: Float) -> String {
    if !constants.contains(where: { $0.name == name }) { constants.append((name, value)) }
    return name
  }

  private mutating func squeezeExcite(_ slots: BlockSlots, _ path: String) {
    guard let reduce = slots.reduce, let expand = slots.expand else { return }
    let source = current
    add("GlobalAveragePool", "\(path)/se/pool")
    convolution(reduce.kernel, reduce.bias, "\(path)/se/down")
    add("Relu", "\(path)/se/relu")
    convolution(expand.kernel, expand.bias, "\(path)/se/up")
    let scale = add("Sigmoid", "\(path)/se/sigmoid")
    current = source
    add("Mul", "\(path)/se/scale", [scale])
  }

  /// Adds the classifier; `output` names its result.
  mutating func head(_ slots: LinearSlots, output: String) {
    add("GlobalAveragePool", "pool")
    add("Flatten", "flatten", attributes: [("axis", .integer(1))])
    add(
      "Gemm",
      "linear",
      [slots.kernel.name, slots.bias.name],
      output: output,
      attributes: [("transB", .integer(1))]
    )
  }
}
