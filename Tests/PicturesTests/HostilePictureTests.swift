import RepCore
import Testing
import Words

@testable import Pictures

@Suite("Hostile pictures")
struct HostilePictureTests {
  private static let files = [
    "rgb.png", "grey-1.png", "palette-clear.png", "interlaced.png", "420.jpg", "progressive.jpg",
    "cmyk.jpg", "rgb.ppm", "plain.pgm", "grey-16.pgm",
  ]

  /// The fault of reading `bytes`; nil if they are read or are no picture.
  private static func fault(_ bytes: [UInt8]) -> FormatError? {
    do {
      _ = try Image(reading: bytes)
      return nil
    } catch { return error as? FormatError }
  }

  @Test("that end early are refused wherever they were cut", arguments: files)
  func cut(_ file: String) throws {
    let bytes = try PictureFixture.bytes(file)
    // A plain text file may lose its last line end, or a digit of its last number.
    let last = file.hasPrefix("plain") ? bytes.count - 3 : bytes.count - 1
    let steps = stride(from: 9, to: last, by: max(1, bytes.count / 150))
    for length in Array(steps) + [last] {
      let fault = Self.fault(Array(bytes.prefix(length)))
      #expect(fault?.kind == .damaged, "\(file) cut to \(length): \(fault as Any)")
    }
  }

  @Test("with any byte changed are read or refused", arguments: files)
  func changed(_ file: String) throws {
    let bytes = try PictureFixture.bytes(file)
    for index in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 300)) {
      for change: UInt8 in [0x01, 0x80, 0xFF] {
        var damaged = bytes
        damaged[index] ^= change
        let fault = Self.fault(damaged)
        #expect(fault?.message.en.contains("\n") != true, "\(file), byte \(index)")
      }
    }
  }

  @Test("with a wrong checksum are refused in libpng's words")
  func checksum() throws {
    var bytes = try PictureFixture.bytes("rgb.png")
    bytes[bytes.count - 14] ^= 1
    let fault = Self.fault(bytes)
    #expect(fault?.kind == .damaged && fault?.message.en.contains("CRC") == true, "\(fault as Any)")
  }

  @Test("with absurd sizes are refused before memory is taken")
  func sizes() throws {
    let png = try PictureFixture.bytes("rgb.png")
    for (width, height, kind) in [
      (0, 61, FormatError.Kind.damaged), (97, 0, .damaged), (65_536, 1, .damaged),
      (65_535, 65_535, .unsupported), (0x8000_0000, 1, .damaged),
    ] {
      let fault = Self.fault(PNGHeader.changed(png, width: width, height: height))
      #expect(fault?.kind == kind, "PNG \(width)x\(height): \(fault as Any)")
    }
    var jpeg = try PictureFixture.bytes("420.jpg")
    let frame = try #require(
      jpeg.indices.first { jpeg[$0...].starts(with: [0xFF, 0xC0]) },
      "the JPEG has no frame"
    )
    for (extents, kind) in [
      ([0xFF, 0xFF, 0xFF, 0xFF], FormatError.Kind.unsupported), ([0, 61, 0, 0], .damaged),
      ([0, 0, 0, 97], .damaged), ([0x10, 0, 0x10, 0], .damaged),
    ] as [([UInt8], FormatError.Kind)] {
      jpeg.replaceSubrange(frame + 5..<frame + 9, with: extents)
      #expect(Self.fault(jpeg)?.kind == kind, "JPEG \(extents): \(Self.fault(jpeg) as Any)")
    }
    for (head, kind) in [
      ("P5 0 4 255\n", FormatError.Kind.damaged), ("P5 4 0 255\n", .damaged),
      ("P5 65535 65535 255\n", .unsupported), ("P6 70000 1 255\n", .unsupported),
      ("P2 30000 8000 255\n1 2", .damaged), ("P5 4 4 0\n", .damaged), ("P5 4 4 65536\n", .damaged),
      ("P5 -4 4 255\n", .damaged), ("P5 99999999999999999999 4 255\n", .damaged),
      ("P2 1 1 7\n8\n", .damaged), ("P2 2 1 7\n1 x", .damaged), ("P5 4 4 255", .damaged),
      ("P5 #", .damaged), ("P5\n", .damaged),
    ] {
      let fault = Self.fault(Array(head.utf8))
      #expect(fault?.kind == kind, "\(head): \(fault as Any)")
    }
  }

  @Test("of very many scans are refused")
  func scans() throws {
    let bytes = try PictureFixture.bytes("progressive.jpg")
    // The first scan, of the mean of each block, again and again.
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: [0xFF, 0xDA]) })
    let end = try #require(
      bytes.indices.first { $0 > start + 1 && bytes[$0] == 0xFF && bytes[$0 + 1] != 0 }
    )
    let scans = (0..<300).flatMap { _ in bytes[start..<end] }
    let many = Array(bytes[..<end]) + scans + bytes[end...]
    let fault = Self.fault(many)
    #expect(
      fault?.kind == .unsupported && fault?.message.en.contains("scans") == true,
      "\(fault as Any)"
    )
  }
}

/// The extents in a PNG's header, with the checksum made right again.
private enum PNGHeader {
  static func changed(_ file: [UInt8], width: Int, height: Int) -> [UInt8] {
    var file = file
    file.replaceSubrange(16..<20, with: bigEndian(UInt32(width)))
    file.replaceSubrange(20..<24, with: bigEndian(UInt32(height)))
    file.replaceSubrange(29..<33, with: bigEndian(checksum(file[12..<29])))
    return file
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// CRC-32 of ISO 3309, as PNG uses it.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in
        value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0)
      }
    }
  }
}
