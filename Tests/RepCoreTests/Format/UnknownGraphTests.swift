import Testing
import Words

@testable import RepCore

@Suite("Folding blocks of an unknown graph")
struct UnknownGraphTests {
  private func schemes(_ file: String) throws -> String { try Fixture.path("schemes/\(file)") }

  /// Names of the tensors in the blocks of `network`, without the counters of norms.
  private func names(_ checkpoint: Checkpoint, in network: Network) -> Set<String> {
    let modules = network.blocks.map { $0.shape.title + "." }
    return Set(
      checkpoint.names.filter { name in
        modules.contains { name.hasPrefix($0) } && !name.hasSuffix("num_batches_tracked")
      }
    )
  }

  @Test(
    "writes the names that the project's own code leaves when it folds",
    arguments: [
      ("yolov6-train.pt", "yolov6-deploy.pt"), ("yolov7-train.pt", "yolov7-deploy.pt"),
      ("supergradients-train.pth", "supergradients-deploy.pth"),
    ]
  )
  func names(train: String, deploy: String) throws {
    let opened = try ModelFile.inspect(schemes(train))
    let expected = try ModelFile.inspect(schemes(deploy))
    try Tiny.withTemporaryFile("folded.safetensors") { path in
      try ModelFile.write(folded: opened.network.folded(), of: opened, to: path)
      let written = try Checkpoint.open(path)
      let graph = try #require(expected.graph)
      let network = opened.network
      #expect(names(written, in: network) == names(graph.checkpoint, in: network), "\(train)")

      let again = try ModelFile.inspect(path)
      #expect(again.network.form == .deploy, "\(train)")
      let folded = Dictionary(
        try opened.network.folded().blocks.map { ($0.shape.title, $0) }
      ) { first, _ in first }
      for block in again.network.blocks {
        let mine = try #require(folded[block.shape.title])
        #expect(
          block.branches[0].kernel?.doubles() == mine.branches[0].kernel?.doubles(),
          "\(train) \(block.shape.title)"
        )
      }
      for name in opened.coverage.opaque {
        let (before, after) = (opened.graph?.checkpoint.tensors[name], written.tensors[name])
        #expect(
          before?.elementType == after?.elementType && before?.shape == after?.shape,
          "\(name)"
        )
      }
    }
  }

  @Test("is no .rvg, and says what to do instead")
  func noRvg() throws {
    let opened = try ModelFile.inspect(schemes("yolov6-train.pt"))
    let fault = #expect(throws: FormatError.self) {
      try ModelFile.write(opened.network, to: "/dev/null")
    }
    #expect(fault?.message.en.contains("fold writes the checkpoint") == true)
  }

  @Test("runs each block alone on its own planes of one input")
  func plan() throws {
    let network = try ModelFile.inspect(
      schemes("yolov6-train.pt"),
      ReadingOptions(extent: 12)
    ).network
    let plan = try Plan(network.folded(), PlanOptions(threads: 1))
    #expect(plan.inputShape == [1, 18, 12, 12] && plan.classes == 0)
    let logits = try Session(plan).run(.normal(shape: plan.inputShape, seed: 1))
    #expect(logits.shape == [1, 0])
    #expect(Set(plan.steps.compactMap(\.blockTitle)) == Set(network.blocks.map(\.shape.title)))
  }

  @Test("refuses a set that is not there, and names those that are")
  func sets() throws {
    let fault = #expect(throws: FormatError.self) {
      try ModelFile.inspect(schemes("official-pair.pth"), ReadingOptions(set: "best"))
    }
    #expect(fault?.message.en.contains("state_dict_ema") == true)
  }

  @Test("takes epsilon from pickled modules, from the user, or the usual one")
  func epsilon() throws {
    func epsilon(_ file: String, _ options: ReadingOptions = ReadingOptions()) throws -> Double? {
      try ModelFile.inspect(schemes(file), options).network.blocks[0].branches[0].norm?.shape
        .epsilon
    }
    #expect(try epsilon("yolov6-train.pt") == 1e-3)
    #expect(try epsilon("yolov6-state.pth") == 1e-3, "its modules are called ERBlock")
    #expect(try epsilon("yolov6-state.pth", ReadingOptions(epsilon: 1e-4)) == 1e-4)
  }

  @Test("warns when a file's name says another form than its tensors")
  func warning() throws {
    let opened = try ModelFile.inspect(schemes("RepVGG-A0-train.pth"))
    #expect(opened.warnings.count == 1 && opened.warnings[0].description.contains("deploy form"))
    #expect(try ModelFile.inspect(schemes("official-train.pth")).warnings == [])
  }
}
