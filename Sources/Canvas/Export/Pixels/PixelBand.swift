/// A row of pixels that many high, red, green and blue each 0–255.
struct PixelBand {
  let width: Int
  let height: Int
  /// `height` x `width` x 3 bytes.
  private(set) var bytes: [UInt8]

  init(width: Int, height: Int, _ color: Color) {
    (self.width, self.height) = (width, height)
    let (red, green, blue) = color.components ?? (0, 0, 0)
    bytes = Array(repeating: 0, count: width * height * 3)
    for index in stride(from: 0, to: bytes.count, by: 3) {
      (bytes[index], bytes[index + 1], bytes[index + 2]) = (red, green, blue)
    }
  }

  /// Puts `opacity` of ink on all pixels of a rectangle, cut to the band.
  mutating func fill(x: Int, y: Int, width: Int, height: Int, _ ink: Color, opacity: Double = 1) {
    let level = Int((opacity * Double(PixelBand.full)).rounded())
    let columns = max(0, x)..<max(0, x, min(self.width, x + width))
    for row in max(0, y)..<max(0, y, min(self.height, y + height)) {
      for column in columns { blend(column, row, ink, level: level) }
    }
  }

  /// The level of a pixel that is nothing but ink.
  static let full = 60

  /// Mixes ink into a pixel inside the band, `level` of `full` parts.
  mutating func blend(_ x: Int, _ y: Int, _ ink: Color, level: Int) {
    guard level > 0, let ink = ink.components else { return }
    let index = (y * width + x) * 3
    if level == PixelBand.full {
      (bytes[index], bytes[index + 1], bytes[index + 2]) = ink
      return
    }
    func mix(_ old: UInt8, _ new: UInt8) -> UInt8 {
      let sum = Int(old) * (PixelBand.full - level) + Int(new) * level
      return UInt8((sum + PixelBand.full / 2) / PixelBand.full)
    }
    bytes[index] = mix(bytes[index], ink.red)
    bytes[index + 1] = mix(bytes[index + 1], ink.green)
    bytes[index + 2] = mix(bytes[index + 2], ink.blue)
  }
}
