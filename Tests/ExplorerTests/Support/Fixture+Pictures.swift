import Foundation
import RepCore
import Testing

@testable import Explorer

// Documents with pictures to look at.

extension Fixture {
  private static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../Samples").standardized.path

  /// A sample network with its digits.
  static func digits(_ file: String = "digits.rvg") throws -> Document {
    var document = Document(try ModelFile.open("\(samples)/\(file)"), title: file)
    document.data = try Dataset.open("\(samples)/digits-data.safetensors")
    return document
  }

  /// The place of the digit 5 of Samples/digit-5.pgm among the held-out digits, which have 17 levels where the file
  /// has 256.
  static let placeOfFive = 69

  /// `document` with five seeded pictures, three of them held out, of the classes 0 to 4.
  static func withPictures() throws -> Document {
    let shape = document.stored.input
    var document = document
    func bytes(_ values: [UInt8]) -> Tensor {
      Tensor(storage: Storage(copying: values), byteOffset: 0, elementType: .uint8, shape: [5])
    }
    document.data = try Dataset(
      Checkpoint(tensors: [
        "input": .normal(shape: [5, shape.channels, shape.height, shape.width], seed: 77),
        "labels": bytes([0, 1, 2, 3, 4]), "held_out": bytes([0, 1, 0, 1, 1]),
      ]),
      name: "made.safetensors"
    )
    return document
  }
}
