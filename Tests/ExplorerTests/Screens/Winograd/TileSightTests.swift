import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("A tile of a block on the screen")
struct TileSightTests {
  /// A matrix product, with loops of its own.
  private func product(_ left: [[Double]], _ right: [[Double]]) -> [[Double]] {
    left.map { row in
      right[0].indices.map { column in
        row.indices.reduce(0) { $0 + row[$1] * right[$1][column] }
      }
    }
  }

  private func transposed(_ matrix: [[Double]]) -> [[Double]] {
    matrix[0].indices.map { column in matrix.map { $0[column] } }
  }

  private func rows(_ matrix: Matrix<Double>) -> [[Double]] {
    (0..<matrix.rows).map { row in (0..<matrix.columns).map { matrix[row, $0] } }
  }

  private func difference(_ left: [[Double]], _ right: [[Double]]) -> Double {
    zip(left.joined(), right.joined()).map { abs($0 - $1) }.max() ?? .infinity
  }

  @Test("has the outputs that the oracle makes of what the engine gives to the block")
  func oracle() throws {
    for place in WinogradPlace.all {
      let (map, kernel) = (try place.input(), try place.kernel())
      let shape = try #require(place.document.shape(of: place.block, in: .deploy))
      let wanted = Reference<Double>.convolve(
        map,
        kernel: kernel,
        bias: nil,
        stride: shape.stride,
        groups: shape.groups,
        dilation: 1
      )
      let largest = wanted.values.map(abs).max() ?? 0
      for size in ["f2", "f4", "f6"] {
        for line in ["channel 0", "channel 5; next-tile", "last; previous-tile"] {
          let state = place.state("tiles \(size)", line)
          guard let sight = state.winogradFigures?.sight else {
            #expect(state.shown.contains("; m takes tiles"), "\(place) \(size):\n\(state.shown)")
            continue
          }
          let tile = sight.trace.tile
          for (row, y) in tile.rows.enumerated() {
            for (column, x) in tile.columns.enumerated() {
              let value = wanted.values[(sight.output * wanted.height + y) * wanted.width + x]
              let error = abs(sight.trace.outputs[row, column] - value)
              #expect(error <= 1e-12 * largest, "\(place), \(size), \(line): off by \(error)")
            }
          }
        }
      }
    }
  }

  @Test("is F(2,3) as Lavin and Gray have it, whatever the order of their points")
  func lavinAndGray() throws {
    // Their matrices, arXiv 1509.09308, equation 6.
    let input: [[Double]] = [[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]]
    let kernel: [[Double]] = [[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]]
    let output: [[Double]] = [[1, 1, 1, 0], [0, 1, -1, -1]]
    for line in ["channel 0", "channel 7; next-tile", "pair 3 5; previous-tile"] {
      let trace = try #require(WinogradPlace.plain.state(line).winogradFigures?.sight.trace)
      var sum = [[Double]](repeating: [Double](repeating: 0, count: 4), count: 4)
      for pair in trace.pairs {
        let values = product(product(input, rows(pair.input)), transposed(input))
        let weights = product(product(kernel, rows(pair.kernel)), transposed(kernel))
        for row in 0..<4 {
          for column in 0..<4 { sum[row][column] += values[row][column] * weights[row][column] }
        }
      }
      let outputs = product(product(output, sum), transposed(output))
      #expect(difference(rows(trace.outputs), outputs) < 1e-12, "\(line)")
      #expect(difference(rows(trace.direct), outputs) < 1e-12, "\(line)")
    }
  }

  @Test("is shown with what each step begins with and what it makes")
  func steps() throws {
    for size in ["f2", "f4"] {
      for step in WinogradStep.allCases {
        let state = WinogradPlace.plain.state(
          "tiles \(size)",
          "pair 5 9; step \(step.rawValue + 1)"
        )
        let figures = try #require(state.winogradFigures)
        let trace = figures.sight.trace
        let pair = trace.pairs[9]
        let wanted: [Matrix<Double>] =
          switch step {
          case .kernel: [pair.kernel, pair.halfKernel, pair.weights]
          case .input: [pair.input, pair.halfInput, pair.values]
          case .products: [pair.weights, pair.values, pair.products]
          case .sum: [pair.products, trace.sum]
          case .output: [trace.sum, trace.halfOutput, trace.outputs]
          case .check: [trace.outputs, trace.direct, trace.differences]
          }
        #expect(figures.step == step && figures.channel == 9 && figures.sight.output == 5)
        #expect(figures.matrices.map(\.values) == wanted, "\(size), \(step)")
      }
    }
  }

  @Test("is explained by equations that hold, all the way down to taps and samples")
  func explanations() throws {
    /// How many numbers there are below an explanation; at each level the first and the last part are taken apart.
    func check(_ explanation: Explanation, _ name: String) -> Int {
      let parts = explanation.parts.map(\.value)
      let value = explanation.combination.value(of: parts)
      let size = max(explanation.value.magnitude, parts.map(\.magnitude).max() ?? 0, 1e-300)
      #expect(
        (value - explanation.value).magnitude <= 1e-12 * size,
        "\(name), \(explanation.name.en): \(explanation.value) is not \(value)"
      )
      let ends = Set([0, explanation.parts.count - 1]).sorted()
      return ends.reduce(parts.count) { count, end in
        let part = explanation.parts[end]
        guard let deeper = part.deeper?() else { return count }
        #expect(deeper.value == part.value, "\(name), \(part.name.en)")
        return count + check(deeper, name)
      }
    }
    for block in [BlockPath(stage: 2, block: 1), BlockPath(stage: 2, block: 0)] {
      let place = WinogradPlace(document: Fixture.document, block: block)
      for size in ["f2", "f4"] {
        for step in WinogradStep.allCases {
          let state = place.state("tiles \(size); step \(step.rawValue + 1); cell 1 1")
          let explanation = try #require(state.current.explained(state.shared))
          let figures = try #require(state.winogradFigures)
          #expect(explanation.value == figures.made[1, 1], "\(place) \(size) \(step)")
          #expect(check(explanation, "\(place) \(size) \(step)") > 2)
        }
      }
    }
  }

  @Test("with a sign made wrong on purpose is told from the plain sum by much")
  func wrongSign() throws {
    for place in WinogradPlace.all {
      let state = place.state()
      var subject = state.winograd.tile(state.shared)
      subject.hasWrongSign = true
      guard state.winogradFigures != nil else { continue }
      let sight = try #require(try subject.find(in: place.document, JobContext()))
      let check = sight.trace.check
      #expect(check.maximumRelative > 1e-3, "\(place)")
      #expect(WinogradWords.check(check).en.hasPrefix("NOT equal"), "\(place)")
    }
  }

  @Test("says what is done instead where there are no tiles")
  func refusals() throws {
    var architecture = Fixture.document.stored
    let changes: [(String, (inout BlockShape) -> Void)] = [
      ("dilation 2", { $0.dilation = 2 }), ("a 1x1 window", { $0.kernelSize = 1 }),
      ("stride 3", { $0.stride = 3 }), ("reflect padding", { $0.padding = .reflect }),
    ]
    let path = BlockPath(stage: 2, block: 1)
    let shape = architecture.stages[2].blocks[1]
    for (words, change) in changes {
      architecture.stages[2].blocks[1] = shape.deployed
      change(&architecture.stages[2].blocks[1])
      let document = Document(Network(random: architecture, seed: 1), title: "odd.rvg")
      let state = WinogradPlace(document: document, block: path).state()
      #expect(state.winogradFigures == nil)
      #expect(state.shown.contains(words), "\(words):\n\(state.shown)")
    }
  }
}
