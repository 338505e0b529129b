import Testing
import Words

@testable import RepCore

@Suite("Recognition without a description")
struct RecognizerTests {
  private func recognise(_ tensors: [String: Tensor]) throws -> Recognizer.Result {
    try Recognizer(CheckpointSet(Checkpoint(tensors: tensors))).recognize(named: "a file")
  }

  private func message(_ tensors: [String: Tensor]) -> String? {
    do {
      _ = try recognise(tensors)
      return nil
    } catch {
      return (error as? FormatError)?.message.en
    }
  }

  @Test(
    "finds official, timm and plus names in both forms",
    arguments: ["official", "timm", "plus"],
    [Form.train, .deploy]
  )
  func schemes(naming: String, form: Form) throws {
    let excite: SqueezeExciteShape.Placement =
      naming == "plus" ? .afterActivation : .beforeActivation
    let train = Tiny.network(groups: 2, excite: excite)
    let network = form == .train ? train : Tiny.deployed(train)
    let tensors =
      switch naming {
      case "timm": Renamed.timm(network)
      case "plus": Renamed.plus(network)
      default: network.namedTensors
      }
    let found = try recognise(tensors)
    #expect(found.naming == naming && found.coverage.ignored == [] && found.network.form == form)
    #expect(found.network.values == network.values)
    #expect(found.network.stages.map { $0.map(\.shape) } == network.stages.map { $0.map(\.shape) })
    #expect(
      found.network.assumptions.contains { $0.sentence.contains("stride 2 in stage0, stage1.0") }
    )
  }

  @Test(
    "finds every published variant by its shapes, in both forms",
    arguments: Variant.allCases,
    [Form.train, .deploy]
  )
  func variants(variant: Variant, form: Form) throws {
    let train = Architecture(variant: variant)
    let architecture = form == .train ? train : train.deployed
    // L2pse bears the names of a .rvg except for its blocks.
    let tensors = Empty.tensors(of: architecture)
    let named =
      variant == .l2pse
      ? Dictionary(uniqueKeysWithValues: tensors.map { (Empty.plusName($0.key), $0.value) })
      : tensors
    let found = try recognise(named)
    #expect(found.network.architecture == architecture, "\(variant) \(form)")
    #expect(found.network.name == variant.rawValue)
  }

  @Test(
    "strips the wrappers that all names share",
    arguments: [
      "module.", "module.module.", "_orig_mod.", "model.", "module.backbone.", "encoder.", "net.",
      "student.network.", "a.b.c.",
    ]
  )
  func wrappers(prefix: String) throws {
    let network = Tiny.network()
    let found = try recognise(Renamed.rename(network) { prefix + $0 })
    #expect(found.network.values == network.values)
    #expect(found.wrapper == prefix && found.network.head != nil)
  }

  @Test("accepts counters and auxiliary heads, and says that it ignores them")
  func ignored() throws {
    var tensors = Renamed.plus(Tiny.network(excite: .afterActivation))
    let one = Tensor([1], shape: [1])
    tensors["stage1_aux.0.conv.weight"] = one
    tensors["stage0.rbr_dense.bn.num_batches_tracked"] = one
    let found = try recognise(tensors)
    #expect(
      found.coverage.ignored == [
        "stage0.rbr_dense.bn.num_batches_tracked", "stage1_aux.0.conv.weight",
      ]
    )
  }

  @Test("opens a network with one block folded, and a placeholder beside branches")
  func mixed() throws {
    let network = Tiny.network()
    var tensors = network.namedTensors
    let folded = Tiny.deployed(network).namedTensors.filter { $0.key.hasPrefix("stage1.1.") }
    tensors.merge(folded) { $1 }
    #expect(try recognise(tensors).coverage.ignored == folded.keys.sorted())
    tensors = tensors.filter { !$0.key.hasPrefix("stage1.1.") }.merging(folded) { $1 }
    let found = try recognise(tensors)
    #expect(found.network.form == nil)
    #expect(found.network.blocks.map(\.shape.form) == [.train, .train, .deploy, .train, .train])
  }

  @Test("opens the rest of a network with one tensor missing, and names it")
  func missing() throws {
    let network = Tiny.network(groups: 2, excite: .beforeActivation)
    let tensors = network.namedTensors
    for name in tensors.keys.sorted() {
      var rest = tensors
      rest[name] = nil
      let found = try recognise(rest)
      switch name {
      case "linear.bias":
        #expect(found.network.assumptions.contains(Assumption(.noHeadBias, .tensors)))
      case "linear.weight": #expect(found.network.head == nil)
      default:
        #expect(found.network.head == nil, "without \(name)")
        #expect(found.network.blocks.count == network.blocks.count - 1, "without \(name)")
        #expect(found.opaqueBlocks.map(\.reason) == [.missing([name])], "without \(name)")
      }
    }
  }

  @Test("says so where a block has no identity though every known network has one there")
  func noIdentity() throws {
    let tensors = Tiny.network().namedTensors.filter { !$0.key.contains("stage1.1.rbr_identity") }
    let found = try recognise(tensors)
    #expect(found.network.head != nil)
    #expect(found.network.blocks[2].branches.map(\.role) == [.dense, .pointwise])
    #expect(found.network.conditions.contains(Assumption(.noIdentity(in: ["stage1.1"]), .tensors)))
  }

  @Test("lets blocks stand alone behind a missing one, and says where it is missing")
  func gap() throws {
    let tensors = Tiny.network().namedTensors
    for (part, behind) in [("stage1.0.", "stage1.1"), ("stage0.", "stage1.0")] {
      let found = try recognise(tensors.filter { !$0.key.contains(part) })
      #expect(found.network.head == nil && found.network.blocks.count == 4, "\(part)")
      #expect(found.warnings == [.gap(before: behind)], "\(part)")
    }
  }

  @Test("refuses a file without a block, and opens the others beside a strange one")
  func refuses() throws {
    #expect(
      message(["a": Tensor([1], shape: [1])])?.contains("no re-parameterizable block") == true
    )
    #expect(message([:])?.contains("no tensors") == true)
    for shape in [[], [0], [8, 0, 3, 3], [8, 3, 3, 3], [1 << 20, 0, 0, 0]] as [[Int]] {
      var strange = Tiny.network().namedTensors
      strange["stage1.0.rbr_dense.conv.weight"] = Empty.tensor(shape)
      let found = try recognise(strange)
      #expect(found.network.head == nil && found.network.blocks.count == 4, "\(shape)")
      #expect(found.opaqueBlocks.map(\.prefix) == ["stage1.0"], "\(shape)")
    }
  }
}
