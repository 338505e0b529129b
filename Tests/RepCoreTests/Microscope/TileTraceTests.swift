import Testing

@testable import RepCore

@Suite("A tile under the microscope")
struct TileTraceTests {
  /// A convolution that is traced tile by tile.
  private struct Case: CustomStringConvertible {
    var family: WinogradFamily
    var height: Int
    var width: Int
    var channels = (input: 3, output: 2)
    var groups = 1

    var stride: Int { family.stride }
    var description: String {
      "\(family.rawValue) on \(height)x\(width), \(channels.input)->\(channels.output), groups \(groups)"
    }

    var map: FeatureMap<Double> {
      FeatureMap(.normal(shape: [1, channels.input, height, width], seed: 3))
    }
    var kernel: Tensor {
      .normal(shape: [channels.output, channels.input / groups, 3, 3], seed: 4)
    }
    /// What the oracle makes of it.
    var wanted: FeatureMap<Double> {
      Reference<Double>.convolve(
        map,
        kernel: kernel,
        bias: nil,
        stride: stride,
        groups: groups,
        dilation: 1
      )
    }
  }

  private static let cases: [Case] = WinogradFamily.allCases.flatMap { family in
    [(1, 1), (2, 2), (4, 6), (5, 9), (7, 7), (8, 8), (13, 3), (14, 14), (28, 10)].map {
      Case(family: family, height: $0, width: $1)
    }
  }

  /// Traces of every tile and output channel; none where the family has no tiles for the map.
  private func traces(_ instance: Case, _ visit: (LayerTile, Int, TileTrace) -> Void) {
    let wanted = instance.wanted
    let tiles = LayerTiles(instance.family, height: wanted.height, width: wanted.width)
    guard let tiles else { return }
    for row in 0..<tiles.rows.count {
      for column in 0..<tiles.columns.count {
        for output in 0..<instance.channels.output {
          let tile = tiles[row, column]
          let trace = TileTrace(
            of: tile,
            kernel: instance.kernel,
            groups: instance.groups,
            output: output,
            on: instance.map
          )
          visit(tile, output, trace)
        }
      }
    }
  }

  @Test("makes the outputs that the oracle makes, on maps of every size")
  func outputs() {
    var seen = 0
    for instance in Self.cases {
      let wanted = instance.wanted
      let largest = wanted.values.map(abs).max() ?? 0
      var places = Set<Int>()
      traces(instance) { tile, output, trace in
        seen += 1
        #expect(trace.check.maximumAbsolute <= 1e-12 * largest, "\(instance), \(tile)")
        for (row, y) in tile.rows.enumerated() {
          for (column, x) in tile.columns.enumerated() {
            let place = (output * wanted.height + y) * wanted.width + x
            places.insert(place)
            let error = abs(trace.outputs[row, column] - wanted.values[place])
            #expect(error <= 1e-12 * largest, "\(instance), \(tile), output \(output): \(error)")
          }
        }
      }
      #expect(places.isEmpty || places.count == wanted.values.count, "\(instance)")
    }
    #expect(seen > 500)
  }

  @Test("sees the channels of its own group alone")
  func groups() {
    for groups in [1, 2, 3, 6] {
      let instance = Case(family: .f4, height: 6, width: 9, channels: (6, 12), groups: groups)
      let wanted = instance.wanted
      traces(instance) { tile, output, trace in
        #expect(trace.pairs.count == 6 / groups)
        #expect(trace.firstChannel == output / (12 / groups) * (6 / groups))
        let place = (output * wanted.height + tile.rows.lowerBound) * wanted.width
        let error = abs(trace.outputs[0, 0] - wanted.values[place + tile.columns.lowerBound])
        #expect(error <= 1e-12, "\(instance), \(tile), output \(output)")
      }
    }
  }

  @Test("has the values, weights and products of the guide's example")
  func example() {
    // docs/Guides/Winograd.md; the guide's tile stands inside a map without an edge.
    let kernel = Tensor([4, 0, 0, 0, 4, 0, 0, 0, 4], shape: [1, 1, 3, 3])
    var map = FeatureMap<Double>(batch: 1, channels: 1, height: 6, width: 6)
    let samples: [Double] = [1, 2, 0, 1, 3, 1, 2, 0, 0, 4, 1, 2, 2, 0, 3, 1]
    for (place, sample) in samples.enumerated() {
      map.values[(place / 4 + 1) * 6 + place % 4 + 1] = sample
    }
    let tile = LayerTile(family: .f2, rows: 2..<4, columns: 2..<4)
    let trace = TileTrace(of: tile, kernel: kernel, groups: 1, output: 0, on: map)
    let pair = trace.pairs[0]
    #expect(pair.input.values == samples)
    #expect(pair.weights.values == [4, 0, -2, -2, 0, 4, 2, 2, -2, 2, 3, 1, -2, 2, 1, 3])
    #expect(pair.values.values == [2, -1, 3, -1, 2, 2, 0, 2, 0, -3, 8, -2, 2, -1, 2, -4])
    #expect(pair.products.values == [8, 0, -6, 2, 0, 8, 0, 4, 0, -6, 24, -2, -4, -2, 2, -12])
    #expect(trace.outputs.values == [12, 24, 40, 12])
    #expect(trace.direct.values == [12, 24, 40, 12])
  }

  @Test("with a wrong matrix is off by much, and the check says by how much")
  func mistakes() {
    for family in WinogradFamily.allCases {
      let instance = Case(family: family, height: 14, width: 14)
      let tile = LayerTiles(family, height: 14 / family.stride, width: 14 / family.stride)?[0, 0]
      guard let tile else { continue }
      for place in WrongMatrix.Place.allCases {
        let usual = WrongMatrix.sign(of: tile.rowAlgorithm())
        let mistake = WrongMatrix(place, row: 1, column: 1, entry: usual.entry + 7)
        for mistake in [usual, mistake] {
          let trace = TileTrace(
            of: tile,
            kernel: instance.kernel,
            groups: 1,
            output: 1,
            on: instance.map,
            mistake: mistake
          )
          #expect(trace.check.maximumRelative > 1e-2, "\(family.rawValue), \(mistake)")
          let right = TileTrace(
            of: tile,
            kernel: instance.kernel,
            groups: 1,
            output: 1,
            on: instance.map
          )
          let off = zip(trace.outputs.values, right.direct.values).map { abs($0 - $1) }.max() ?? 0
          #expect(trace.check.maximumAbsolute == off, "\(family.rawValue), \(mistake)")
        }
      }
    }
  }
}
