import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The digits of the kernel equation")
struct EquationDigitsTests {
  private static let block = BlockPath(stage: 2, block: 1)

  private func text(_ state: State) -> [String] { state.body(of: state.kernelsView).lines }

  private func state(_ document: Document, _ size: Size, output: Int, input: Int) -> State {
    Fixture.state(
      document,
      size: size,
      glyphs: .ascii,
      depth: .mono,
      commands: [
        .show(.kernels), .select(EquationDigitsTests.block), .pair(output: output, input: input),
      ]
    )
  }

  /// The numbers of a row of the equation, as a reader takes them; padding counts as zero.
  private func numbers(_ line: String) -> [Double] {
    line.split { " |=>".contains($0) }
      .map { $0.hasSuffix("+") && $0.count > 1 ? $0.dropLast() : $0 }
      .compactMap { $0 == "." ? 0 : $0 == "+" ? nil : Double($0) }
  }

  @Test(
    "add up as they are written, or the pane says that they are rounded",
    arguments: [Size(width: 100, height: 30), Size(width: 80, height: 24)]
  )
  func addUp(size: Size) throws {
    var (exact, rounded) = (0, 0)
    for output in 0..<24 {
      for input in stride(from: 0, to: 12, by: 3) {
        let lines = text(state(Fixture.document, size, output: output, input: input))
        let factors = try #require(lines.firstIndex { $0.contains("x +") && $0.contains("=") })
        var isExact = true
        for line in lines[factors + 1...factors + 3] {
          let row = numbers(line)
          #expect(row.count == 12, "\(line)")
          guard row.count == 12 else { continue }
          for column in 0..<3 {
            let sum = row[column] + row[column + 3] + row[column + 6]
            if abs(sum - row[column + 9]) > 1e-9 { isExact = false }
          }
        }
        let biases = numbers(lines[factors + 4].replacing("bias", with: ""))
        #expect(biases.count == 4, "\(lines[factors + 4])")
        if abs(biases[0] + biases[1] + biases[2] - biases[3]) > 1e-9 { isExact = false }
        let says = lines[...(factors + 8)].contains { $0.contains("rounded, ") }
        let place = "out \(output) in \(input) at \(size)"
        #expect(says == !isExact, "\(place)\n\(lines.joined(separator: "\n"))")
        if isExact { exact += 1 } else { rounded += 1 }
      }
    }
    #expect(exact > 0 && rounded > 0, "\(exact) exact, \(rounded) rounded")
  }

  @Test("of a sum that rounds are said to be rounded, in every sentence")
  func sentences() {
    let digits = SumDigits(for: [-0.0714, -0.0914, -0.1628])
    #expect(digits.text(-0.0714) == "-0.071" && digits.text(-0.1628) == "-0.163")
    #expect(!digits.adds([-0.0714, -0.0914], to: -0.1628))
    #expect(digits.adds([-0.0714, -0.0916], to: -0.163))
    #expect(SumDigits(for: [0.00042]).text(0.00042) == "+0.000420")
    #expect(SumDigits(for: [0.05, 0]).text(0) == "0")
    #expect(SumDigits(for: [4e-9]).text(-4.2e-9) == "-4.20e-09")
    #expect(SumDigits(for: [.nan]).text(-.nan) == "NaN")
  }

  @Test("are never all zeros where a number is not zero, and what is written counts for the sum")
  func noZeros() {
    for size in [4e4, 1, 0.1, 0.02, 0.003, 0.0004, 5e-6] {
      let digits = SumDigits(for: [size])
      for exponent in 0...12 {
        for sign in [1.0, -1] {
          let value = sign * size * (Double("3.2e-\(exponent)") ?? 1)
          let text = digits.text(value)
          let written = Double(text) ?? .nan
          #expect(
            text.contains { "123456789".contains($0) } && (written < 0) == (value < 0)
              && abs(written - value) <= max(abs(value) * 0.02, size * 0.0051),
            "\(value) beside \(size): \(text)"
          )
        }
      }
    }
    let digits = SumDigits(for: [0.497, 0.00032])
    #expect(digits.text(0.00032) == "+3.2e-04" && digits.text(-0.00032) == "-3.2e-04")
    #expect(!digits.adds([0.497, 0.00032], to: 0.49732))
    #expect(digits.adds([0.497, 0], to: 0.497))
  }

  @Test("of one branch with tiny scales beside large ones are told as what they are")
  func tinyBranch() throws {
    let network = Fixture.network.changingNorm(at: EquationDigitsTests.block) {
      $0.learned(times: 1e-5)
    }
    for size in [Size(width: 100, height: 30), Size(width: 80, height: 24)] {
      let state = state(Document(network, title: "tiny"), size, output: 5, input: 5)
      let text = text(state).joined(separator: "\n")
      let zeros = text.firstMatch(of: /[+-]0?\.0+(?![0-9])/)
      #expect(zeros == nil, "\(zeros?.output ?? "") at \(size)\n\(text)")
      #expect(text.contains("rounded"), "\(size)\n\(text)")
    }
  }

  @Test("of tiny kernels are counted in a unit that the pane names")
  func tinyKernels() throws {
    let network = Fixture.network.changingNorms(at: EquationDigitsTests.block) {
      $0.learned(times: 1e-4)
    }
    for size in [
      Size(width: 100, height: 30), Size(width: 80, height: 24), Size(width: 100, height: 60),
    ] {
      let state = state(Document(network, title: "tiny"), size, output: 5, input: 5)
      let text = text(state).joined(separator: "\n")
      // The identity alone makes 1.167e-4, so the folded centre is 1.116 in 0.0001.
      #expect(text.contains("numbers in 0.0001"), "\(size)\n\(text)")
      #expect(text.contains("+1.116") || text.contains("+1.12"), "\(size)\n\(text)")
      #expect(text.contains("x +0.000117"), "\(size)\n\(text)")
      let fold = BlockFold(try #require(state.selectedBlock))
      let bias = fold.bias(output: 5)
      let words = Numbers.scientific(bias, 2)
      #expect(bias.magnitude < 1e-5 && text.contains(words), "\(words) at \(size)\n\(text)")
    }
  }

  @Test("of a bias behind a norm of the sum are a true equation")
  func biasBehindNorm() throws {
    let path = BlockPath(stage: 1, block: 0)
    for output in 0..<12 {
      let state = Fixture.state(
        Fixture.quantizationAware,
        size: Size(width: 100, height: 60),
        glyphs: .ascii,
        depth: .mono,
        commands: [
          .show(.kernels), .select(path), .detail(.bias), .pair(output: output, input: 3),
        ]
      )
      let fold = BlockFold(try #require(state.selectedBlock))
      let lines = text(state)
      func value(_ name: String) throws -> Double {
        let line = try #require(lines.first { $0.hasPrefix("|\(name) ") }, "\(name)")
        let words = line.dropFirst(name.count + 1).split(separator: " ")
        return try #require(Double(words[0]), "\(line)")
      }
      let parts = try ["3x3", "1x1", "identity", "average"].map(value)
      let (sum, scale) = (try value("sum"), try value("* scale"))
      let (shift, bias) = (try value("+ shift"), try value("folded"))
      #expect(abs(bias - fold.bias(output: output)) < 0.0006, "out \(output)")
      #expect(abs(parts.reduce(0, +) - sum) < 0.0026, "out \(output)")
      #expect(abs(sum * scale + shift - bias) < 0.002, "out \(output)")
      // No equals sign stands between the parts and what is not their sum.
      let row = try #require(lines.first { $0.contains(" bias ") && $0.contains("+  bias") })
      #expect(!row.contains("=") && row.contains(">"), "\(row)")
      #expect(lines.contains { $0.contains("bias ") && $0.contains(") + shift ") }, "\(lines)")
    }
  }
}
