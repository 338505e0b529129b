import Foundation
import Testing

@testable import RepCore

@Suite("What a block is beyond its linear part")
struct BlockExtrasJSONTests {
  private static let activations: [Activation] =
    Activation.allThatRun + [.unsupported("GELU"), .unsupported(""), .unsupported("relu")]

  /// The architecture of three stages with one block changed.
  private func changed(_ change: (inout BlockShape) -> Void) -> Architecture {
    var architecture = Tiny.network().architecture
    change(&architecture.stages[1].blocks[1])
    return architecture
  }

  private func again(_ architecture: Architecture) throws -> Architecture {
    try Architecture(json: JSON(parsing: architecture.json.encoded()))
  }

  @Test("comes back: every activation, padding and layer", arguments: activations)
  func roundTrip(activation: Activation) throws {
    for padding in PaddingMode.allCases {
      for layers in [[], ["Dropout2d"], ["Dropout2d", "DropPath \"x\"\n"]] {
        let architecture = changed { block in
          block.activation = activation
          block.padding = padding
          block.unknownLayers = layers
        }
        #expect(try again(architecture) == architecture, "\(activation) \(padding) \(layers)")
      }
    }
  }

  @Test("is told by names that other programs can rely on")
  func names() {
    let texts: [(Activation, String)] = [
      (.relu, "\"activation\":\"relu\""), (.silu, "\"activation\":\"silu\""),
      (.identity, "\"activation\":\"identity\""), (.relu6, "\"activation\":\"relu6\""),
      (.hardswish, "\"activation\":\"hardswish\""),
      (.leakyReLU(slope: 0.1), "\"activation\":\"leaky-relu\",\"slope\":0.1"),
      (.unsupported("GELU"), "\"activation\":\"other\",\"activationName\":\"GELU\""),
    ]
    for (activation, text) in texts {
      #expect(changed { $0.activation = activation }.json.encoded().contains(text), "\(text)")
    }
    let plain = Tiny.network().architecture.json.encoded()
    for word in ["padding", "slope", "layers", "activationName"] {
      #expect(!plain.contains(word), "\(word) is only there where it is needed")
    }
  }

  @Test("makes the file 1.1, which readers of version 1 refuse instead of running something else")
  func version() throws {
    let changes: [(String, (inout BlockShape) -> Void)] = [
      ("1", { $0.activation = .relu }), ("1", { $0.activation = .silu }),
      ("1", { $0.activation = .identity }), ("1.1", { $0.activation = .relu6 }),
      ("1.1", { $0.activation = .hardswish }),
      ("1.1", { $0.activation = .leakyReLU(slope: 0.2) }),
      ("1.1", { $0.activation = .unsupported("Mish") }), ("1.1", { $0.padding = .reflect }),
      ("1.1", { $0.unknownLayers = ["Dropout2d"] }),
    ]
    for (index, (version, change)) in changes.enumerated() {
      let network = Network(random: changed(change), seed: 1)
      let checkpoint = try Checkpoint(reading: Storage(copying: Tiny.bytes(network)))
      #expect(checkpoint.metadata["rvg.version"] == version, "change \(index)")
      let opened = try ModelFile.read(Tiny.bytes(network), name: "x")
      #expect(opened.architecture == network.architecture, "change \(index)")
    }
  }

  @Test(
    "with a value that cannot be is refused",
    arguments: [
      "\"activation\":\"leaky-relu\"", "\"activation\":\"leaky-relu\",\"slope\":null",
      "\"activation\":\"leaky-relu\",\"slope\":\"0.1\"",
      "\"activation\":\"leaky-relu\",\"slope\":1e300",
      "\"activation\":\"leaky-relu\",\"slope\":-1e39",
      "\"activation\":\"other\"", "\"activation\":\"other\",\"activationName\":7",
      "\"activation\":\"LeakyReLU\"", "\"activation\":7", "\"activation\":null",
      "\"activation\":\"relu\",\"padding\":\"wrap\"", "\"activation\":\"relu\",\"padding\":1",
      "\"activation\":\"relu\",\"layers\":\"Dropout2d\"", "\"activation\":\"relu\",\"layers\":[1]",
    ]
  )
  func hostile(text: String) throws {
    let plain = Tiny.network().architecture.json.encoded()
    let range = try #require(plain.firstRange(of: "\"activation\":\"relu\""))
    let json = try JSON(parsing: plain.replacingCharacters(in: range, with: text))
    #expect(throws: FormatError.self, "\(text)") { try Architecture(json: json) }
  }

  @Test("cannot be an average of anything but zeros around the map")
  func average() throws {
    for padding in PaddingMode.allCases {
      let architecture = changed { block in
        block.branches.append(BranchShape(role: .average, norm: nil))
        block.padding = padding
      }
      if padding == .zeros {
        #expect(try again(architecture) == architecture)
      } else {
        #expect(throws: FormatError.self, "\(padding)") { try again(architecture) }
      }
    }
  }

  @Test("with a slope that is no float is written as known by name only")
  func noNumber() throws {
    for slope in [Double.nan, .infinity, 1e300] {
      let architecture = changed { $0.activation = .leakyReLU(slope: slope) }
      let activation = try again(architecture).blocks[2].activation
      #expect(activation == .unsupported("LeakyReLU \(slope)"))
    }
  }
}
