import Foundation
import Testing

@testable import RepCore

@Suite("Files that Python wrote")
struct PythonFixtureTests {
  /// The models among the fixtures; the others are inputs and outputs.
  private static let models: [String] = {
    let folder = Bundle.module.resourceURL?.appendingPathComponent("Fixtures")
    let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) }
    return (names ?? []).filter { name in
      ["-train.", "-deploy.", "-mixed."].contains { name.contains($0) }
    }.sorted()
  }()

  private func path(_ name: String) throws -> String {
    try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/\(name)").path
  }

  @Test("open with the scheme and the form that their names say", arguments: models)
  func open(name: String) throws {
    let opened = try ModelFile.inspect(try path(name))
    #expect(name.hasSuffix(opened.container.rawValue == "rvg" ? ".rvg" : ".safetensors"))
    #expect(name.hasPrefix(opened.naming), "\(name): \(opened.naming)")
    let form = name.contains("-train.") ? Form.train : name.contains("-deploy.") ? .deploy : nil
    #expect(opened.network.form == form, "\(name)")
  }

  @Test("hold the same weights as .rvg and as plain safetensors")
  func same() throws {
    let described = Self.models.filter { $0.hasSuffix(".rvg") }
    #expect(described.count >= 6 && Self.models.count >= 20, "the fixtures are there")
    for name in described {
      let plain = name.replacingOccurrences(of: ".rvg", with: ".safetensors")
      let network = try ModelFile.open(try path(name))
      #expect(try ModelFile.open(try path(plain)).values == network.values, "\(name)")
    }
  }
}
