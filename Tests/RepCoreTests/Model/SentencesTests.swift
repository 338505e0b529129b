import RepCore
import Testing
import Words

@Suite("Sentences about a network")
struct SentencesTests {
  private static let many = ["a.weight", "b.weight", "c.weight", "d.weight", "e.weight"]

  private static let assumptions: [Assumption] = [
    .init(.epsilon(1e-5, norms: 1), .nowhere), .init(.epsilon(1e-3, norms: 7), .code("YOLOv7")),
    .init(.strides, .variant("RepVGG-A0")), .init(.steps(in: ["stage1.0"]), .nowhere),
    .init(.unitStrides(blocks: 3), .nowhere), .init(.activation(.relu), .code("timm")),
    .init(.noActivation(blocks: 3), .nowhere),
    .init(.squeezeExcite(.beforeActivation), .nowhere), .init(.identity(true, in: many), .nowhere),
    .init(.identity(false, in: ["a"]), .nowhere), .init(.noIdentity(in: ["a"]), .nowhere),
    .init(.parallel(in: many), .code("DBB")), .init(.pictures(height: 224, width: 224), .nowhere),
    .init(.alone(height: 56, width: 56), .nowhere), .init(.noHeadBias, .nowhere),
    .init(.leftOut(many), .nowhere),
  ]

  private static let warnings: [FileWarning] = [
    .name(claims: .deploy, holds: .train), .set("ema", reason: Text(name: "-")),
    .set("", reason: Text(name: "-")),
    .gap(before: "stage1.2"), .graph(["a"]), .graph(many), .foldedTwin(many, difference: 0.0123),
    .unwritable("a.weight", type: "complex64"),
  ]

  @Test("are there in both languages, with the same names and numbers")
  func languages() {
    for words in Self.assumptions.map(\.words) + Self.warnings.map(\.words) {
      #expect(words.en != words.vi, "\(words.en) is not translated")
      let numbers = [words.en, words.vi].map { text in
        text.split { !$0.isNumber }.map(String.init).filter { $0 != "1" }
      }
      #expect(numbers[0] == numbers[1], "\(words.en)\n\(words.vi)")
      for name in ["a.weight", "stage1.0", "YOLOv7", "RepVGG-A0", "timm", "DBB"] {
        #expect(words.en.contains(name) == words.vi.contains(name), "\(words.vi)")
      }
      let combining = words.vi.unicodeScalars.filter { (0x300...0x36F).contains($0.value) }
      #expect(combining.isEmpty, "'\(words.vi)' is not composed")
    }
  }

  @Test("are kept in English in files and JSON")
  func english() {
    for assumption in Self.assumptions { #expect(assumption.sentence == assumption.words.en) }
    for warning in Self.warnings { #expect(warning.description == warning.words.en) }
  }
}
