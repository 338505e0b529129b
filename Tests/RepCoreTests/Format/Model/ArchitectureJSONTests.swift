import Foundation
import Testing
import Words

@testable import RepCore

@Suite("A network's description")
struct ArchitectureJSONTests {
  @Test("of every published variant comes back equal, in both forms", arguments: Variant.allCases)
  func variants(variant: Variant) throws {
    let train = Architecture(variant: variant)
    for architecture in [train, train.deployed] {
      let text = architecture.json.encoded()
      #expect(try Architecture(json: JSON(parsing: text)) == architecture)
    }
  }

  @Test("carries how pictures are prepared, and not a byte more where that is unknown")
  func preprocessing() throws {
    var architecture = Tiny.network().architecture
    let plain = architecture.json.encoded()
    #expect(!plain.contains("preprocessing"))
    for interpolation in Preprocessing.Interpolation.allCases {
      for fit in [Preprocessing.Fit.stretched, .cropped(share: 0.95), .cropped(share: 1)] {
        architecture.input.preprocessing = Preprocessing(fit: fit, interpolation: interpolation)
        let text = architecture.json.encoded()
        #expect(try Architecture(json: JSON(parsing: text)) == architecture, "\(text)")
      }
    }
    for value in [
      "{\"crop\":0,\"interpolation\":\"bilinear\"}",
      "{\"crop\":1.5,\"interpolation\":\"bilinear\"}",
      "{\"crop\":\"1\",\"interpolation\":\"bilinear\"}",
      "{\"crop\":0.05,\"interpolation\":\"bilinear\"}",
      "{\"crop\":0.9,\"interpolation\":\"lanczos\"}", "{\"crop\":0.9}", "7",
    ] {
      let changed = plain.replacing(
        "\"deviation\":[]",
        with: "\"deviation\":[],\"preprocessing\":\(value)"
      )
      let json = try JSON(parsing: changed)
      #expect(throws: FormatError.self, "\(value)") { try Architecture(json: json) }
    }
  }

  @Test(
    "with a hostile value is refused",
    arguments: [
      ("\"stride\":2", "\"stride\":0"), ("\"stride\":2", "\"stride\":-1"),
      ("\"stride\":2", "\"stride\":9223372036854775807"), ("\"stride\":2", "\"stride\":2.5"),
      ("\"groups\":1", "\"groups\":0"), ("\"groups\":1", "\"groups\":3"),
      ("\"dilation\":1", "\"dilation\":0"), ("\"out\":4", "\"out\":9223372036854775807"),
      ("\"out\":4", "\"out\":0"), ("\"out\":4", "\"out\":5"), ("\"in\":3", "\"in\":4"),
      ("\"classes\":3", "\"classes\":0"), ("\"classes\":3", "\"classes\":1048577"),
      ("\"height\":20", "\"height\":0"), ("\"height\":20", "\"height\":65537"),
      ("\"mean\":[0.5,0.4,0.3]", "\"mean\":[0.5]"), ("\"deviation\":[]", "\"deviation\":[0,1,1]"),
      ("\"deviation\":[]", "\"deviation\":1"), ("\"role\":\"3x3\"", "\"role\":\"1x1\""),
      ("\"role\":\"3x3\"", "\"role\":\"5x5\""), ("\"role\":\"3x3\"", "\"role\":\"folded\""),
      ("\"role\":\"3x3\"", "\"role\":\"identity\""), ("\"epsilon\":1e-05", "\"epsilon\":-1"),
      ("\"epsilon\":1e-05", "\"epsilon\":null"),
      ("\"activation\":\"relu\"", "\"activation\":\"mish\""),
      ("\"branches\":[{", "\"branches\":[],\"x\":[{"), ("\"stages\":[[", "\"stages\":[[],["),
      ("\"hidden\":1", "\"hidden\":0"), ("\"hidden\":1", "\"hidden\":-5"),
      ("\"name\":", "\"title\":"), ("\"affine\":true", "\"affine\":1"),
    ]
  )
  func hostile(old: String, new: String) throws {
    let text = Tiny.network(excite: .beforeActivation).architecture.json.encoded()
    let range = try #require(text.firstRange(of: old), "\(old) stands in the description")
    let changed = text.replacingCharacters(in: range, with: new)
    let json = try JSON(parsing: changed)
    #expect(throws: FormatError.self, "\(old) -> \(new)") { try Architecture(json: json) }
  }

  @Test("with branches that its names or its fold cannot tell apart is refused, with the reason")
  func branches() throws {
    let (dense, second) = (BranchShape(role: .dense), BranchShape(role: .dense, index: 1))
    let identities = [BranchShape(role: .identity), BranchShape(role: .identity, index: 1)]
    let average = BranchShape(role: .average, norm: nil)
    let pointwise = (0..<2).map { BranchShape(role: .pointwise, index: $0) }
    let cases: [([BranchShape], Family, Int, String?)] = [
      ([dense, second], .repVGG, 1, "are called stage0.rbr_dense.conv.weight"),
      ([dense, second], .mobileOne, 1, nil),
      (pointwise, .repVGG, 1, "are called stage0.rbr_1x1.conv.weight"),
      (pointwise, .mobileOne, 1, "are called stage0.rbr_scale.conv.weight"),
      ([dense] + identities, .repVGG, 1, "more than one identity"),
      ([dense] + identities, .mobileOne, 1, "more than one identity"),
      ([dense, average], .repVGG, 1, nil), ([dense, average], .repVGG, 2, "never dilated"),
      ([dense, dense], .mobileOne, 1, "3x3 twice"),
    ]
    for (branches, family, dilation, reason) in cases {
      let block = BlockShape(
        path: BlockPath(stage: 0, block: 0),
        inputChannels: 3,
        outputChannels: 3,
        dilation: dilation,
        branches: branches
      )
      let architecture = Architecture(
        name: "branches",
        input: InputShape(),
        stages: [StageShape(blocks: [block])],
        family: family,
        classes: 2
      )
      let found: FormatError?
      do throws(FormatError) {
        _ = try Architecture(json: architecture.json)
        found = nil
      } catch { found = error }
      #expect(
        (found == nil) == (reason == nil),
        "\(branches) of \(family): \(String(describing: found))"
      )
      if let reason {
        #expect(
          found?.kind == .damaged && found?.message.en.contains(reason) == true,
          "\(reason): \(found!)"
        )
        // Blocks that contradict themselves cannot even be made.
        guard block.contradiction == nil else { continue }
        #expect(throws: FormatError.self) {
          try ModelFile.write(Network(random: architecture, seed: 1), to: "/dev/null")
        }
      }
    }
  }

  @Test("of too many blocks or too much work is refused")
  func tooLarge() throws {
    let block = BlockShape(
      path: BlockPath(stage: 0, block: 0),
      inputChannels: 3,
      outputChannels: 3,
      branches: [.folded]
    )
    var architecture = Architecture(
      name: "long",
      input: InputShape(),
      stages: [StageShape(blocks: Array(repeating: block, count: 10_001))],
      classes: 2
    )
    #expect(throws: FormatError.self) { try Architecture(json: architecture.json) }
    var wide = block
    (wide.inputChannels, wide.outputChannels) = (1 << 20, 1 << 20)
    architecture.stages = [StageShape(blocks: [wide])]
    architecture.input = InputShape(channels: 1 << 20, height: 1 << 16, width: 1 << 16)
    #expect(throws: FormatError.self) { try Architecture(json: architecture.json) }
  }

  @Test("changed at random is refused or makes sense", arguments: 0..<4 as Range<UInt64>)
  func mutated(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let text = Array(Tiny.network(excite: .beforeActivation).architecture.json.encoded().utf8)
    let words = [
      "0", "-1", "9", "99999999", "{", "}", "null", "\"", "1e308", ",", "[", "]", "true",
    ]
    for _ in 0..<300 {
      var changed = text
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        let start = Int.random(in: 0..<changed.count, using: &random)
        let end = min(changed.count, start + Int.random(in: 0..<3, using: &random))
        let word = words[Int.random(in: 0..<words.count, using: &random)]
        changed.replaceSubrange(start..<end, with: Array(word.utf8))
      }
      guard let json = try? JSON(parsing: changed),
        let architecture = try? Architecture(json: json)
      else { continue }
      #expect(architecture.macs() > 0 && architecture.parameters > 0)
      #expect(try Architecture(json: architecture.json) == architecture)
    }
  }
}
