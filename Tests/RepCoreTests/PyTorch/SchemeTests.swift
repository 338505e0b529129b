import Testing

@testable import RepCore

/// Checkpoints of every naming scheme and container, as their own projects write them.
@Suite struct SchemeTests {
  @Test(arguments: SchemeFixture.all)
  func `a reader finds what the project's own code put into the file`(
    fixture: SchemeFixture
  ) throws {
    let opened = try fixture.open()
    let network = opened.network
    let blocks = network.blocks.map { block in
      // A chain names its blocks by their places, so that only their order can be compared.
      SchemeFixture.Block(block.shape, prefix: fixture.isChain ? "" : block.shape.title)
    }
    let expected = fixture.blocks.map { fixture.told($0) }
    #expect(blocks.count == expected.count, "\(fixture)")
    if fixture.isChain {
      for (found, expected) in zip(blocks, expected) { #expect(found == expected, "\(fixture)") }
    } else {
      let found = Dictionary(blocks.map { ($0.prefix, $0) }) { first, _ in first }
      for it in expected { #expect(found[it.prefix] == it, "\(fixture): \(it.prefix)") }
    }
    #expect(network.head?.bias.count == fixture.classes, "\(fixture)")
    if opened.sets.count > 1 || !opened.set.isEmpty {
      #expect(opened.sets.sorted() == fixture.sets.map(\.name).sorted(), "\(fixture)")
      #expect(opened.set == fixture.sets.last?.name, "\(fixture)")
    }
  }

  @Test(arguments: SchemeFixture.all)
  func `the account of tensors names all that belong to no block`(fixture: SchemeFixture) throws {
    let coverage = try fixture.open().coverage
    let ignored = coverage.ignored.filter { !$0.hasSuffix("num_batches_tracked") }
    let opaque = coverage.opaque.filter { !$0.hasSuffix("num_batches_tracked") }
    #expect(ignored.sorted() == fixture.ignored, "\(fixture)")
    #expect(opaque.sorted() == fixture.opaque, "\(fixture)")
  }

  @Test(
    arguments: SchemeFixture.all.filter(\.isChain),
    ["square", "odd"]
  )
  func `a network gives the logits of the code that made it`(
    fixture: SchemeFixture,
    input: String
  ) throws {
    let picture = try Fixture.tensor("input", of: "input-\(input)")
    for set in fixture.sets {
      let network = try fixture.open(set: set.name.isEmpty ? nil : set.name).network
      let wanted = try fixture.output("\(input).\(fixture.form).double", set: set)
      let what = "\(fixture) \(set.name) on \(input)"

      let exact = Reference<Double>.run(network, input: FeatureMap(picture)).flatMap { $0 }
      #expect(relativeError(exact, wanted) < 1e-12, "\(what)")
      let folded = try Reference<Double>.run(network.folded(), input: FeatureMap(picture))
      #expect(relativeError(folded.flatMap { $0 }, wanted) < 2e-6, "\(what), folded")

      let shape = picture.shape
      let options = PlanOptions(batch: shape[0], height: shape[2], width: shape[3])
      for network in [network, try network.folded()] {
        let logits = try Session(Plan(network, options)).run(picture).doubles()
        let form = network.form?.rawValue ?? "mixed"
        #expect(relativeError(logits, wanted) < 1e-4, "\(what), engine, \(form)")
      }
    }
  }

  @Test(arguments: SchemeFixture.all.filter { !$0.isChain })
  func `a block that stands alone gives the output of the code that made it`(
    fixture: SchemeFixture
  ) throws {
    for set in fixture.sets {
      let opened = try fixture.open(set: set.name.isEmpty ? nil : set.name)
      for expected in fixture.blocks {
        let named = opened.network.blocks.first { $0.shape.title == expected.prefix }
        let block = try #require(named, "\(fixture) \(expected.prefix)").completed(as: expected)
        try #require(block.shape.inputChannels == expected.in, "\(fixture) \(expected.prefix)")
        let input = try Fixture.tensor("\(expected.in)", of: "schemes/block-inputs")
        let wanted = try fixture.output(expected.prefix, set: set)
        let what = "\(fixture) \(set.name) \(expected.prefix)"
        for (block, tolerance) in [(block, 1e-12), (BlockFold(block).folded(), 2e-6)] {
          let found = Reference<Double>.run(block, input: FeatureMap(input)).values
          let error = relativeError(found, wanted)
          #expect(error < tolerance, "\(what) \(block.shape.form): \(error)")
        }
      }
    }
  }
}

extension SchemeFixture {
  /// `block` as far as this file tells it: without modules, nothing tells a lone block's stride unless
  /// an identity does, nor its activation, nor whether a branch without parameters is there.
  fileprivate func told(_ block: Block) -> Block {
    var told = block
    if isChain { told.prefix = "" }
    guard !isChain, !module else { return told }
    told.stride = 1
    told.activation = SchemeFixture.name(of: .identity)
    let isQuantizationAware = block.postNorm != nil && block.branches.count > 1
    let identity = Branch(role: "identity", kernelSize: 1, bias: false, norm: nil)
    if isQuantizationAware, block.in == block.out, !block.branches.contains(identity) {
      told.branches.append(identity)
    }
    return told
  }
}

extension Block {
  /// The block with what only its project's code knows: stride, activation, and no identity where none is.
  fileprivate func completed(as expected: SchemeFixture.Block) -> Block {
    var shape = shape
    var branches = branches
    shape.stride = expected.stride
    shape.activation = SchemeFixture.activation(named: expected.activation) ?? shape.activation
    if !expected.branches.contains(where: { $0.role == "identity" }) {
      shape.branches.removeAll { $0.role == .identity }
      branches.removeAll { $0.role == .identity }
    }
    return Block(shape: shape, branches: branches, postNorm: postNorm, squeezeExcite: squeezeExcite)
  }
}
