import Testing
import Words

@testable import RepCore

/// Files as users have them, each with a trap.
@Suite struct CaseTests {
  private static let holding = CaseFixture.all.filter { $0.error == nil && $0.memory != true }

  @Test func `the fixtures are there`() {
    #expect(CaseFixture.all.count >= 200)
  }

  @Test(arguments: CaseFixture.all.filter { $0.error != nil })
  func `a file without a block is called by what it is`(fixture: CaseFixture) throws {
    let fault = #expect(throws: FormatError.self, "\(fixture)") { try fixture.open() }
    let word = try #require(fixture.error)
    #expect(
      fault?.message.en.contains(word) == true,
      "\(fixture): \(fault?.message.en ?? "opened")"
    )
  }

  @Test(arguments: holding)
  func `what is understood opens, the rest is listed`(fixture: CaseFixture) throws {
    let opened = try fixture.open()
    let found = opened.graph?.blocks.map(\.prefix) ?? []
    if let blocks = fixture.blocks {
      // A damaged block opens, too, but has no right value.
      let isRight = fixture.damaged == nil ? found.count == blocks.count : true
      #expect(
        isRight && Set(found).isSuperset(of: blocks),
        "\(fixture): \(found), \(opened.opaqueBlocks)"
      )
    }
    for (prefix, word) in fixture.opaqueBlocks ?? [:] {
      let own = opened.opaqueBlocks.first { $0.prefix == prefix }
      let reason = own?.reason.description ?? "not listed"
      #expect(reason.contains(word), "\(fixture): \(prefix): \(reason)")
    }
    for name in fixture.ignored ?? [] {
      #expect(opened.coverage.ignored.contains(name), "\(fixture): \(name)")
    }
    let hasClasses = fixture.blocks == nil || opened.network.head?.bias.count == fixture.classes
    #expect(hasClasses, "\(fixture): \(String(describing: opened.network.head?.bias.count))")
    if let set = fixture.set { #expect(opened.set == set, "\(fixture)") }
    if let wrapper = fixture.wrapper { #expect(opened.wrapper == wrapper, "\(fixture)") }
    if let words = fixture.warnings {
      let warnings = opened.warnings.map(\.description)
      let isSaid = warnings.contains { warning in words.allSatisfy { warning.contains($0) } }
      #expect(isSaid, "\(fixture): \(warnings)")
    }
    for name in fixture.unwritable ?? [] {
      #expect(opened.leftOut(writing: "x.safetensors").contains(name), "\(fixture): \(name)")
    }
  }

  @Test(arguments: holding)
  func `every block folds to what its own module computes, or the condition is named`(
    fixture: CaseFixture
  ) throws {
    let opened = try fixture.open()
    let expected = try fixture.expected()
    for (prefix, block) in zip(opened.graph?.blocks.map(\.prefix) ?? [], opened.network.blocks) {
      let key = prefix.isEmpty ? "" : prefix + "."
      guard let kernel = expected["\(key)kernel"], let bias = expected["\(key)bias"] else {
        continue
      }
      let fold = BlockFold(block).doubles()
      let right = kernel.doubles()
      // A 1x1 window stands in the middle of the expected 3x3 one.
      let own = block.shape.kernelSize == 1 ? fold.kernel.flatMap { Self.centred($0) } : fold.kernel
      guard own.count == right.count else {
        Issue.record("\(fixture): \(prefix) has \(own.count) taps, not \(right.count)")
        continue
      }
      let errors = (relativeError(own, right), relativeError(fold.bias, bias.doubles()))
      #expect(max(errors.0, errors.1) < 1e-6, "\(fixture): \(prefix): \(errors)")
    }
  }

  private static func centred(_ value: Double) -> [Double] { [0, 0, 0, 0, value, 0, 0, 0, 0] }

  @Test(arguments: holding.filter { $0.conditions != nil })
  func `what the kernels depend on and nobody said is named`(fixture: CaseFixture) throws {
    var options = ReadingOptions()
    options.set = try fixture.readingOptions().set
    options.scheme = try fixture.readingOptions().scheme
    let opened = try fixture.open(options)
    let conditions = opened.network.assumptions.filter { $0.effect != .trials }.map(\.condition)
      .joined(separator: "; ")
    for word in fixture.conditions ?? [] {
      #expect(conditions.contains(word), "\(fixture): \(conditions)")
    }
  }

  @Test(arguments: holding.filter { $0.runs != nil || $0.activation != nil || $0.strides != nil })
  func `what a module says of itself is what runs, or why it does not`(
    fixture: CaseFixture
  ) throws {
    let opened = try fixture.open()
    let network = opened.network
    let prefixes = opened.graph?.blocks.map(\.prefix) ?? []
    for (prefix, block) in zip(prefixes, network.blocks) {
      let told: String? =
        switch fixture.activation {
        case .word(let word): word
        case .words(let words): words[prefix]
        default: nil
        }
      guard let told else { continue }
      #expect(block.shape.activation.word == told.lowercased(), "\(fixture): \(prefix)")
    }
    if let strides = fixture.strides {
      #expect(network.blocks.map(\.shape.stride) == strides, "\(fixture)")
    }
    guard let runs = fixture.runs else { return }
    let size = network.head == nil ? nil : 16
    let options = PlanOptions(height: size, width: size)
    guard runs else {
      let fault = #expect(throws: PlanError.self, "\(fixture)") {
        try Plan(network.folded(), options)
      }
      let word = try #require(fixture.obstacle)
      #expect(fault?.description.contains(word) == true, "\(fixture): \(fault?.description ?? "")")
      return
    }
    guard network.head != nil, let wanted = try fixture.expected()["logits"]?.doubles() else {
      _ = try Plan(network.folded(), options)
      return
    }
    let picture = try Fixture.tensor("input", of: "cases/x16")
    let exact = Reference<Double>.run(network, input: FeatureMap(picture)).flatMap { $0 }
    #expect(relativeError(exact, wanted) < 1e-9, "\(fixture)")
    for network in [network, try network.folded()] {
      let logits = try Session(Plan(network, options)).run(picture).doubles()
      #expect(relativeError(logits, wanted) < 1e-4, "\(fixture)")
    }
  }

  @Test(arguments: holding.filter { !($0.opaque ?? []).isEmpty })
  func `folding writes every other tensor back bit for bit`(fixture: CaseFixture) throws {
    let opened = try fixture.open()
    let before = try #require(opened.graph?.checkpoint.tensors)
    let expected = try fixture.expected()
    let after = try Tiny.withTemporaryFile("folded.safetensors") { path in
      try ModelFile.write(folded: opened.network.folded(), of: opened, to: path)
      return try Checkpoint(reading: Storage(copying: Tiny.contents(path)))
    }
    #expect(after.metadata["format"] == "pt", "\(fixture)")
    for name in fixture.opaque ?? [] {
      let (own, written) = (expected[name] ?? before[name], after.tensors[name])
      let isSame =
        own != nil && own?.elementType == written?.elementType && own?.shape == written?.shape
        && own?.storedBytes == written?.storedBytes
      #expect(isSame, "\(fixture): \(name)")
    }
  }
}

extension Activation {
  /// As `--activation` spells it; of an activation that the engine lacks, its class.
  fileprivate var word: String {
    switch self {
    case .relu: "relu"
    case .relu6: "relu6"
    case .hardswish: "hardswish"
    case .silu: "silu"
    case .identity: "none"
    case .leakyReLU(let slope): "leaky-relu=\(slope)"
    case .unsupported(let name): name.lowercased()
    }
  }
}
