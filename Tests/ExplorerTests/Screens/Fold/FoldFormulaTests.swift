import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The formulas of the fold screen")
struct FoldFormulaTests {
  /// The formulas of each step, by step and then line by line, in English.
  private func lines(_ place: FoldPlace, _ pair: (output: Int, input: Int), tap: Int?)
    throws -> [FoldStep: [FoldFormula]]
  {
    let shared = place.state().shared
    var lines: [FoldStep: [FoldFormula]] = [:]
    for (index, step) in place.block.shape.foldSteps.enumerated() {
      lines[step] = try place.moment(shared, pair, step: index, tap: tap).formulas
    }
    return lines
  }

  /// The equations below the heading of each branch, in order.
  private func sections(_ lines: [FoldFormula]) -> [[String]] {
    lines.reduce(into: []) { sections, line in
      switch line.kind {
      case .heading: sections.append([])
      case .equation: if !sections.isEmpty { sections[sections.count - 1].append(line.text.en) }
      case .remark, .rule: break
      }
    }
  }

  /// What stands behind the last equals sign, without the remark that it is rounded.
  private func result(_ line: String) -> Substring {
    let text = line.replacing(" (rounded)", with: "")
    return text.split(separator: " ").last ?? ""
  }

  @Test("write the numbers that the tensors give by hand", arguments: FoldPlace.all)
  func numbers(_ place: FoldPlace) throws {
    let block = place.block
    for pair in place.pairs {
      for tap in [0, nil] {
        let lines = try lines(place, pair, tap: tap)
        let hand = HandFold(block, output: pair.output, input: pair.input)
        let index = tap ?? hand.sum.count / 2
        let where_ = "\(place.name), \(pair), tap \(index)"
        if let norms = lines[.normsFolded] {
          for (branch, section) in zip(hand.branches, sections(norms)) where section.count > 1 {
            #expect(isWritten(result(section[0]), for: branch.scale), "\(where_): \(section)")
            #expect(isWritten(result(section[1]), for: branch.bias), "\(where_): \(section)")
            guard section.count > 2 else { continue }
            let value = branch.stored[index] * branch.scale
            #expect(isWritten(result(section[2]), for: value), "\(where_): \(section)")
          }
          let normed = block.branches.count { $0.norm != nil }
          #expect(sections(norms).count { $0.count > 1 } == normed, "\(where_)")
        }
        if let sums = lines[.summed] {
          let equations = sums.filter { $0.kind == .equation }.map(\.text.en)
          #expect(isWritten(result(equations[0]), for: hand.sum[index]), "\(where_): \(equations)")
          #expect(isWritten(result(equations[1]), for: hand.biasSum), "\(where_): \(equations)")
        }
        if let post = lines[.sumNormFolded] {
          let equations = post.filter { $0.kind == .equation }.map(\.text.en)
          #expect(isWritten(result(equations[0]), for: hand.behind.scale), "\(where_)")
          #expect(isWritten(result(equations[1]), for: hand.bias), "\(where_): \(equations)")
          #expect(isWritten(result(equations[2]), for: hand.folded[index]), "\(where_)")
        }
      }
    }
  }

  /// What the part of an equation in front of its last equals sign gives, computed with the written numbers.
  private func computed(_ line: String) -> Double? {
    let sides = line.replacing(" (rounded)", with: "").split(separator: " = ")
    guard sides.count > 1 else { return nil }
    let text = sides[sides.count - 2]
    let numbers = text.split { " ()+*/".contains($0) && $0 != "+" }
      .flatMap { $0.split(separator: "(") }.compactMap { Double($0) }
    let isBias = line.hasPrefix("bias = ")
    if line.hasPrefix("scale") {
      guard numbers.count == 3 else { return nil }
      return numbers[0] / (numbers[1] + numbers[2]).squareRoot()
    }
    if isBias && text.contains("+ (") {
      guard numbers.count == 4 else { return nil }
      return numbers[0] + (numbers[1] - numbers[2]) * numbers[3]
    }
    if isBias && text.contains(" * ") {
      guard numbers.count == 3 else { return nil }
      return numbers[0] - numbers[1] * numbers[2]
    }
    if text.contains(" * ") { return numbers.count == 2 ? numbers[0] * numbers[1] : nil }
    return sum(String(text))
  }

  /// The sum of names and numbers in turn: `3x3 -0.064 + 1x1 +0.044`.
  private func sum(_ text: String) -> Double? {
    let numbers = text.split(separator: " + ").compactMap { part in
      part.split(separator: " ").last.flatMap { Double($0) }
    }
    return numbers.isEmpty ? nil : numbers.reduce(0, +)
  }

  @Test("give what they say when they are computed as written", arguments: FoldPlace.all)
  func writtenNumbers(_ place: FoldPlace) throws {
    var (exact, rounded) = (0, 0)
    for pair in place.pairs {
      for tap in [0, 2, nil] {
        for (step, lines) in try lines(
          place,
          pair,
          tap: place.block.shape.kernelSize > 1 ? tap : nil
        )
        where ![.asStored, .checked].contains(step) {
          for line in lines.filter({ $0.kind == .equation && $0.text.en.contains(" = ") }) {
            let text = line.text.en
            // Where a one stands is a sentence with a difference in it.
            if text.hasPrefix("out ") { continue }
            guard let found = computed(text) else {
              Issue.record("\(place.name), \(pair), \(step): cannot compute '\(text)'")
              continue
            }
            if text.hasSuffix("(rounded)") {
              rounded += 1
            } else {
              exact += 1
              #expect(isWritten(result(text), for: found), "\(place.name), \(pair): \(text)")
            }
          }
        }
      }
    }
    // A reader who computes along must hardly ever be told that the digits do not do.
    #expect(rounded * 20 <= exact + rounded, "\(place.name): \(rounded) of \(exact + rounded)")
  }

  @Test("of sums take as many digits as it needs to add up")
  func digits() {
    let sum = FormulaDigits(adding: [-0.0714, -0.0914], to: -0.1628)
    #expect(sum.numbers == ["-0.0714", "-0.0914"] && sum.result == "-0.1628" && sum.isExact)
    let plain = FormulaDigits(adding: [0.25, 0.5, 0], to: 0.75)
    #expect(plain.numbers == ["+0.250", "+0.500", "0"] && plain.result == "+0.750")
    let product = FormulaDigits([-0.041_58, 1.532_02], give: -0.041_58 * 1.532_02) { $0[0] * $0[1] }
    #expect(product.result == "-0.0637" && product.isExact, "\(product)")
    let damaged = FormulaDigits([1, -1], give: .nan) { ($0[1]).squareRoot() * $0[0] }
    #expect(damaged.result == "NaN" && damaged.isExact, "\(damaged)")
    let odd = FormulaDigits(adding: [1, 1], to: 3)
    #expect(!odd.isExact && FoldWords.rounding(odd).en == " (rounded)")
  }
}
