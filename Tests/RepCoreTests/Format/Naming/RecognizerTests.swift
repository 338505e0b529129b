import Testing

@testable import RepCore

@Suite("Recognition without a description")
struct RecognizerTests {
  private func recognise(_ tensors: [String: Tensor]) throws -> (
    network: Network, ignored: [String], naming: String
  ) {
    let set = CheckpointSet(Checkpoint(tensors: tensors))
    let recognizer = try Recognizer(set)
    let result = try recognizer.recognize(named: "a file")
    return (result.network, result.coverage.ignored, recognizer.naming)
  }

  private func message(_ tensors: [String: Tensor]) -> String? {
    do {
      _ = try recognise(tensors)
      return nil
    } catch {
      return (error as? FormatError)?.message
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
    #expect(found.naming == naming && found.ignored == [] && found.network.form == form)
    #expect(found.network.values == network.values)
    #expect(found.network.stages.map { $0.map(\.shape) } == network.stages.map { $0.map(\.shape) })
    #expect(found.network.assumptions.contains { $0.contains("stride 2 in stage0, stage1.0") })
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
      "module.", "module.module.", "_orig_mod.", "model.", "module.backbone.", "encoder.",
    ]
  )
  func wrappers(prefix: String) throws {
    let network = Tiny.network()
    let found = try recognise(Renamed.rename(network) { prefix + $0 })
    #expect(found.network.values == network.values)
    var mixed = Renamed.rename(network) { prefix + $0 }
    mixed["other"] = Tensor([1], shape: [1])
    #expect(message(mixed) != nil, "\(prefix) is not shared by all")
  }

  @Test("accepts counters and auxiliary heads, and says that it ignores them")
  func ignored() throws {
    var tensors = Renamed.plus(Tiny.network(excite: .afterActivation))
    let one = Tensor([1], shape: [1])
    tensors["stage1_aux.0.conv.weight"] = one
    tensors["stage0.rbr_dense.bn.num_batches_tracked"] = one
    let found = try recognise(tensors)
    #expect(
      found.ignored == ["stage0.rbr_dense.bn.num_batches_tracked", "stage1_aux.0.conv.weight"]
    )
  }

  @Test("opens a network with one block folded, and a placeholder beside branches")
  func mixed() throws {
    let network = Tiny.network()
    var tensors = network.namedTensors
    let folded = Tiny.deployed(network).namedTensors.filter { $0.key.hasPrefix("stage1.1.") }
    tensors.merge(folded) { $1 }
    #expect(try recognise(tensors).ignored == folded.keys.sorted())
    tensors = tensors.filter { !$0.key.hasPrefix("stage1.1.") }.merging(folded) { $1 }
    let found = try recognise(tensors)
    #expect(found.network.form == nil)
    #expect(found.network.blocks.map(\.shape.form) == [.train, .train, .deploy, .train, .train])
  }

  @Test("refuses any network with one tensor missing, and names it")
  func missing() throws {
    let tensors = Tiny.network(groups: 2, excite: .beforeActivation).namedTensors
    for name in tensors.keys.sorted() {
      var rest = tensors
      rest[name] = nil
      let fault = try #require(self.message(rest), "without \(name)")
      #expect(fault.contains(name) || fault.contains("is missing"), "\(name): \(fault)")
    }
  }

  @Test("refuses a missing identity, a missing block, strange names and strange shapes")
  func refuses() throws {
    let tensors = Tiny.network().namedTensors
    let without = { (part: String) in tensors.filter { !$0.key.contains(part) } }
    #expect(message(without("stage1.1.rbr_identity"))?.contains("4 tensors are missing") == true)
    #expect(message(without("stage1.0."))?.contains("blocks are missing before stage1.1") == true)
    #expect(message(without("stage0."))?.contains("blocks are missing") == true)
    #expect(
      message(["a": Tensor([1], shape: [1])])?.contains("no re-parameterizable block") == true
    )
    #expect(message([:])?.contains("no tensors") == true)
    for shape in [[], [0], [8, 0, 3, 3], [8, 3, 3, 3], [1 << 20, 0, 0, 0]] as [[Int]] {
      var strange = tensors
      strange["stage1.0.rbr_dense.conv.weight"] = Empty.tensor(shape)
      #expect(message(strange) != nil, "\(shape)")
    }
  }
}
