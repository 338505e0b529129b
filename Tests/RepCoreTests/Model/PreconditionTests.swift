import Testing

@testable import RepCore

/// Each ends a process of its own; few, because that takes a moment.
@Suite("A mistake of the caller ends the process")
struct PreconditionTests {
  @Test("that puts a kernel into a block of other channels")
  func kernel() async {
    await #expect(processExitsWith: .failure) {
      let shape = BlockShape(
        path: BlockPath(stage: 0, block: 0),
        inputChannels: 4,
        outputChannels: 4,
        branches: [.folded]
      )
      let kernel = Tensor.normal(shape: [4, 8, 3, 3], seed: 1)
      let bias = Tensor.normal(shape: [4], seed: 1)
      _ = Block(shape: shape, branches: [Branch(role: .folded, kernel: kernel, bias: bias)])
    }
  }

  @Test("that makes a norm of vectors of several lengths")
  func norm() async {
    await #expect(processExitsWith: .failure) {
      _ = BatchNorm(
        shape: NormShape(isAffine: false),
        gamma: nil,
        beta: nil,
        mean: .normal(shape: [8], seed: 1),
        variance: .normal(shape: [7], seed: 1)
      )
    }
  }

  @Test("that makes a block of two identities")
  func identities() async {
    await #expect(processExitsWith: .failure) {
      let identities = (0..<2).map { BranchShape(role: .identity, index: $0, norm: nil) }
      let shape = BlockShape(
        path: BlockPath(stage: 0, block: 0),
        inputChannels: 4,
        outputChannels: 4,
        branches: identities
      )
      _ = Block(
        shape: shape,
        branches: identities.map { Branch(role: .identity, index: $0.index, kernel: nil) }
      )
    }
  }

  @Test("that chains blocks which do not fit")
  func chain() async {
    await #expect(processExitsWith: .failure) {
      let network = Network(random: Architecture(Recipe.small()), seed: 1)
      _ = Network(
        name: "torn",
        input: network.input,
        stages: [network.stages[1], network.stages[2]],
        head: network.head
      )
    }
  }

  @Test("that gives a classifier a bias for another number of classes")
  func head() async {
    await #expect(processExitsWith: .failure) {
      _ = Head(kernel: .normal(shape: [5, 16], seed: 1), bias: .normal(shape: [4], seed: 1))
    }
  }

  @Test("that makes squeeze-excite of maps which do not fit")
  func squeezeExcite() async {
    await #expect(processExitsWith: .failure) {
      _ = SqueezeExcite(
        reduceKernel: .normal(shape: [2, 8], seed: 1),
        reduceBias: .normal(shape: [2], seed: 1),
        expandKernel: .normal(shape: [2, 8], seed: 1),
        expandBias: .normal(shape: [8], seed: 1)
      )
    }
  }

  @Test("that compares values with fewer")
  func difference() async {
    await #expect(processExitsWith: .failure) { _ = Difference(of: [1, 2, 3], from: [1, 2]) }
  }
}
