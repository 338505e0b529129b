import Testing

@testable import RepCore

@Suite("The steps of a fold")
struct FoldStepTests {
  @Test("are those in which something changes, in one order", arguments: [1, 3, 5, 7])
  func steps(side: Int) {
    for groups in [1, 4] {
      for hasNorms in [true, false] {
        for roles in [
          [BranchRole.dense], [.dense, .pointwise], [.dense, .identity], [.dense, .average],
          [.pointwise, .identity], [.pointwise],
        ] where side > 1 || !roles.contains(.dense) {
          for postNorm in [nil, NormShape()] {
            let shape = BlockShape(
              path: BlockPath(stage: 1, block: 1),
              inputChannels: 8,
              outputChannels: 8,
              kernelSize: side,
              groups: groups,
              branches: roles.map { BranchShape(role: $0, norm: hasNorms ? NormShape() : nil) },
              postNorm: postNorm
            )
            var expected = [FoldStep.asStored]
            if hasNorms { expected.append(.normsFolded) }
            let isOdd = roles.contains { role in
              role == .identity || role == .average || (role == .pointwise && side > 1)
            }
            if isOdd { expected.append(.padded) }
            if roles.count > 1 { expected.append(.summed) }
            if postNorm != nil { expected.append(.sumNormFolded) }
            expected.append(.checked)
            let norms = "norms \(hasNorms), \(postNorm == nil ? "none" : "one") behind"
            #expect(shape.foldSteps == expected, "\(roles) of \(side), \(groups) groups, \(norms)")
          }
        }
      }
    }
  }

  @Test("of a block that is folded already are its kernel as stored, and no more")
  func folded() {
    let shape = BlockShape(
      path: BlockPath(stage: 0, block: 0),
      inputChannels: 3,
      outputChannels: 4,
      branches: [.folded]
    )
    #expect(shape.foldSteps == [.asStored])
  }
}
