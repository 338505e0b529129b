import Testing

@testable import RepCore

@Suite("The three matrices of a tile")
struct TileAlgorithmTests {
  private static let families: [TileFamily] = [.f2, .f4, .f6, .p2, .p4]

  private static var algorithms: [(family: TileFamily, algorithm: TileAlgorithm)] {
    families.flatMap { family in
      family.extents.map { (family, TileAlgorithm(outputs: $0, in: family)) }
    }
  }

  /// Both sides are linear in the taps and in the samples, so that all pairs of units prove it for all numbers.
  @Test("make every output of every tap and sample exactly, in fractions")
  func exactness() {
    for (family, algorithm) in Self.algorithms {
      for tap in 0..<3 {
        for sample in 0..<algorithm.samples {
          for output in 0..<algorithm.outputs {
            let found = (0..<algorithm.products).reduce(Rational(0)) { sum, row in
              sum + algorithm.output[output, row] * algorithm.kernel[row, tap]
                * algorithm.input[row, sample]
            }
            let isSeen = sample == algorithm.stride * output + tap
            #expect(
              found == (isSeen ? 1 : 0),
              "\(family) \(algorithm.outputs): tap \(tap), sample \(sample), output \(output)"
            )
          }
        }
      }
    }
  }

  @Test("have as many products as the plan counts, and as many points of weights")
  func sizes() {
    for (family, algorithm) in Self.algorithms {
      let m = algorithm.outputs
      #expect(algorithm.products == family.products(of: m), "\(family) \(m)")
      #expect(algorithm.samples == (family.isPolyphase ? 2 * m + 1 : m + 2), "\(family) \(m)")
    }
  }

  @Test(
    "are those of Lavin and Gray for F(2,3), but for the order of the points and the place of signs"
  )
  func lavinAndGray() {
    let f2 = TileAlgorithm(outputs: 2, in: .f2)
    #expect(f2.order == [.point(0), .infinity, .point(1), .point(-1)])
    #expect(f2.input.values == [-1, 0, 1, 0, 0, -1, 0, 1, 0, 1, 1, 0, 0, -1, 1, 0])
    let half = Rational(1, 2)
    #expect(f2.kernel.values == [-1, 0, 0, 0, 0, 1, half, half, half, half, -half, half])
    #expect(f2.output.values == [1, 0, 1, 1, 0, 1, 1, -1])
  }

  @Test("give the tile of two within F(4,3) the rests that the guide has")
  func mixedTiles() {
    // docs/Guides/MixedTiles.md: -9/4 at 0, -119/64 at both of 5/8 and -5/8.
    let small = TileAlgorithm(outputs: 2, in: .f4)
    let own: [Rational] = [0, 0, Rational(-119, 64), Rational(-119, 64)]
    #expect(small.input[0, 2] == Rational(-9, 4))
    for row in 2..<4 { #expect(small.input[row, 2] == own[row]) }
    let large = TileAlgorithm(outputs: 4, in: .f4)
    for row in 0..<4 {
      for tap in 0..<3 { #expect(small.kernel[row, tap] == large.kernel[row, tap]) }
    }
  }

  @Test("cost the additions that the engine's transforms have")
  func additions() {
    // Lavin and Gray count 32, 28 and 24 for F(2x2,3x3), seven of the 28 are products; the guide 12 a line of F(4,3).
    let counts = [
      (TileFamily.f2, 2, 4, 3, 4), (.f4, 4, 12, 6, 10), (.f6, 6, 24, 9, 20), (.p2, 2, 3, 2, 5),
    ]
    for (family, outputs, input, kernel, output) in counts {
      let algorithm = TileAlgorithm(outputs: outputs, in: family)
      #expect(algorithm.inputAdditions == input, "\(family)")
      #expect(algorithm.kernelAdditions == kernel, "\(family)")
      #expect(algorithm.outputAdditions == output, "\(family)")
    }
  }

  @Test("are wrong where they are made wrong, and nowhere else")
  func mistakes() {
    for (family, algorithm) in Self.algorithms {
      let mistake = WrongMatrix.sign(of: algorithm)
      let wrong = algorithm.making(mistake)
      #expect(wrong != algorithm, "\(family) \(algorithm.outputs)")
      #expect(wrong.input[mistake.row, mistake.column] == mistake.entry)
      let back = WrongMatrix(
        .input,
        row: mistake.row,
        column: mistake.column,
        entry: algorithm.input[mistake.row, mistake.column]
      )
      #expect(wrong.making(back) == algorithm, "\(family) \(algorithm.outputs)")
      let nowhere = WrongMatrix(.output, row: 9, column: 0, entry: 7)
      #expect(algorithm.making(nowhere) == algorithm)
    }
  }
}
