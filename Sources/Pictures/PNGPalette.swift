/// The colours of a picture that has few.
struct PNGPalette {
  /// Red, green and blue of each colour, in the order in which they first appear.
  private(set) var bytes: [UInt8] = []
  private var numbers: [UInt32: UInt8] = [:]

  private static let most = 256

  /// The colours of all bands; nil if they are more than 256.
  init?(bands: Int, band: (Int) -> [UInt8]) {
    for index in 0..<bands {
      guard add(band(index)) else { return nil }
    }
  }

  /// The number of each pixel's colour.
  func indices(of rows: [UInt8]) -> [UInt8] {
    var last: (color: UInt32, number: UInt8)?
    return stride(from: 0, to: rows.count, by: 3).map { index in
      let color = PNGPalette.color(rows, index)
      if let last, last.color == color { return last.number }
      guard let number = numbers[color] else {
        preconditionFailure("a band has other colours than the first time")
      }
      last = (color, number)
      return number
    }
  }

  private mutating func add(_ rows: [UInt8]) -> Bool {
    var last: UInt32?
    for index in stride(from: 0, to: rows.count, by: 3) {
      let color = PNGPalette.color(rows, index)
      if color == last { continue }
      last = color
      guard numbers[color] == nil else { continue }
      guard numbers.count < PNGPalette.most else { return false }
      numbers[color] = UInt8(numbers.count)
      bytes += rows[index..<index + 3]
    }
    return true
  }

  private static func color(_ rows: [UInt8], _ index: Int) -> UInt32 {
    UInt32(rows[index]) << 16 | UInt32(rows[index + 1]) << 8 | UInt32(rows[index + 2])
  }
}
