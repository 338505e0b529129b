import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("A pair of channels at a step of its fold")
struct PairAtStepTests {
  private func isSame(_ left: Double?, _ right: Double) -> Bool {
    guard let left else { return false }
    return left.isNaN && right.isNaN || abs(left - right) <= 1e-12 * max(1, abs(right))
  }

  @Test("holds what the tensors give by hand, tap by tap", arguments: FoldPlace.all)
  func byHand(_ place: FoldPlace) throws {
    let (shape, shared) = (place.block.shape, place.state().shared)
    for pair in place.pairs {
      let hand = HandFold(place.block, output: pair.output, input: pair.input)
      for (index, step) in shape.foldSteps.enumerated() {
        for tap in 0..<shape.kernelSize * shape.kernelSize {
          let moment = try place.moment(shared, pair, step: index, tap: tap)
          let configuration = "\(place.name), \(pair), \(step), tap \(tap)"
          try #require(moment.step == step && moment.tap == tap, "\(configuration)")
          for (branch, term) in moment.equation.terms.enumerated() {
            let stored = hand.branches[branch].stored[tap]
            let factor = step < .normsFolded ? 1 : hand.branches[branch].scale
            if let found = moment.tap(of: term) {
              #expect(isSame(found, stored * factor), "\(configuration), \(term.name.en)")
            } else {
              // Nothing stands there yet: no kernel, or no zeros around a smaller one.
              let isSmall = shape.kernelSize(of: term.role) < shape.kernelSize
              #expect(step < .padded && (isSmall || !term.role.hasKernel), "\(configuration)")
            }
            let bias = step < .normsFolded ? hand.branches[branch].own : hand.branches[branch].bias
            #expect(isSame(moment.bias(of: branch) ?? 0, bias), "\(configuration), bias")
            guard let part = moment.part(of: branch) else { continue }
            let behind = step < .sumNormFolded ? 1 : hand.behind.scale
            #expect(isSame(part, stored * factor * behind), "\(configuration), part")
          }
          guard moment.hasResult, step >= .summed else {
            #expect(moment.result == nil, "\(configuration)")
            continue
          }
          let isBehind = step >= .sumNormFolded
          let (kernel, bias) = isBehind ? (hand.folded, hand.bias) : (hand.sum, hand.biasSum)
          #expect(isSame(moment.result, kernel[tap]), "\(configuration), result")
          #expect(isSame(moment.equation.bias, bias), "\(configuration), bias of the result")
        }
      }
    }
  }

  @Test("adds the parts of the branches up to its result", arguments: FoldPlace.all)
  func partsAddUp(_ place: FoldPlace) throws {
    let shared = place.state().shared
    for pair in place.pairs {
      for index in place.block.shape.foldSteps.indices {
        let moment = try place.moment(shared, pair, step: index, tap: 0)
        guard let result = moment.result else { continue }
        let parts = moment.equation.terms.indices.map { moment.part(of: $0) ?? .nan }
        #expect(isSame(parts.reduce(0, +), result), "\(place.name), \(pair), \(moment.step)")
      }
    }
  }

  @Test("puts the one of an identity at the channel's place within its group")
  func identity() throws {
    let shape = FoldPlace.grouped.block.shape
    let width = shape.inputChannels / shape.groups
    let shared = FoldPlace.grouped.state().shared
    try #require(shape.groups == 2)
    let branch = try #require(shape.branches.firstIndex { $0.role == .identity })
    for output in 0..<shape.outputChannels {
      let ones = try (0..<width).filter { input in
        let moment = try FoldPlace.grouped.moment(shared, (output, input), step: 2, tap: 4)
        guard case .whole(let taps) = moment.kernel(of: moment.equation.terms[branch]) else {
          Issue.record("no kernel of out \(output) in \(input)")
          return false
        }
        return taps[4] != 0
      }
      #expect(ones == [output < width ? output : output - width], "out \(output)")
    }
  }
}
