import Foundation
import Testing

@testable import RepCore

/// The files that PyTorch made; Fixtures/README.md says what each is.
enum Fixture {
  static func path(_ file: String) throws -> String {
    let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures")
    return folder.appendingPathComponent(file).path
  }

  static func network(_ file: String) throws -> Network { try ModelFile.open(path(file)) }

  static func tensor(_ name: String, of file: String) throws -> Tensor {
    try #require(try Checkpoint.open(path(file + ".safetensors")).tensors[name], "\(file): \(name)")
  }
}

/// A form of a fixture's network with one of the inputs.
struct FixtureRun: CustomStringConvertible, Sendable {
  /// The network, as `official-g4`.
  let name: String
  /// The file, as `official-g4-train.rvg`.
  let file: String
  /// As the logits file calls it.
  let form: String
  /// `square` or `odd`.
  let input: String

  var description: String { "\(file) on \(input)" }

  static let all: [FixtureRun] = {
    let twoForms = [
      "timm-plain", "timm-g2", "timm-d2se", "official-plain", "official-g2", "official-g4",
      "official-d2se", "official-no-affine", "plus-l2pse",
    ]
    let rvg = ["official-g4", "official-d2se", "official-eps"]
    let files =
      twoForms.flatMap { name in
        Form.allCases.map { (name, "\(name)-\($0).safetensors", "\($0)") }
      }
      + rvg.flatMap { name in Form.allCases.map { (name, "\(name)-\($0).rvg", "\($0)") } }
      + ["official-f16", "official-bf16"].map { ($0, "\($0)-train.safetensors", "train") }
      + [("official-mixed", "official-mixed.safetensors", "mixed")]
    return files.flatMap { name, file, form in
      ["square", "odd"].map { FixtureRun(name: name, file: file, form: form, input: $0) }
    }
  }()

  func picture() throws -> Tensor { try Fixture.tensor("input", of: "input-\(input)") }

  /// What PyTorch computed in float64.
  func logits() throws -> [Double] {
    try Fixture.tensor("\(input).\(form).double", of: "\(name)-logits").doubles()
  }

  /// The largest difference, relative to the largest of PyTorch's logits.
  func error<Scalar>(of network: Network, in type: Scalar.Type) throws -> Double
  where Scalar: BinaryFloatingPoint & Sendable {
    let input = FeatureMap<Scalar>(try picture())
    let ours = Reference<Scalar>.run(network, input: input).flatMap { $0.map(Double.init) }
    let theirs = try logits()
    try #require(ours.count == theirs.count, "\(self)")
    let largest = theirs.map(abs).max() ?? 0
    return (zip(ours, theirs).map { abs($0 - $1) }.max() ?? .infinity) / largest
  }
}
