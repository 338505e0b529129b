import Canvas
import Testing

@Suite struct ColorTests {
  @Test func `Every entry of the cube and the greys is its own nearest`() {
    for index in UInt8(16)...255 {
      let entry = Color.indexed(index)
      guard let (red, green, blue) = entry.components else {
        Issue.record("entry \(index) has no components")
        continue
      }
      let nearest = Color.rgb(red, green, blue).reduced(to: .ansi256)
      #expect(nearest.components.map { [$0, $1, $2] } == [red, green, blue], "entry \(index)")
    }
  }

  @Test func `Reduction keeps within the depth`() {
    for value in stride(from: 0, through: 255, by: 15) {
      let color = Color.rgb(UInt8(value), UInt8(255 - value), 90)
      guard case .indexed(let index) = color.reduced(to: .ansi16) else {
        Issue.record("\(color) did not become one of sixteen")
        continue
      }
      #expect(index < 16)
      #expect(color.reduced(to: .mono) == .default)
      #expect(color.reduced(to: .trueColor) == color)
    }
    #expect(Color.default.reduced(to: .ansi256) == .default)
  }

  @Test(arguments: [
    ColorScale.diverging(isLight: true), .diverging(isLight: false), .sequential,
  ])
  func `Each level of a scale is a colour of its own`(scale: ColorScale) {
    let values = (0..<scale.levels).map { level in
      let place = Double(level) / Double(scale.levels - 1)
      return scale.isSigned ? 2 * place - 1 : place
    }
    let colors = values.map { scale.color(at: $0, depth: .ansi256) }
    #expect(Set(colors).count == scale.levels, "\(colors)")
  }

  @Test func `Values beyond a scale are clamped and no number is neutral`() {
    for scale in [ColorScale.diverging(isLight: true), .sequential] {
      for depth in ColorDepth.allCases {
        #expect(scale.color(at: 9, depth: depth) == scale.color(at: 1, depth: depth))
        #expect(scale.color(at: .nan, depth: depth) == scale.color(at: 0, depth: depth))
        #expect(scale.color(at: -.infinity, depth: depth) == scale.color(at: -1, depth: depth))
      }
    }
  }

  @Test func `Signs tell the sign without colour`() {
    #expect([-1, -0.6, -0.3, 0, 0.3, 0.6, 1].map(SignedRamp.sign) == Array("Wwv.x#@"))
    #expect(SignedRamp.sign(of: .nan) == "?" && SignedRamp.sign(of: 1e9) == "@")
  }

  @Test(arguments: [Palette.dark, .light])
  func `Ink stands out from paper by 4.5 to 1`(palette: Palette) {
    let roles = [
      palette.text, palette.muted, palette.chrome, palette.focus, palette.title, palette.header,
      palette.accent, palette.good, palette.bad, palette.warning, palette.selection,
      palette.positive, palette.negative, palette.bar, palette.otherBar, palette.key, palette.band,
    ]
    for role in roles {
      let ink = role.foreground == .default ? palette.ink : role.foreground
      let paper = role.background == .default ? palette.paper : role.background
      #expect(contrast(ink, paper) >= 4.5, "\(ink) on \(paper): \(contrast(ink, paper))")
    }
  }

  /// The contrast ratio of WCAG 2.1.
  private func contrast(_ a: Color, _ b: Color) -> Double {
    let levels = [a, b].map(relativeLuminance).sorted()
    return (levels[1] + 0.05) / (levels[0] + 0.05)
  }

  private func relativeLuminance(_ color: Color) -> Double {
    guard let (red, green, blue) = color.components else { return 0 }
    let linear = [red, green, blue].map { part in
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// `base` to the power of 2.4, as base² · base^(2/5), the root by Newton's method.
  private func power(_ base: Double) -> Double {
    let square = base * base
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
    }
    return square * root
  }
}
