import Testing

@testable import Canvas

@Suite struct PixelPictureTests {
  @Test func `Pictures of every size have as many pixels as their cells`() {
    for size in awkwardSizes {
      for scale in PictureScale.allCases {
        var grid = Grid(size: size)
        for (name, widget) in allWidgets {
          widget.draw(into: &grid, in: grid.bounds, with: blockPen)
          let picture = PixelPicture(grid, palette: .dark, scale: scale)
          let message = "\(name) at \(size), \(scale)"
          #expect(picture.width == 9 * scale.rawValue * size.width, "\(message)")
          #expect(picture.height == 18 * scale.rawValue * size.height, "\(message)")
          #expect(picture.height == picture.bandCount * picture.bandHeight, "\(message)")
          for band in 0..<picture.bandCount {
            let count = picture.band(band).count
            #expect(count == picture.width * picture.bandHeight * 3, "\(message), band \(band)")
          }
        }
      }
    }
  }

  /// Colours of the test's own, so that no theme changes what it expects.
  private func palette(isLight: Bool) -> Palette {
    var palette = Palette()
    palette.warning = Style(foreground: isLight ? .rgb(140, 90, 0) : .rgb(230, 180, 65))
    palette.paper = isLight ? .rgb(250, 250, 240) : .rgb(10, 20, 30)
    palette.ink = isLight ? .rgb(10, 20, 30) : .rgb(250, 250, 240)
    return palette
  }

  @Test func `The same screen has the same pixels everywhere`() {
    let expected: [(PictureScale, isLight: Bool, UInt64)] = [
      (.small, false, 14600978964920765066), (.small, true, 987513231262969623),
      (.large, false, 2683744206934934715), (.large, true, 17448493182428407682),
    ]
    for (scale, isLight, hash) in expected {
      let palette = palette(isLight: isLight)
      var grid = Grid(size: Size(width: 24, height: 5))
      let pen = Pen(glyphs: .block, depth: .trueColor, palette: palette)
      grid.draw(Panel("Ế 3×3 ±0.5"), in: grid.bounds, with: pen)
      grid.put("▀▄█░▒▓⣿ ✓ 三", at: Point(x: 2, y: 1), style: palette.warning)
      grid.put("ab", at: Point(x: 2, y: 2), style: Style(attributes: [.italic, .underline, .bold]))
      grid.put("cd", at: Point(x: 5, y: 2), style: Style(attributes: [.reverse, .dim]))
      let marks = Annotations(
        caption: "Đọc",
        callouts: [Point(x: 2, y: 2)],
        highlights: [Rect(x: 5, y: 2, width: 2, height: 1)]
      )
      let pixels = Pixels(grid, marks, palette: palette, scale: scale)
      #expect(pixels.hash == hash, "\(scale), light \(isLight): \(pixels.hash)")
    }
  }

  @Test func `Attributes change the pixels`() {
    let plain = Pixels("Rg")
    for attribute: Attributes in [.bold, .dim, .underline, .reverse, .italic] {
      let style = Style(attributes: attribute)
      for scale in PictureScale.allCases {
        let changed = Pixels("Rg", style: style, scale: scale)
        let same = changed.bytes == (scale == .small ? plain : Pixels("Rg", scale: scale)).bytes
        #expect(!same, "\(attribute) at \(scale)")
      }
    }
    let reversed = Pixels("Rg", style: Style(attributes: .reverse))
    #expect(reversed.color(0, 0) == Palette.dark.ink)
  }

  @Test func `Colours are those of the style and the theme`() {
    let style = Style(foreground: .rgb(1, 2, 3), background: .indexed(196))
    let block = Pixels("█ ", style: style)
    #expect(block.color(4, 9) == .rgb(1, 2, 3))
    #expect(block.color(12, 9) == .rgb(255, 0, 0))
    #expect(Pixels(" ").color(4, 9) == Palette.dark.paper)
  }

  @Test func `A character without a bitmap is a box that fills its cells`() {
    for (text, columns) in [("ᚠ", 1), ("三", 2), ("e\u{304}\u{330}", 1)] {
      for scale in PictureScale.allCases {
        let pixels = Pixels(text, scale: scale)
        let extent = 9 * scale.rawValue * columns
        #expect(pixels.width == extent, "\(text)")
        let row = 9 * scale.rawValue
        let inked = (0..<extent).filter { pixels.color($0, row) != Palette.dark.paper }
        let sides = [1, columns * 9 - 2].flatMap { side in
          (0..<scale.rawValue).map { side * scale.rawValue + $0 }
        }
        #expect(inked == sides, "\(text) at \(scale)")
      }
    }
  }

  @Test func `A band of the largest screen takes no more than its own pixels`() {
    let grid = Grid(size: Size(width: 1000, height: 1000))
    let picture = PixelPicture(grid, palette: .dark, scale: .large)
    #expect(picture.height == 36_000 && picture.bandCount == 1000)
    #expect(picture.band(999).count == 18_000 * 36 * 3)
  }
}

/// A whole picture in memory.
struct Pixels {
  let width: Int
  let height: Int
  let bytes: [UInt8]

  init(
    _ grid: Grid,
    _ annotations: Annotations = Annotations(),
    palette: Palette = .dark,
    scale: PictureScale = .small
  ) {
    let picture = PixelPicture(grid, annotations, palette: palette, scale: scale)
    (width, height) = (picture.width, picture.height)
    bytes = (0..<picture.bandCount).flatMap { picture.band($0) }
  }

  /// One row of text.
  init(_ text: String, style: Style = .plain, scale: PictureScale = .small) {
    var grid = Grid(size: Size(width: columns(of: text), height: 1))
    grid.put(text, at: .zero, style: style)
    self.init(grid, scale: scale)
  }

  func color(_ x: Int, _ y: Int) -> Color {
    let index = (y * width + x) * 3
    return .rgb(bytes[index], bytes[index + 1], bytes[index + 2])
  }

  /// FNV-1a of all bytes.
  var hash: UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
