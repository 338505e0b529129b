import Canvas
import Testing

@Suite struct PaletteTests {
  private static let themes: [(name: String, palette: Palette, least: Double)] = [
    ("dark", .dark, 4.5), ("light", .light, 4.5), ("print", .print, 4.5),
    ("contrast", .contrast, 7),
  ]

  /// Roles that are lines and bars, of which the band has none so far; what is no letter needs less (WCAG 2.1).
  private static let pictures = ["chrome on the band", "bar on the band", "other bar on the band"]

  /// Every role of a palette, by its name.
  private func roles(of palette: Palette) -> [(name: String, style: Style)] {
    [
      ("text", palette.text), ("muted", palette.muted), ("chrome", palette.chrome),
      ("focus", palette.focus), ("title", palette.title), ("header", palette.header),
      ("accent", palette.accent), ("good", palette.good), ("bad", palette.bad),
      ("warning", palette.warning), ("selection", palette.selection),
      ("positive", palette.positive), ("negative", palette.negative), ("bar", palette.bar),
      ("other bar", palette.otherBar), ("key", palette.key), ("band", palette.band),
    ]
  }

  /// Every role with its name, as cells of a screen in `palette` have it at `depth`, also those of the band.
  private func roles(of palette: Palette, _ depth: ColorDepth) -> [(String, Style)] {
    let palette = Pen(glyphs: .block, depth: depth, palette: palette).palette
    let plain = roles(of: palette)
    let all = plain + plain.map { ("\($0.name) on the band", $0.style.on(band: palette.band)) }
    return all.map { name, style in
      var grid = Grid(size: Size(width: 1, height: 1))
      grid.put("x", at: .zero, style: style)
      grid.lay(on: palette)
      return (name, grid[0, 0].style.reduced(to: depth))
    }
  }

  /// Ink and paper as the terminal shows them; nil for the terminal's own.
  private func seen(_ style: Style) -> (ink: Color, paper: Color) {
    style.attributes.contains(.reverse)
      ? (style.background, style.foreground) : (style.foreground, style.background)
  }

  @Test func `Nothing on the band takes one side of its contrast from the terminal`() {
    for ground in [Ground.dark, .light] {
      for depth in ColorDepth.allCases {
        let pen = Pen(glyphs: .block, depth: depth, palette: .terminal(on: ground))
        for (role, style) in roles(of: pen.palette) {
          let (ink, paper) = seen(style.on(band: pen.palette.band).reduced(to: depth))
          let place = "\(role) on \(ground), \(depth): \(ink) on \(paper)"
          #expect((ink == .default) == (paper == .default), "\(place)")
          if ink != .default { #expect(ink.contrast(to: paper) >= 3.5, "\(place)") }
        }
      }
    }
  }

  @Test func `Every text can be read on its ground`() {
    for (name, palette, least) in Self.themes {
      for depth in [ColorDepth.trueColor, .ansi256] {
        for (role, style) in roles(of: palette, depth) {
          let contrast = style.foreground.contrast(to: style.background)
          let least = Self.pictures.contains(role) ? 3 : least
          #expect(contrast >= least, "\(role) of \(name), \(depth): \(style)")
        }
      }
    }
  }

  /// As xterm shows the named colours; users choose their own.
  @Test func `Few colours can be read too, with and without bright ones`() {
    for (name, palette, _) in Self.themes {
      for (role, style) in roles(of: palette, .ansi16) {
        #expect(
          style.foreground.contrast(to: style.background) >= 3.5,
          "\(role) of \(name): \(style)"
        )
        guard case .indexed(let ink) = style.foreground, case .indexed(let paper) = style.background
        else {
          Issue.record("\(role) of \(name) leaves the ground alone: \(style)")
          continue
        }
        #expect(ink < 8 && paper < 8, "\(role) of \(name) needs more than eight colours: \(style)")
        if style.attributes.contains(.bold) {
          let bright = Color.indexed(ink + 8).contrast(to: style.background)
          #expect(bright >= 3, "\(role) of \(name), where bold is bright: \(style)")
        }
      }
    }
  }

  @Test func `Blue is for numbers below zero alone`() {
    for (name, palette, _) in Self.themes {
      #expect(isBlue(palette.negative.foreground), "\(name)")
      let others = [
        palette.accent.foreground, palette.key.foreground, palette.focus.foreground,
        palette.selection.background, palette.positive.foreground,
      ]
      for color in others { #expect(!isBlue(color), "\(name): \(color)") }
    }
  }

  private func isBlue(_ color: Color) -> Bool {
    guard let (red, green, blue) = color.components else { return false }
    return Int(blue) > Int(red) + 40 && Int(blue) > Int(green) + 30
  }

  @Test func `A theme with a ground of its own leaves no cell to the terminal`() {
    for (name, palette, _) in Self.themes {
      for depth in [ColorDepth.ansi16, .ansi256, .trueColor] {
        let pen = Pen(glyphs: .block, depth: depth, palette: palette)
        var grid = Grid(size: Size(width: 4, height: 2))
        grid.put("三x", at: .zero, style: pen.palette.muted)
        grid.lay(on: pen.palette)
        let isBare = grid.cells.contains {
          $0.style.foreground == .default || $0.style.background == .default
        }
        #expect(!isBare, "\(name), \(depth)")
      }
    }
  }

  @Test func `Without colour, and in the terminal's own theme, its ground stays`() {
    var pens = Self.themes.map { Pen(glyphs: .block, depth: .mono, palette: $0.palette) }
    for ground in [Ground.dark, .light] {
      pens += ColorDepth.allCases.map {
        Pen(glyphs: .block, depth: $0, palette: .terminal(on: ground))
      }
    }
    for pen in pens {
      var grid = Grid(size: Size(width: 4, height: 2))
      let blank = grid
      grid.lay(on: pen.palette)
      #expect(grid == blank, "\(pen.depth)")
    }
  }

  @Test func `The terminal's own theme only takes colours that the terminal names`() {
    for ground in [Ground.dark, .light] {
      let palette = Palette.terminal(on: ground)
      for style in [
        palette.accent, palette.negative, palette.good, palette.band, palette.selection,
      ] {
        for color in [style.foreground, style.background] {
          if case .rgb = color { Issue.record("\(color) on \(ground)") }
        }
      }
    }
  }
}
