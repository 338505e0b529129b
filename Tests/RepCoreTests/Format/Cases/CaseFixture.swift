import Foundation
import Testing

@testable import RepCore

/// A file of Fixtures/cases with what has to come of it; Fixtures/README.md explains them.
struct CaseFixture: Decodable, Sendable, CustomStringConvertible {
  /// A block that is known by its names but not folded, with a word that its reason has.
  struct OpaqueBlock: Decodable {
    let prefix: String
    let reason: String
  }

  /// A value of an option, a number or a word.
  enum Value: Decodable {
    case number(Double)
    case word(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .word(try container.decode(String.self))
      }
    }
  }

  let name: String
  let kind: String
  /// A word of the message for a file that holds nothing.
  let error: String?
  /// Modules of the blocks that open, in any order.
  let blocks: [String]?
  let opaqueBlocks: [OpaqueBlock]?
  let ignored: [String]?
  /// Tensors that folding writes back bit for bit.
  let opaque: [String]?
  let options: [String: Value]?
  /// Words of what the kernels depend on and the file does not say.
  let conditions: [String]?
  let classes: Int?
  let activation: String?
  let runs: Bool?
  let obstacle: String?
  let set: String?
  let wrapper: String?

  var description: String { "\(name) (\(kind))" }

  private struct List: Decodable { let cases: [CaseFixture] }

  static let all: [CaseFixture] = {
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: Fixture.path("cases/cases.json")))
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try decoder.decode(List.self, from: data).cases
    } catch {
      fatalError("Fixtures/cases cannot be read: \(error)")
    }
  }()

  var path: String { get throws { try Fixture.path("cases/\(name)") } }

  /// What the user says of the file.
  func readingOptions() throws -> ReadingOptions {
    var reading = ReadingOptions(set: nil)
    for (option, value) in options ?? [:] {
      switch (option, value) {
      case ("eps", .number(let epsilon)): reading.epsilon = epsilon
      case ("identity", .word(let word)): reading.addsIdentity = word == "yes"
      case ("scheme", .word("none")): reading.scheme = SchemeChoice.none
      case ("scheme", .word(let id)): reading.scheme = .named(id)
      case ("set", .word(let set)): reading.set = set
      default: Issue.record("\(self): no option \(option)")
      }
    }
    return reading
  }

  func open() throws -> ModelFile.Opened { try ModelFile.inspect(path, readingOptions()) }

  /// The right folded kernels and biases, or the right logits.
  func expected() throws -> [String: Tensor]? {
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    let file = try Fixture.path("cases/\(stem)-expected.safetensors")
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    return try Checkpoint.open(file).tensors
  }
}
