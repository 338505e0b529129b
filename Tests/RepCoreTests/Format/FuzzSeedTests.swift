import Foundation
import Testing

@testable import RepCore

@Suite("Seeds of the fuzzer")
struct FuzzSeedTests {
  /// Files of every sort, small; written into the package when `WRITE_FUZZ_SEEDS` is set.
  static func seeds() throws -> [String: [UInt8]] {
    let small = Tiny.network(groups: 2, excite: .beforeActivation)
    return [
      "tiny.rvg": try Tiny.bytes(Tiny.block),
      "tiny-deploy.rvg": try Tiny.bytes(Tiny.deployed(Tiny.block)),
      "small-plus.rvg": try Tiny.bytes(Tiny.network(excite: .afterActivation)),
      "extended.rvg": try Tiny.bytes(extended),
      "official.safetensors": try bytes(small.namedTensors),
      "timm.safetensors": try bytes(Renamed.timm(small)),
      "plus.safetensors": try bytes(Renamed.plus(Tiny.network(excite: .afterActivation))),
      "deploy.safetensors": try bytes(Tiny.deployed(small).namedTensors),
    ]
  }

  /// A block of each sort that version 1.1 of the format added.
  private static var extended: Network {
    var architecture = Tiny.network().architecture
    architecture.stages[0].blocks[0].activation = .leakyReLU(slope: 0.1)
    architecture.stages[1].blocks[0].activation = .unsupported("GELU")
    architecture.stages[1].blocks[1].padding = .reflect
    architecture.stages[2].blocks[0].unknownLayers = ["Dropout2d"]
    architecture.stages[2].blocks[1].activation = .hardswish
    return Network(random: architecture, seed: 7)
  }

  private static func bytes(_ tensors: [String: Tensor]) throws -> [UInt8] {
    try Tiny.withTemporaryFile { path in
      try Checkpoint(tensors: tensors).write(to: path)
      return try Tiny.contents(path)
    }
  }

  @Test("all open")
  func open() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Fuzz/Corpus/Model").standardized
    for (name, bytes) in try Self.seeds() {
      #expect(Tiny.modelFault(bytes) == nil, "\(name)")
      if ProcessInfo.processInfo.environment["WRITE_FUZZ_SEEDS"] != nil {
        try Data(bytes).write(to: folder.appendingPathComponent(name))
      }
      let stored = try Tiny.contents(folder.appendingPathComponent(name).path)
      #expect(stored == bytes, "the stored seed \(name) is stale; run with WRITE_FUZZ_SEEDS=1")
    }
  }
}
