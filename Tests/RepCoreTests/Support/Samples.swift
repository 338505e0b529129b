import Foundation

@testable import RepCore

/// The sample network and its digits, as they lie in the repository.
enum Samples {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../Samples").standardized.path

  /// The path of a file among the samples.
  static func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// All 1,797 digits.
  static func digits() throws -> Dataset { try Dataset.open(path("digits-data.safetensors")) }

  /// The network that was trained on them.
  static func network() throws -> Network { try ModelFile.open(path("digits.rvg")) }
}

extension Tensor {
  /// A tensor of bytes.
  static func bytes(_ values: [UInt8], shape: [Int], as type: ElementType = .uint8) -> Tensor {
    Tensor(storage: Storage(copying: values), byteOffset: 0, elementType: type, shape: shape)
  }

  /// A tensor `N` of whole numbers, stored as `type` names their size.
  static func numbers<Number: FixedWidthInteger & BitwiseCopyable>(
    _ values: [Number],
    as type: ElementType
  ) -> Tensor {
    Tensor(
      storage: Storage(copying: values),
      byteOffset: 0,
      elementType: type,
      shape: [values.count]
    )
  }
}
