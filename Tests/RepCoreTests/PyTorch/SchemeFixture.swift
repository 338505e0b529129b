import Foundation
import Testing

@testable import RepCore

/// What a reader has to find in a checkpoint of Fixtures/schemes; Fixtures/README.md explains the files.
struct SchemeFixture: Decodable, Sendable, CustomStringConvertible {
  struct Norm: Decodable, Hashable {
    let epsilon: Double
    let affine: Bool
  }

  struct Branch: Decodable, Hashable {
    let role: String
    let kernelSize: Int
    let bias: Bool
    let norm: Norm?
  }

  struct SqueezeExcite: Decodable, Hashable {
    let hidden: Int
    let placement: String
  }

  struct Block: Decodable, Hashable {
    var prefix: String
    let `in`: Int
    let out: Int
    var stride: Int
    let groups: Int
    var branches: [Branch]
    let postNorm: Norm?
    let squeezeExcite: SqueezeExcite?
    var activation: String
  }

  struct TensorSet: Decodable {
    let name: String
    let outputs: String
  }

  let file: String
  let form: String
  let classes: Int?
  /// Whether the file holds modules, which tell what tensors do not.
  let module: Bool
  /// The last one is read when nobody chooses.
  let sets: [TensorSet]
  let blocks: [Block]
  let opaque: [String]
  let ignored: [String]

  var description: String { file }

  static let all: [SchemeFixture] = {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: Fixture.path("schemes"))
        .filter { $0.hasSuffix(".json") }.sorted()
        .map { name in
          let data = try Data(contentsOf: URL(fileURLWithPath: Fixture.path("schemes/" + name)))
          return try JSONDecoder().decode(SchemeFixture.self, from: data)
        }
    } catch {
      fatalError("Fixtures/schemes cannot be read: \(error)")
    }
  }()

  /// Whether blocks have nothing else around them than a classifier.
  var isChain: Bool { classes != nil }

  /// The norms' epsilon where a user has to say it, since tensors do not.
  var options: ReadingOptions {
    let norms = blocks.flatMap { $0.branches.compactMap(\.norm) + [$0.postNorm].compactMap(\.self) }
    let unusual = norms.first { $0.epsilon != 1e-5 }
    return ReadingOptions(epsilon: module ? nil : unusual?.epsilon)
  }

  func open(set: String? = nil) throws -> ModelFile.Opened {
    var options = options
    options.set = set
    return try ModelFile.inspect(Fixture.path("schemes/" + file), options)
  }

  /// A tensor of the outputs that belong to the set `name`.
  func output(_ name: String, set: TensorSet) throws -> [Double] {
    let file = try Fixture.path("schemes/" + set.outputs)
    return try #require(Checkpoint.open(file).tensors[name], "\(set.outputs): \(name)").doubles()
  }
}

extension SchemeFixture {
  /// The words of the fixtures, which are those of docs/FORMAT.md.
  private static let activations: [String: Activation] = [
    "relu": .relu, "relu6": .relu6, "hardswish": .hardswish, "silu": .silu, "identity": .identity,
  ]

  static func activation(named name: String) -> Activation? { activations[name] }

  static func name(of activation: Activation) -> String {
    activations.first { $0.value == activation }?.key ?? activation.title
  }
}

extension SchemeFixture.Block {
  /// What was found, in the words of the fixtures.
  init(_ shape: BlockShape, prefix: String) {
    self.prefix = prefix
    `in` = shape.inputChannels
    out = shape.outputChannels
    stride = shape.stride
    groups = shape.groups
    branches = shape.branches.map { branch in
      SchemeFixture.Branch(
        role: ["3x3", "1x1"].contains(branch.role.rawValue) ? "convolution" : branch.role.rawValue,
        kernelSize: shape.kernelSize(of: branch.role),
        bias: branch.hasBias,
        norm: branch.norm.map(SchemeFixture.Norm.init)
      )
    }
    postNorm = shape.postNorm.map(SchemeFixture.Norm.init)
    squeezeExcite = shape.squeezeExcite.map {
      SchemeFixture.SqueezeExcite(hidden: $0.hidden, placement: $0.placement.rawValue)
    }
    activation = SchemeFixture.name(of: shape.activation)
  }
}

extension SchemeFixture.Norm {
  init(_ shape: NormShape) {
    epsilon = shape.epsilon
    affine = shape.isAffine
  }
}
