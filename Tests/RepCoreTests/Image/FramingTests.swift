import Testing

@testable import RepCore

@Suite("Framing a picture")
struct FramingTests {
  private static func framing(
    _ picture: (Int, Int),
    to target: (Int, Int),
    _ fit: Preprocessing.Fit
  ) -> Framing {
    Framing(
      Framing.Extent(height: picture.0, width: picture.1),
      to: Framing.Extent(height: target.0, width: target.1),
      fit: fit
    )
  }

  @Test("of ImageNet scales the shorter side to 256 and takes the middle 224")
  func imageNet() {
    let wide = Self.framing((375, 500), to: (224, 224), .cropped(share: 0.875))
    #expect(wide.scaled == Framing.Extent(height: 256, width: 341))
    #expect(wide.window == Framing.Window(rows: 16..<240, columns: 58..<282))
    let tall = Self.framing((500, 375), to: (224, 224), .cropped(share: 0.875))
    #expect(tall.scaled == Framing.Extent(height: 341, width: 256))
    #expect(tall.window == Framing.Window(rows: 58..<282, columns: 16..<240))
  }

  @Test("keeps the window inside the picture and the window's size, whatever the sizes")
  func sweep() {
    let sides = [1, 2, 3, 7, 63, 64, 65, 224, 997, 65_535]
    let fits: [Preprocessing.Fit] =
      [.stretched] + [0.1, 0.5, 0.875, 0.9, 1].map { .cropped(share: $0) }
    for height in sides {
      for width in sides {
        for target in [(1, 1), (8, 8), (224, 224), (7, 31), (320, 64)] {
          for fit in fits {
            let framing = Self.framing((height, width), to: target, fit)
            let (scaled, window) = (framing.scaled, framing.window)
            let isInside =
              window.rows.lowerBound >= 0 && window.rows.upperBound <= scaled.height
              && window.columns.lowerBound >= 0 && window.columns.upperBound <= scaled.width
            #expect(
              isInside && window.rows.count == target.0 && window.columns.count == target.1,
              "\(height)x\(width) to \(target), \(fit): \(framing)"
            )
          }
        }
      }
    }
  }
}
