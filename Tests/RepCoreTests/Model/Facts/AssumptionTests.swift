import Testing

@testable import RepCore

@Suite("What was assumed, beside what the user gives")
struct AssumptionTests {
  private func sentences(_ network: Network, on extent: (Int, Int)?) -> [String] {
    network.assumptions.compactMap { assumption in
      extent.map { assumption.given(height: $0.0, width: $0.1) } ?? assumption
    }
    .map(\.sentence)
  }

  private func sizes(_ sentences: [String]) -> [String] {
    sentences.filter { $0.contains("picture") || $0.contains("maps") || $0.contains("size") }
  }

  @Test("the size of pictures is not assumed where the input has its own")
  func pictures() throws {
    let network = try Tiny.network().rewritten().network
    #expect(sizes(sentences(network, on: nil)) == ["pictures of 224x224"])
    #expect(sizes(sentences(network, on: (16, 12))) == [])
    #expect(sentences(network, on: (16, 12)).count == network.assumptions.count - 1)
  }

  @Test("neither is that of a published network, whose strides still are")
  func variant() throws {
    let architecture = Architecture(variant: .a0)
    let set = CheckpointSet(Checkpoint(tensors: Empty.tensors(of: architecture)))
    let network = try Recognizer(set).recognize(named: "a file").network
    let own = sentences(network, on: nil)
    #expect(
      own.prefix(2) == ["strides as in RepVGG-A0", "pictures of 224x224 as in RepVGG-A0"]
    )
    #expect(sizes(own).count == 1)
    #expect(sentences(network, on: (224, 224)) == own.filter { !$0.hasPrefix("pictures") })
  }

  @Test("neither is what a .rvg recorded of it")
  func recorded() throws {
    try Tiny.withTemporaryFile { path in
      try ModelFile.write(Tiny.network().rewritten().network, to: path)
      let network = try ModelFile.open(path)
      #expect(sizes(sentences(network, on: nil)) == ["pictures of 224x224"])
      #expect(sizes(sentences(network, on: (16, 12))) == [])
    }
  }

  @Test("blocks that stand alone are tried on maps of the size that is given")
  func alone() throws {
    let network = try ModelFile.inspect(Fixture.path("schemes/yolov7-train.pt")).network
    func told(_ extent: (Int, Int)?) -> [String] {
      sentences(network, on: extent).filter { $0.contains("each stands alone") }
    }
    #expect(told(nil).first?.hasSuffix("on maps of 56x56") == true)
    #expect(told((32, 20)).first?.hasSuffix("on maps of 32x20") == true)
  }
}
