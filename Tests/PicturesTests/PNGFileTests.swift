import RepCore
import Testing
import Words

@testable import Pictures

@Suite("Written PNGs")
struct PNGFileTests {
  /// Pixels of `colors` colours, whose order does not repeat from row to row.
  private func samples(_ width: Int, _ height: Int, colors: Int) -> [UInt8] {
    (0..<width * height).flatMap { index in
      let color = (index * 7 + index / 5) % colors
      return [UInt8(color & 255), UInt8(color >> 8 & 255), UInt8((color * 37) & 255)]
    }
  }

  private func file(_ samples: [UInt8], _ width: Int, _ height: Int, rows: Int = 1) throws
    -> [UInt8]
  {
    try PNGFile.bytes(width: width, height: height, bands: (height + rows - 1) / rows) { band in
      Array(samples[band * rows * width * 3..<min((band + 1) * rows, height) * width * 3])
    }
  }

  /// The names of the file's chunks, in order.
  private func chunks(_ file: [UInt8]) -> [String] {
    var names: [String] = []
    var offset = 8
    while offset + 8 <= file.count {
      let length = file[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      names.append(String(decoding: file[offset + 4..<offset + 8], as: UTF8.self))
      offset += length + 12
    }
    return names
  }

  @Test("are read back as they were, with and without a palette")
  func roundTrip() throws {
    for (width, height) in [(1, 1), (1, 7), (7, 1), (2, 3), (31, 17), (257, 5), (300, 64)] {
      for colors in [1, 2, 16, 255, 256, 257, 1000] {
        for rows in [1, 4, 100] {
          let samples = samples(width, height, colors: colors)
          let file = try file(samples, width, height, rows: rows)
          let image = try #require(try Image(reading: file))
          let message = "\(width)x\(height), \(colors) colours, \(rows) rows a band"
          #expect(image.width == width && image.height == height, "\(message)")
          #expect(image.samples == samples, "\(message)")
          let hasPalette = min(colors, width * height) <= 256
          #expect(chunks(file).contains("PLTE") == hasPalette, "\(message)")
        }
      }
    }
  }

  @Test("hold the pixels and their colour space, no time and no text")
  func content() throws {
    let few = try file(samples(40, 40, colors: 3), 40, 40)
    #expect(chunks(few) == ["IHDR", "sRGB", "PLTE", "IDAT", "IEND"])
    let many = chunks(try file(samples(300, 64, colors: 1000), 300, 64))
    #expect(many.prefix(2) == ["IHDR", "sRGB"] && Set(many.dropFirst(2)) == ["IDAT", "IEND"])
    #expect(try file(samples(40, 40, colors: 3), 40, 40) == few)
  }

  @Test("have at least a pixel and at most 65,535 a side")
  func sizes() throws {
    for (width, height) in [(0, 1), (1, 0), (0, 0), (65_536, 1), (1, 65_536)] {
      let error = #expect(throws: FormatError.self, "\(width)x\(height)") {
        try PNGFile.bytes(width: width, height: height, bands: 0) { _ in [] }
      }
      #expect(error?.kind == .unsupported && error?.message.en.contains("65535") == true)
    }
    let long = [UInt8](repeating: 9, count: 65_535 * 3)
    let wide = try PNGFile.bytes(width: 65_535, height: 1, bands: 1) { _ in long }
    #expect(try Image(reading: wide)?.samples == long)
    let high = try PNGFile.bytes(width: 1, height: 65_535, bands: 1) { _ in long }
    #expect(try Image(reading: high)?.samples == long)
  }
}
