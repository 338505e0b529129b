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

  @Test func `Values beyond a scale are clamped and no number is neutral`() {
    for scale in Colormap.allCases.map({ $0.diverging(isLight: true) }) {
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

  @Test func `Of black and white, the easier one is written on a colour`() {
    for index in UInt8(0)...255 {
      let paper = Color.indexed(index)
      #expect(paper.legibleInk.contrast(to: paper) >= 4.5, "entry \(index)")
    }
    #expect(Color.default.legibleInk == .default)
  }

  @Test func `A ground is dark or light`() {
    #expect(Ground(.rgb(13, 17, 23)) == .dark && Ground(.rgb(255, 253, 240)) == .light)
    #expect(Ground(.default) == .dark)
    let told: [(String, Ground?)] = [
      ("15;0", .dark), ("0;15", .light), ("0;default;15", .light), ("7;8", .dark), ("0;7", .light),
      ("15;default", nil), ("", nil), ("15", nil), ("0;99", nil), ("0;-1", nil),
    ]
    for (text, ground) in told { #expect(Ground(colorFGBG: text) == ground, "\(text)") }
  }
}
