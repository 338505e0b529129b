internal import CGlyphs

/// The bitmaps of characters that are built in: glyphs.bin, whose layout `make_glyphs.py` describes.
enum GlyphFile {
  /// How many characters there are.
  static let count = byte(6) | byte(7) << 8

  /// The byte at `offset`, which must exist.
  static func byte(_ offset: Int) -> Int {
    precondition(offset >= 0 && offset < glyph_size(), "glyphs.bin has no byte \(offset)")
    return unsafe Int(glyph_bytes()[offset])
  }

  /// The scalar of the character at `index`; they rise.
  static func scalar(_ index: Int) -> UInt32 { word(8 + 4 * index) }

  /// The bitmap of the character at `index` in one of the four faces.
  static func bitmap(_ index: Int, face: Int) -> GlyphBitmap {
    GlyphBitmap(at: Int(word(8 + 4 * (count + face * count + index))))
  }

  /// Where `scalar` is among the characters; nil where it is not.
  static func index(of scalar: UInt32) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self.scalar(middle) < scalar { low = middle + 1 } else { high = middle }
    }
    return low < count && self.scalar(low) == scalar ? low : nil
  }

  private static func word(_ offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(byte(offset + $1)) << UInt32(8 * $1) }
  }
}

/// A character's ink in its cell.
struct GlyphBitmap {
  /// The pixel of the cell where the ink begins.
  let left: Int, top: Int
  /// Pixels of the ink; zero for a blank.
  let width: Int, height: Int
  private let start: Int

  /// The bitmap that begins at byte `offset` of the file.
  init(at offset: Int) {
    (left, top) = (GlyphFile.byte(offset), GlyphFile.byte(offset + 1))
    (width, height) = (GlyphFile.byte(offset + 2), GlyphFile.byte(offset + 3))
    start = offset + 4
  }

  /// How much of a pixel is ink, 0 to 15; `x` and `y` count from the first pixel with ink.
  func level(_ x: Int, _ y: Int) -> Int {
    let index = y * width + x
    let pair = GlyphFile.byte(start + index / 2)
    return index.isMultiple(of: 2) ? pair >> 4 : pair & 15
  }
}
