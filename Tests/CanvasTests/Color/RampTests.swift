import Canvas
import Testing

@Suite struct RampTests {
  private static let scales =
    Colormap.allCases.flatMap { map in
      [false, true].map { ("\(map) on \($0 ? "light" : "dark")", map.diverging(isLight: $0)) }
    }
  private static let depths: [(ColorDepth, least: Double)] = [(.ansi256, 7), (.trueColor, 1)]

  /// The halves of a scale from zero on.
  private func ways(of scale: ColorScale, _ depth: ColorDepth) -> [[Color]] {
    let levels = scale.levels(at: depth)
    return [Array(levels[...(levels.count / 2)].reversed()), Array(levels[(levels.count / 2)...])]
  }

  @Test func `Lightness only rises or only falls, whoever looks`() {
    for (name, scale) in Self.scales {
      for (depth, _) in Self.depths {
        for vision in Vision.allCases {
          for way in ways(of: scale, depth) {
            let lightness = way.map { vision.lab($0)[0] }
            let steps = zip(lightness, lightness.dropFirst()).map { $1 - $0 }
            #expect(
              steps.allSatisfy { $0 > 0 } || steps.allSatisfy { $0 < 0 },
              "\(name), \(depth), \(vision): \(lightness)"
            )
          }
        }
      }
    }
  }

  @Test func `Each level can be told from every other, whoever looks`() {
    for (name, scale) in Self.scales {
      for (depth, least) in Self.depths {
        for vision in Vision.allCases {
          let levels = scale.levels(at: depth)
          for (index, color) in levels.enumerated() {
            let nearest =
              levels.dropFirst(index + 1).map { vision.distance(color, $0) }.min() ?? .infinity
            #expect(nearest >= least, "\(name), \(depth), \(vision): level \(index), \(color)")
          }
        }
      }
    }
  }

  @Test func `The same magnitude is about as light on either side of zero`() {
    for (name, scale) in Self.scales {
      for (depth, _) in Self.depths {
        for (below, above) in zip(ways(of: scale, depth)[0], ways(of: scale, depth)[1]) {
          let difference = Vision.usual.lab(below)[0] - Vision.usual.lab(above)[0]
          #expect(abs(difference) < 11, "\(name), \(depth): \(below) and \(above)")
        }
      }
    }
  }

  @Test func `No scale has so many levels that pairs of them run out`() {
    for (name, scale) in Self.scales {
      for depth in ColorDepth.allCases {
        let count = scale.levels(at: depth).count
        #expect(count <= 61, "\(name), \(depth)")
        #expect(Set(scale.levels(at: depth)).count == count, "\(name), \(depth)")
        #expect(!count.isMultiple(of: 2), "\(name), \(depth) has no middle")
      }
    }
  }

  @Test func `Values take the level they lie nearest to`() {
    for (name, scale) in Self.scales {
      for depth in ColorDepth.allCases {
        let levels = scale.levels(at: depth)
        for (index, color) in levels.enumerated() where levels.count > 1 {
          let place = Double(index) / Double(levels.count - 1)
          let value = 2 * place - 1
          #expect(scale.color(at: value, depth: depth) == color, "\(name), \(depth), \(value)")
        }
      }
    }
  }
}
