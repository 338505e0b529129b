import Foundation

@testable import RepCore

/// Small networks and files for the tests of the format.
enum Tiny {
  /// One training block with all branches and a classifier: the smallest file with everything.
  static let block = Network(
    random: Architecture(
      Recipe(
        name: "tiny",
        widths: [1],
        depths: [1],
        strides: [1],
        classes: 1,
        input: InputShape(channels: 1, height: 4, width: 4)
      )
    ),
    seed: 1
  )

  /// Three stages with groups and squeeze-excite.
  static func network(
    groups: Int = 1,
    excite: SqueezeExciteShape.Placement? = nil,
    epsilon: Double = 1e-5
  ) -> Network {
    Network(
      random: Architecture(
        Recipe(
          name: "small",
          widths: [4, 8, 12],
          depths: [1, 2, 2],
          strides: [2, 2, 2],
          groups: groups,
          squeezeExcite: excite.map { .init(reduction: 4, placement: $0) },
          classes: 3,
          input: InputShape(channels: 3, height: 20, width: 12, mean: [0.5, 0.4, 0.3])
        ).with(epsilon: epsilon)
      ),
      seed: 7
    )
  }

  /// The deploy form with random weights of its own.
  static func deployed(_ network: Network) -> Network {
    Network(random: network.architecture.deployed, seed: 9)
  }

  /// The bytes of `network` as a `.rvg`.
  static func bytes(_ network: Network) throws -> [UInt8] {
    try withTemporaryFile { path in
      try ModelFile.write(network, to: path)
      return try contents(path)
    }
  }

  static func contents(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// A path in a fresh directory that is gone afterwards.
  static func withTemporaryFile<Result>(
    _ name: String = "model.rvg",
    _ body: (String) throws -> Result
  ) throws -> Result {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent(
      UUID().uuidString
    )
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    return try body(directory.appendingPathComponent(name).path)
  }

  /// A safetensors file with any header text and data.
  static func file(_ header: String, data: [UInt8] = [], length: UInt64? = nil) -> [UInt8] {
    let length = length ?? UInt64(header.utf8.count)
    return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + Array(header.utf8) + data
  }

  /// The fault of reading `bytes` as a safetensors file; nil when it reads.
  static func fault(_ bytes: [UInt8]) -> FormatError? {
    do throws(FormatError) {
      _ = try Checkpoint(reading: Storage(copying: bytes))
      return nil
    } catch {
      return error
    }
  }

  /// The fault of opening `bytes` as a model; nil when it opens.
  static func modelFault(_ bytes: [UInt8]) -> FormatError? {
    do throws(FormatError) {
      _ = try ModelFile.read(bytes, name: "test")
      return nil
    } catch {
      return error
    }
  }
}

extension Recipe {
  func with(epsilon: Double) -> Recipe {
    var recipe = self
    recipe.epsilon = epsilon
    return recipe
  }
}

extension Network {
  /// Every number of the network by the name of its tensor, for comparison.
  var values: [String: [Double]] { namedTensors.mapValues { $0.doubles() } }
}
