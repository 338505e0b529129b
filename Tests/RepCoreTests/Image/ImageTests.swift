import Testing

@testable import RepCore

@Suite("Images")
struct ImageTests {
  private static func grey(_ width: Int, _ height: Int, _ samples: [UInt8]) -> Image {
    Image(width: width, height: height, color: .grey, samples: samples)
  }

  @Test("become grey by luma and coloured by repetition")
  func colors() {
    let primaries = Image(
      width: 4,
      height: 1,
      color: .rgb,
      samples: [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]
    )
    #expect(primaries.converted(to: .grey).samples == [76, 150, 29, 255])
    #expect(Self.grey(2, 1, [3, 9]).converted(to: .rgb).samples == [3, 3, 3, 9, 9, 9])
  }

  @Test("of one value keep it at every size and filter")
  func flat() throws {
    for interpolation in Preprocessing.Interpolation.allCases {
      for side in [1, 2, 3, 16, 17, 61] {
        for target in [1, 2, 5, 16, 64, 129] {
          let shape = InputShape(
            channels: 1,
            height: target,
            width: target,
            preprocessing: Preprocessing(fit: .stretched, interpolation: interpolation)
          )
          let image = Self.grey(side, side, Array(repeating: 201, count: side * side))
          let values = Set(try shape.tensor(of: image).floats())
          #expect(values == [201.0 / 255], "\(side) to \(target), \(interpolation)")
        }
      }
    }
  }

  @Test("of the network's own size pass unchanged, normalised channel by channel")
  func ownSize() throws {
    let shape = InputShape(
      channels: 3,
      height: 1,
      width: 2,
      mean: [0, 0.5, 1],
      deviation: [1, 0.5, 2]
    )
    let image = Image(width: 2, height: 1, color: .rgb, samples: [0, 0, 0, 255, 255, 255])
    #expect(try shape.tensor(of: image).floats() == [0, 1, -1, 1, -0.5, 0])
  }

  @Test("of PGM and PPM are scaled to 8 bits and may hold comments")
  func netpbm() throws {
    for (text, expected) in [
      ("P2 3 1 2\n0 1 2\n", Self.grey(3, 1, [0, 128, 255])),
      ("P2#c\n# 9 9\n2\t1#x\n\n255 7#8\n255", Self.grey(2, 1, [7, 255])),
      ("P5 2 1 255\nAB", Self.grey(2, 1, [65, 66])),
      ("P5\n2 1\n65535\n\0\0AB", Self.grey(2, 1, [0, 65])),
      ("P5 1 1 255\nAP5 1 1 255\nB", Self.grey(1, 1, [65])),
      (
        "P3 1 1 10 0 5 10",
        Image(width: 1, height: 1, color: .rgb, samples: [0, 128, 255])
      ),
    ] {
      #expect(try Image.netpbm(Storage(copying: Array(text.utf8))) == expected, "\(text)")
    }
  }
}
