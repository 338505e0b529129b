import Testing
import Words

@testable import RepCore

@Suite("The rules of a block")
struct BlockShapeRulesTests {
  private static let path = BlockPath(stage: 1, block: 2)

  private static func shape(
    _ branches: [BranchShape],
    output: Int = 8,
    groups: Int = 1,
    stride: Int = 1,
    dilation: Int = 1,
    kernelSize: Int = 3
  ) -> BlockShape {
    BlockShape(
      path: path,
      inputChannels: 8,
      outputChannels: output,
      kernelSize: kernelSize,
      stride: stride,
      groups: groups,
      dilation: dilation,
      branches: branches
    )
  }

  private static let dense = BranchShape(role: .dense)
  private static let average = BranchShape(role: .average, norm: nil)
  private static let identity = BranchShape(role: .identity)

  @Test("admit what networks have")
  func sound() {
    for shape in [
      Self.shape([Self.dense, BranchShape(role: .pointwise), Self.identity]),
      Self.shape([Self.dense, BranchShape(role: .dense, index: 1)], dilation: 2),
      Self.shape([Self.dense, Self.average], stride: 2),
      Self.shape([.folded], output: 16, groups: 8), Self.shape([.folded], kernelSize: 1),
    ] {
      #expect(shape.contradiction == nil, "\(shape)")
    }
  }

  @Test("refuse what no engine and no fold can mean")
  func unsound() {
    let second = BranchShape(role: .identity, index: 1)
    let cases: [(BlockShape, String)] = [
      (Self.shape([]), "no branches"), (Self.shape([Self.dense, Self.dense]), "3x3 twice"),
      (Self.shape([Self.identity, second]), "more than one identity"),
      (Self.shape([Self.dense, Self.average], dilation: 2), "never dilated"),
      (Self.shape([Self.dense, Self.average], output: 16), "keeps the channels"),
      (Self.shape([.folded, Self.dense]), "beside other branches"),
      (Self.shape([Self.identity], output: 16), "equal channels"),
      (Self.shape([Self.identity], stride: 2), "stride 1"),
      (Self.shape([Self.dense], groups: 3), "3 groups do not divide"),
      (Self.shape([Self.dense], groups: 0), "0 groups"),
      (Self.shape([Self.dense], stride: 0), "stride 0"),
      (Self.shape([Self.dense], kernelSize: 1), "wider windows"),
      (Self.shape([BranchShape(role: .average, hasBias: true, norm: nil)]), "no bias"),
    ]
    for (shape, words) in cases {
      let found = shape.contradiction?.en
      #expect(found?.contains(words) == true, "\(words): \(found ?? "nothing") in \(shape)")
    }
  }
}
