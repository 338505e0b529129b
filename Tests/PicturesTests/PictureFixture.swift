import Foundation
import RepCore
import Testing

@testable import Pictures

/// The pictures that make_pictures.py drew; Fixtures/README.md says what each is.
enum PictureFixture {
  static func path(_ file: String) throws -> String {
    let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures")
    return folder.appendingPathComponent(file).path
  }

  static func bytes(_ file: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: path(file))))
  }

  static func image(_ file: String) throws -> Image {
    try #require(try PictureFile.open(path(file)), "\(file) is no picture")
  }

  /// What Pillow and torchvision made of the pictures.
  static func results(_ file: String) throws -> Checkpoint {
    try Checkpoint.open(path(file + ".safetensors"))
  }
}

extension Image {
  init?(reading bytes: [UInt8]) throws {
    guard let image = try PictureFile.read(Storage(copying: bytes)) else { return nil }
    self = image
  }
}
