import Testing

@testable import RepCore

@Suite("Kernels of a block that pickled modules tell of")
struct BlockKernelsTests {
  /// One block of RepVGG with the facts of its convolutions' modules.
  private func opaque(
    dense: [String: [Int]] = [:],
    pointwise: [String: [Int]] = [:]
  ) throws -> [OpaqueBlock] {
    func facts(_ integers: [String: [Int]]) -> ModuleFacts {
      ModuleFacts(
        className: "Conv2d",
        fullName: "torch.nn.modules.conv.Conv2d",
        integers: integers,
        numbers: [:],
        flags: [:],
        texts: [:]
      )
    }
    let checkpoint = Checkpoint(tensors: Tiny.network().namedTensors)
    let set = CheckpointSet(
      name: "",
      checkpoint: checkpoint,
      names: checkpoint.names,
      modules: [
        "stage1.1.rbr_dense.conv": facts(dense), "stage1.1.rbr_1x1.conv": facts(pointwise),
      ]
    )
    return try Recognizer(set).recognize(named: "a file").opaqueBlocks
  }

  @Test(
    "says in what the branches differ, and how",
    arguments: [("stride", 1, 2), ("groups", 1, 4), ("groups", 8, 2), ("stride", 3, 1)]
  )
  func unequal(attribute: String, dense: Int, pointwise: Int) throws {
    let blocks = try opaque(dense: [attribute: [dense]], pointwise: [attribute: [pointwise]])
    let (low, high) = (min(dense, pointwise), max(dense, pointwise))
    #expect(
      blocks.map(\.description) == [
        "stage1.1 (official): its branches differ in \(attribute): \(low) and \(high)"
      ],
      "\(attribute) of \(dense) and \(pointwise)"
    )
  }

  @Test("takes branches that say the same, or of which one says nothing")
  func equal() throws {
    #expect(try opaque(dense: ["stride": [1, 1]], pointwise: ["stride": [1, 1]]) == [])
    #expect(try opaque(dense: ["groups": [1]]) == [])
  }
}
