/// The bitmaps of one size and weight.
struct GlyphFace {
  private let number: Int

  /// The face of cells of 9 x 18 pixels times the scale.
  init(_ scale: PictureScale, isBold: Bool) {
    number = (scale.rawValue - 1) * 2 + (isBold ? 1 : 0)
  }

  /// What is drawn over each other for `character`: nothing for a blank, the letter and its marks where the
  /// letter has no bitmap of its own; nil where something of it is unknown.
  func bitmaps(of character: Character) -> [GlyphBitmap]? {
    if character.isWhitespace { return [] }
    if let index = GlyphFace.index(of: character) {
      return [GlyphFile.bitmap(index, face: number)]
    }
    let parts = character.unicodeScalars.map { GlyphFile.index(of: $0.value) }
    guard !parts.contains(nil) else { return nil }
    return parts.compactMap { $0 }.map { GlyphFile.bitmap($0, face: number) }
  }

  private static func index(of character: Character) -> Int? {
    let scalars = character.unicodeScalars
    if scalars.count == 1, let scalar = scalars.first { return GlyphFile.index(of: scalar.value) }
    return composed[character]
  }

  /// Letters with marks, which Swift finds however they are composed.
  private static let composed: [Character: Int] = (0..<GlyphFile.count)
    .reduce(into: [:]) { letters, index in
      guard let scalar = Unicode.Scalar(GlyphFile.scalar(index)), scalar.value >= 0xC0 else {
        return
      }
      letters[Character(scalar)] = index
    }
}
