import Foundation
import Testing

@testable import RepCore

/// A file of Fixtures/cases with what has to come of it; Fixtures/README.md explains the facts.
struct CaseFixture: Decodable, Sendable, CustomStringConvertible {
  /// A fact that is a word, a number, or a word for each block.
  enum Value: Decodable {
    case number(Double)
    case word(String)
    case words([String: String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let word = try? container.decode(String.self) {
        self = .word(word)
      } else {
        self = .words(try container.decode([String: String].self))
      }
    }
  }

  let name: String
  let kind: String
  let file: String
  let about: String
  let error: String?
  let blocks: [String]?
  let opaqueBlocks: [String: String]?
  let ignored: [String]?
  let opaque: [String]?
  let unwritable: [String]?
  let options: [String: Value]?
  let conditions: [String]?
  let warnings: [String]?
  let damaged: [String: [Int]]?
  let classes: Int?
  let activation: Value?
  let strides: [Int]?
  let runs: Bool?
  let obstacle: String?
  let set: String?
  let wrapper: String?
  let memory: Bool?

  var description: String { "\(name) (\(kind): \(about))" }

  private enum CodingKeys: String, CodingKey {
    case name, kind, file, about, error, blocks, ignored, opaque, unwritable, options, conditions
    case warnings, damaged, classes, activation, strides, runs, obstacle, set, wrapper, memory
    case opaqueBlocks = "opaque_blocks"
  }

  static let all: [CaseFixture] = {
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: Fixture.path("cases/cases.json")))
      return try JSONDecoder().decode([CaseFixture].self, from: data)
    } catch {
      fatalError("Fixtures/cases cannot be read: \(error)")
    }
  }()

  /// What the user says of the file.
  func readingOptions() throws -> ReadingOptions {
    var reading = ReadingOptions()
    for (option, value) in options ?? [:] {
      switch (option, value) {
      case ("eps", .number(let epsilon)): reading.epsilon = epsilon
      case ("identity", .word(let word)): reading.addsIdentity = word == "yes"
      case ("scheme", .word("none")): reading.scheme = SchemeChoice.none
      case ("scheme", .word(let id)): reading.scheme = .named(id)
      case ("activation", .word("none")): reading.activation = .identity
      case ("set", .word(let set)): reading.set = set
      default: Issue.record("\(self): no option \(option)")
      }
    }
    return reading
  }

  func open() throws -> ModelFile.Opened { try open(readingOptions()) }

  func open(_ options: ReadingOptions) throws -> ModelFile.Opened {
    try ModelFile.inspect(Fixture.path("cases/\(file)"), options)
  }

  /// The right folded kernels and biases, the right logits, the right bytes.
  func expected() throws -> [String: Tensor] {
    let path = try Fixture.path("cases/\(name)-expected.safetensors")
    guard FileManager.default.fileExists(atPath: path) else { return [:] }
    return try Checkpoint.open(path).tensors
  }
}
