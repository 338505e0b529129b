import Foundation
import Testing

@testable import RepCore

@Suite("The digits sample")
struct DigitsTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../Samples").standardized.path

  @Test("is as Python described it, with its checksum right")
  func facts() throws {
    let opened = try ModelFile.inspect(Self.folder + "/digits.rvg")
    let network = opened.network
    #expect(opened.container == .rvg && opened.isVerified)
    #expect(opened.byteCount < 1_500_000)
    #expect(network.form == .train)
    #expect(network.labels == (0..<10).map(String.init))
    #expect(network.stages.map(\.count) == [1, 2, 3, 1])
    #expect(network.blocks.map(\.shape.outputChannels) == [16, 32, 32, 64, 64, 64, 128])
    #expect(network.blocks.map(\.shape.stride) == [1, 1, 1, 2, 1, 1, 2])
    let withIdentity = network.blocks.filter { $0.branch(.identity) != nil }
    #expect(withIdentity.map(\.path.description) == ["stage1.1", "stage2.1", "stage2.2"])
    #expect(network.input.mean == [0.3054] && network.input.deviation == [0.3762])
  }

  @Test("has a twin of QARepVGG blocks: a norm in the 3x3 and behind the sum, and nowhere else")
  func quantizationAware() throws {
    let opened = try ModelFile.inspect(Self.folder + "/digits-qa.rvg")
    let (network, plain) = (opened.network, try ModelFile.open(Self.folder + "/digits.rvg"))
    #expect(opened.isVerified && network.form == .train && network.assumptions.isEmpty)
    #expect(network.input == plain.input)
    for (block, other) in zip(network.blocks, plain.blocks) {
      #expect(block.branches.map(\.id) == other.branches.map(\.id), "\(block.path)")
      #expect(block.branches.map { $0.norm != nil } == block.branches.map { $0.role == .dense })
      #expect(block.postNorm != nil && other.postNorm == nil, "\(block.path)")
      #expect(block.shape.foldedKernelShape == other.shape.foldedKernelShape, "\(block.path)")
    }
  }

  @Test("recognises its ten test digits in both forms", arguments: ["digits", "digits-qa"])
  func recognition(_ name: String) throws {
    let network = try ModelFile.open(Self.folder + "/\(name).rvg")
    let checkpoint = try Checkpoint.open(Self.folder + "/digits-test.safetensors")
    let labels = try #require(checkpoint.metadata["labels"]).split(separator: " ").map { Int($0) }
    let pictures = FeatureMap<Float>(try #require(checkpoint.tensors["input"]))
    for network in [network, try network.folded()] {
      let logits = Reference<Float>.run(network, input: pictures)
      let top = logits.map { row in row.indices.max { row[$0] < row[$1] } }
      #expect(top == labels, "\(name) \(network.form as Any)")
    }
  }

  @Test("has pictures that, normalised, are the tensors")
  func pictures() throws {
    let network = try ModelFile.open(Self.folder + "/digits.rvg")
    let checkpoint = try Checkpoint.open(Self.folder + "/digits-test.safetensors")
    let values = try #require(checkpoint.tensors["input"]).doubles()
    for digit in 0..<10 {
      let file = try Data(contentsOf: URL(fileURLWithPath: Self.folder + "/digit-\(digit).pgm"))
      let header = Data("P5\n8 8\n255\n".utf8)
      try #require(file.prefix(header.count) == header && file.count == header.count + 64)
      for (index, grey) in file.dropFirst(header.count).enumerated() {
        let expected = (Double(grey) / 255 - network.input.mean[0]) / network.input.deviation[0]
        // Grey is rounded to 255 levels.
        let difference = abs(values[digit * 64 + index] - expected)
        #expect(difference < 0.51 / 255 / network.input.deviation[0], "digit \(digit), \(index)")
      }
    }
  }
}
