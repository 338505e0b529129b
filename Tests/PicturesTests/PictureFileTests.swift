import Foundation
import RepCore
import Testing
import Words

@testable import Pictures

@Suite("Picture files")
struct PictureFileTests {
  @Test("are decoded to the samples that Pillow gives")
  func samples() throws {
    let results = try PictureFixture.results("decoded").tensors
    #expect(results.count == 33)
    for (name, expected) in results.sorted(by: { $0.key < $1.key }) {
      let file = name.split(separator: ".").dropLast().joined(separator: ".")
      let color: Image.Color = name.hasSuffix(".L") ? .grey : .rgb
      let image = try PictureFixture.image(file).converted(to: color)
      #expect([image.height, image.width] == Array(expected.shape.prefix(2)), "\(name)")
      let values = expected.withBytes { bytes in unsafe bytes.withUnsafeBytes { unsafe [UInt8]($0) }
      }
      let worst = zip(image.samples, values).map { abs(Int($0) - Int($1)) }.max()
      #expect(image.samples.count == values.count && worst == 0, "\(name): \(worst as Any)")
    }
  }

  @Test("keep their own colours")
  func colors() throws {
    for (file, color) in [
      ("grey-1.png", Image.Color.grey), ("grey-16.png", .grey), ("grey-alpha.png", .grey),
      ("grey.jpg", .grey), ("plain.pgm", .grey), ("rgba.png", .rgb), ("palette-4.png", .rgb),
      ("cmyk.jpg", .rgb), ("rgb-1000.ppm", .rgb),
    ] {
      #expect(try PictureFixture.image(file).color == color, "\(file)")
    }
  }

  @Test("are known by their content, not by their names")
  func content() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).txt").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(PictureFixture.bytes("grey.png")).write(to: URL(fileURLWithPath: path))
    #expect(try PictureFile.open(path) == PictureFixture.image("grey.png"))
  }

  @Test("of other formats are named, and what is no picture is nil")
  func others() throws {
    for (head, name) in [
      ("GIF89a..", "GIF"), ("RIFF....WEBPVP8 ", "WebP"), ("BM......", "BMP"), ("II*\0....", "TIFF"),
      ("P4\n8 8\n........", "PBM"), ("....ftypavif", "AVIF"),
    ] {
      let error = #expect(throws: FormatError.self) { try Image(reading: Array(head.utf8)) }
      #expect(error?.kind == .unsupported && error?.message.en.contains(name) == true, "\(head)")
    }
    for text in ["{", "P", "P5", "P56 8 255", "Plain text", "\u{89}PN", "BA"] {
      #expect(try Image(reading: Array(text.utf8)) == nil, "\(text)")
    }
  }

  @Test("that are missing or folders give an error with their path")
  func missing() throws {
    for path in ["/nonexistent.png", "/tmp"] {
      let error = #expect(throws: FormatError.self) { try PictureFile.open(path) }
      #expect(error?.path == path && error?.kind == .unreadable)
    }
  }
}
