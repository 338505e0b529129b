import Foundation
import Testing

@testable import RepCore

/// The checkpoints that torch.save wrote; Fixtures/README.md says what each is.
enum Saved {
  /// Names of all that hold tensors, without the extension.
  static let names: [String] = {
    let folder = Bundle.module.resourceURL?.appendingPathComponent("Fixtures/pytorch")
    let files = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) }
    return (files ?? []).filter { $0.hasSuffix(".pth") }.map { String($0.dropLast(4)) }.sorted()
  }()

  static func bytes(_ file: String) throws -> [UInt8] {
    try Tiny.contents(Fixture.path("pytorch/\(file)"))
  }

  static func read(_ name: String) throws -> PyTorchFile {
    try PyTorchFile(reading: MappedFile.open(Fixture.path("pytorch/\(name).pth")))
  }

  /// The one set of a file that has one.
  static func set(_ name: String) throws -> CheckpointSet {
    let sets = try read(name).sets
    try #require(sets.count == 1, "\(name)")
    return sets[0]
  }

  /// What torch.load makes of the checkpoint: tensors as `SET/NAME`.
  static func expected(_ name: String) throws -> [String: Tensor] {
    try Checkpoint.open(Fixture.path("pytorch/\(name).safetensors")).tensors
  }

  static func isOne(_ bytes: [UInt8]) -> Bool { PyTorchFile.isOne(bytes.span.bytes) }

  /// The fault of reading `bytes` as a whole file; nil when it reads.
  static func fault(_ bytes: [UInt8]) -> FormatError? {
    do throws(FormatError) {
      _ = try PyTorchFile(reading: Storage(copying: bytes))
      return nil
    } catch {
      return error
    }
  }
}

extension Tensor {
  /// Copy of the stored bytes.
  var storedBytes: [UInt8] { withBytes { bytes in bytes.withUnsafeBytes { Array($0) } } }
}
