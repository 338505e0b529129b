@testable import RepCore

/// A set of tensors as some code base could have written it: random blocks under a random scheme, behind a
/// random prefix, among odd tensors.
struct RandomCheckpoint: CustomStringConvertible {
  private(set) var tensors: [String: Tensor] = [:]
  /// The blocks by their modules, with the factor of their 1x1 branches.
  private(set) var blocks: [String: (block: Block, factor: Double)] = [:]
  private(set) var pattern: BlockPattern
  /// Names that no block has.
  private(set) var odd: [String] = []

  private var random: SeededRandom
  private let seed: UInt64

  var description: String {
    "seed \(seed), \(pattern.id), blocks \(blocks.keys.sorted()), beside \(odd)"
  }

  /// Schemes whose blocks fold.
  private static let patterns = BlockPattern.all.filter {
    $0.branches.allSatisfy { $0.role != nil }
  }

  init(seed: UInt64) {
    self.seed = seed
    random = SeededRandom(seed: seed)
    pattern = Self.patterns[Int(seed) % Self.patterns.count]
    let prefix = pick([
      "", "module.", "net.", "student.model.", "module.module.backbone.", "a.b-c.0.",
    ])
    // A pair of convolutions is a block only where a detector keeps some.
    let isPair = pattern.sequence != nil
    let module =
      isPair ? "model.3.bottlenecks." : pick(["stage1.", "neck.rep.", "model.7.", "enc."])
    for index in 0..<1 + below(4) {
      addBlock(
        "\(prefix)\(module)\(index)\(isPair ? ".cv1" : "")",
        seed: seed &* 31 &+ UInt64(index)
      )
    }
    addOddTensors(prefix)
  }

  private mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  // MARK: - Blocks

  private mutating func addBlock(_ name: String, seed: UInt64) {
    let shape = blockShape()
    let block = Block(random: shape, seed: seed)
    var factor = 1.0
    let slots = BlockSlots(shape, naming: pattern, prefix: name)
    for (slots, branch) in zip(slots.branches, block.branches) {
      add(slots.kernel, branch.kernel)
      add(slots.bias, branch.bias)
      add(slots.norm, branch.norm)
    }
    add(slots.postNorm, block.postNorm)
    if let word = pattern.factor, shape.branches.contains(where: { $0.role == .pointwise }),
      shape.form == .train, below(2) == 0
    {
      factor = pick([0.5, -2, 0.125])
      tensors["\(name).\(word)"] = Tensor([Float(factor)], shape: pick([[1], []]))
    }
    blocks[name] = (block, factor)
  }

  private mutating func blockShape() -> BlockShape {
    let groups = pick([1, 1, 2])
    let inputs = groups * (1 + below(4))
    let keeps = below(2) == 0
    let outputs = keeps ? inputs : groups * (1 + below(5))
    let isPoint = pattern.isCounted && below(3) == 0
    var shape = BlockShape(
      path: BlockPath(stage: 0, block: 0),
      inputChannels: inputs,
      outputChannels: outputs,
      kernelSize: isPoint ? 1 : 3,
      groups: groups,
      branches: [],
      activation: .identity
    )
    shape.branches =
      below(4) == 0 && pattern.folded?.isTelling == true ? [.folded] : branches(shape)
    return shape
  }

  private mutating func branches(_ shape: BlockShape) -> [BranchShape] {
    let count = pattern.isCounted ? 1 + below(4) : 1
    var branches = (0..<count).map {
      BranchShape(role: shape.kernelSize == 1 ? .pointwise : .dense, index: $0)
    }
    let isPair = pattern.sequence != nil
    if shape.kernelSize > 1 && (isPair || below(4) > 0) {
      branches.append(BranchShape(role: .pointwise))
    }
    let hasIdentity = pattern.branches.contains { $0.role == .identity }
    if hasIdentity && shape.admitsIdentity && below(3) > 0 {
      branches.append(BranchShape(role: .identity))
    }
    // Norms that were folded into their convolution already; a pair is told by its norms.
    if !isPair && below(4) == 0 {
      branches = branches.map { branch in
        guard branch.role.hasKernel else { return branch }
        return BranchShape(role: branch.role, index: branch.index, hasBias: true, norm: nil)
      }
    }
    return branches
  }

  // MARK: - Tensors

  private mutating func add(_ slot: TensorSlot?, _ tensor: Tensor?) {
    if let slot, let tensor { tensors[slot.name] = tensor.reshaped(slot.shape) }
  }

  private mutating func add(_ slots: NormSlots?, _ norm: BatchNorm?) {
    guard let slots, let norm else { return }
    add(slots.gamma, norm.gamma)
    add(slots.beta, norm.beta)
    add(slots.mean, norm.mean)
    add(slots.variance, norm.variance)
    if below(2) == 0 { tensors[slots.counter.name] = Self.integer }
  }

  private static let integer = Tensor(
    storage: Storage(copying: [Int64(7)]),
    byteOffset: 0,
    elementType: .int64,
    shape: []
  )

  private mutating func addOddTensors(_ prefix: String) {
    let block = blocks.keys.sorted().first ?? ""
    let one = Tensor([1], shape: [])
    let candidates: [(String, Tensor)] = [
      ("total_ops", one), ("\(block).total_params", one), ("n_averaged", Self.integer),
      ("val_acc.total", one), ("criterion.weight", Tensor([1, 2], shape: [2])),
      ("\(prefix)aspp.conv_1x1.0.weight", Tensor.normal(shape: [2, 2, 1, 1], seed: seed)),
      ("\(prefix)head.identity.weight", Tensor([1, 2], shape: [2])),
      ("\(prefix)layer9.0.conv1.weight", Tensor.normal(shape: [3, 2, 3, 3], seed: seed)),
      ("\(prefix)layer9.0.conv2.weight", Tensor.normal(shape: [3, 3, 1, 1], seed: seed)),
      ("\(prefix)layer9.0.bn1.running_var", Tensor([1, 2, 3], shape: [3])),
      (
        "decoder.freqs",
        Tensor(
          storage: Storage(copying: [1, 2, 3, 4] as [Float]),
          byteOffset: 0,
          elementType: .complex64,
          shape: [2]
        )
      ),
      ("pos_embed", Tensor.normal(shape: [1, 5, 4], seed: seed)),
      ("empty", Tensor([], shape: [0, 3])),
    ]
    for (name, tensor) in candidates where below(3) == 0 {
      tensors[name] = tensor
      odd.append(name)
    }
  }
}
