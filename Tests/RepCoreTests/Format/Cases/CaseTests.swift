import Testing

@testable import RepCore

/// Files as users have them, each of which was once read wrongly or refused.
@Suite struct CaseTests {
  private static let holding = CaseFixture.all.filter { $0.error == nil }

  @Test func `the fixtures are there`() {
    #expect(CaseFixture.all.count > 90)
  }

  @Test(arguments: CaseFixture.all.filter { $0.error != nil })
  func `a file without a block is called by what it is`(fixture: CaseFixture) throws {
    let fault = #expect(throws: FormatError.self, "\(fixture)") { try fixture.open() }
    let word = try #require(fixture.error)
    #expect(fault?.message.contains(word) == true, "\(fixture): \(fault?.message ?? "opened")")
  }

  @Test(arguments: holding)
  func `what is understood opens, the rest is listed`(fixture: CaseFixture) throws {
    let opened = try fixture.open()
    let found = opened.graph?.blocks.map(\.prefix).sorted() ?? []
    #expect(found == fixture.blocks?.sorted() ?? [], "\(fixture)")
    for block in fixture.opaqueBlocks ?? [] {
      let own = opened.opaqueBlocks.first { $0.prefix == block.prefix }
      let reason = own?.reason.description ?? "not listed"
      #expect(reason.contains(block.reason), "\(fixture): \(block.prefix): \(reason)")
    }
    for name in fixture.ignored ?? [] {
      #expect(opened.coverage.ignored.contains(name), "\(fixture): \(name)")
    }
    if let classes = fixture.classes {
      #expect(opened.network.head?.bias.count == classes, "\(fixture): \(opened.warnings)")
    }
    if let set = fixture.set { #expect(opened.set == set, "\(fixture)") }
    if let wrapper = fixture.wrapper { #expect(opened.wrapper == wrapper, "\(fixture)") }
  }

  @Test(arguments: holding)
  func `every block folds to what its own module computes, or the condition is named`(
    fixture: CaseFixture
  ) throws {
    let opened = try fixture.open()
    let expected = try fixture.expected() ?? [:]
    let prefixes = opened.graph?.blocks.map(\.prefix) ?? []
    for (prefix, block) in zip(prefixes, opened.network.blocks) {
      let key = prefix.isEmpty ? "" : prefix + "."
      guard let kernel = expected["\(key)kernel"], let bias = expected["\(key)bias"] else {
        continue
      }
      let fold = BlockFold(block).doubles()
      let errors = (
        relativeError(fold.kernel, kernel.doubles()), relativeError(fold.bias, bias.doubles())
      )
      #expect(max(errors.0, errors.1) < 1e-6, "\(fixture): \(prefix): \(errors)")
    }
    let conditions = opened.network.conditions.map(\.condition).joined(separator: "; ")
    for word in fixture.conditions ?? [] {
      #expect(conditions.contains(word), "\(fixture): \(conditions)")
    }
  }

  @Test(arguments: holding.filter { $0.runs == true })
  func `what a module says of itself is what runs`(fixture: CaseFixture) throws {
    let network = try fixture.open().network
    if let activation = fixture.activation {
      let titles = Set(network.blocks.map { $0.shape.activation.title.lowercased() })
      #expect(titles == [activation.lowercased()], "\(fixture)")
    }
    guard network.head != nil, let wanted = try fixture.expected()?["logits"] else { return }
    let picture = try Fixture.tensor("input", of: "cases/x16")
    let exact = Reference<Double>.run(network, input: FeatureMap(picture)).flatMap { $0 }
    #expect(relativeError(exact, wanted.doubles()) < 1e-9, "\(fixture)")
    let options = PlanOptions(height: picture.shape[2], width: picture.shape[3])
    for network in [network, try network.folded()] {
      let logits = try Session(Plan(network, options)).run(picture).doubles()
      #expect(relativeError(logits, wanted.doubles()) < 1e-4, "\(fixture)")
    }
  }

  @Test(arguments: holding.filter { $0.runs == false })
  func `what does not run is refused with the reason, and still folds`(
    fixture: CaseFixture
  ) throws {
    let network = try fixture.open().network
    let fault = #expect(throws: PlanError.self, "\(fixture)") {
      try Plan(network.folded(), PlanOptions(height: 16, width: 16))
    }
    let word = try #require(fixture.obstacle)
    #expect(fault?.description.contains(word) == true, "\(fixture): \(fault?.description ?? "")")
  }

  @Test(arguments: holding.filter { !($0.opaque ?? []).isEmpty })
  func `folding writes every other tensor back bit for bit`(fixture: CaseFixture) throws {
    let opened = try fixture.open()
    let before = try #require(opened.graph?.checkpoint.tensors)
    let after = try Tiny.withTemporaryFile("folded.safetensors") { path in
      try ModelFile.write(folded: opened.network.folded(), of: opened, to: path)
      return try Checkpoint(reading: Storage(copying: Tiny.contents(path)))
    }
    #expect(after.metadata["format"] == "pt", "\(fixture)")
    for name in fixture.opaque ?? [] {
      let (own, written) = (before[name], after.tensors[name])
      let isSame =
        own?.elementType == written?.elementType && own?.shape == written?.shape
        && own?.storedBytes == written?.storedBytes && own != nil
      #expect(isSame, "\(fixture): \(name)")
    }
  }
}
