import Testing

@testable import Canvas

@Suite struct GlyphBitmapTests {
  private let faces = PictureScale.allCases.flatMap { scale in
    [false, true].map { (GlyphFace(scale, isBold: $0), scale, $0) }
  }

  private static let vietnamese =
    "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    + "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"

  /// The letter's ink in its cell, row by row.
  private func ink(_ bitmap: GlyphBitmap) -> [Int] {
    [bitmap.left, bitmap.top, bitmap.width]
      + (0..<bitmap.height).flatMap { y in (0..<bitmap.width).map { bitmap.level($0, y) } }
  }

  @Test func `Every character has ink, within its cell, and edges where it begins and ends`() {
    #expect(GlyphFile.count > 750)
    for index in 0..<GlyphFile.count {
      for (face, (scale, weight)) in [
        (PictureScale.small, "plain"), (.small, "bold"), (.large, "plain"), (.large, "bold"),
      ].enumerated() {
        let bitmap = GlyphFile.bitmap(index, face: face)
        let name = "U+\(String(GlyphFile.scalar(index), radix: 16)) \(scale) \(weight)"
        let (width, height) = (9 * scale.rawValue, 18 * scale.rawValue)
        #expect(bitmap.width > 0 && bitmap.height > 0, "\(name)")
        #expect(
          bitmap.left + bitmap.width <= width && bitmap.top + bitmap.height <= height,
          "\(name)"
        )
        let columns = (0..<bitmap.height).flatMap {
          [bitmap.level(0, $0), bitmap.level(bitmap.width - 1, $0)]
        }
        #expect(columns.contains { $0 > 0 }, "\(name)")
      }
    }
  }

  @Test func `Scalars rise, so that each is found`() {
    var last: UInt32 = 0
    for index in 0..<GlyphFile.count {
      let scalar = GlyphFile.scalar(index)
      #expect(scalar > last && GlyphFile.index(of: scalar) == index, "\(scalar)")
      last = scalar
    }
    for absent: UInt32 in [0, 0x20, 0x7F, 0xD800, 0x10FFFF] {
      #expect(GlyphFile.index(of: absent) == nil, "\(absent)")
    }
  }

  @Test func `Text of the explorer has bitmaps`() {
    let ascii = (0x20...0x7E).compactMap { Unicode.Scalar($0).map(String.init) }.joined()
    let latin = (0xA0...0xFF).compactMap { Unicode.Scalar($0).map(String.init) }.joined()
    let signs = "▸▾▶◀▲▼•→×…·±≤≥≈≠∞√∑−µΩαβγεσ⁻⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂✓✗“”‘’–—€←↑↓↔∂∇⊕⊗"
    for (face, scale, isBold) in faces {
      for character in ascii + latin + signs + Self.vietnamese {
        let drawn = face.bitmaps(of: character)
        let isKnown = drawn != nil && (drawn?.count ?? 0) == (character.isWhitespace ? 0 : 1)
        #expect(isKnown || character == "\u{AD}", "\(character) \(scale), bold: \(isBold)")
      }
    }
  }

  @Test func `Vietnamese letters differ from each other and from those without marks`() {
    #expect(Self.vietnamese.count == 134)
    for (face, scale, isBold) in faces {
      var seen: [[Int]: Character] = [:]
      for letter in Self.vietnamese + "aeiouydAEIOUYD" {
        guard let bitmap = face.bitmaps(of: letter)?.first else { continue }
        let twin = seen.updateValue(letter, forKey: ink(bitmap))
        #expect(twin == nil, "\(letter) looks like \(twin ?? " ") at \(scale), bold: \(isBold)")
      }
    }
  }

  @Test func `Marks above letters are not cut`() {
    // The upper row of ink of a capital with two marks: as much as that of the mark alone would have.
    for (face, scale, isBold) in faces {
      for (letter, base) in [
        ("Ế", "E"), ("Ộ", "O"), ("Ẫ", "A"), ("Ằ", "A"), ("Ỗ", "O"), ("Ử", "U"), ("ể", "e"),
        ("ắ", "a"),
      ] as [(Character, Character)] {
        guard let marked = face.bitmaps(of: letter)?.first,
          let plain = face.bitmaps(of: base)?.first
        else {
          Issue.record("\(letter)")
          continue
        }
        let rows = plain.top - marked.top
        #expect(
          rows >= 3 * scale.rawValue,
          "\(letter) has \(rows) rows at \(scale), bold: \(isBold)"
        )
      }
    }
  }

  @Test func `A letter is the same however it is composed`() {
    for (composed, taken) in [
      ("ế", "e\u{302}\u{301}"), ("Ộ", "O\u{323}\u{302}"), ("ự", "ư\u{323}"),
    ] {
      #expect(Pixels(composed).bytes == Pixels(taken).bytes, "\(composed)")
    }
    // No letter of its own: the mark is put over it.
    #expect(Pixels("x\u{301}").bytes != Pixels("x").bytes)
  }
}
