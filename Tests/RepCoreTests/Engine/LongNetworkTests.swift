import Testing

@testable import RepCore

@Suite struct LongNetworkTests {
  @Test func `more than 65,535 steps are planned and run`() throws {
    // Eight steps a block: two convolutions with their norms, the identity's norm, two sums, a ReLU.
    let count = 8_300
    let architecture = Architecture(
      Recipe(
        name: "long",
        widths: [1],
        depths: [count],
        strides: [1],
        classes: 2,
        input: InputShape(channels: 1, height: 1, width: 1)
      )
    )
    let network = Network(random: architecture, seed: 1)
    let plan = try Plan(network, PlanOptions(threads: 2))
    #expect(plan.steps.count > 65_535)
    let logits = try Session(plan).run(.normal(shape: [1, 1, 1, 1], seed: 1)).floats()
    #expect(logits.count == 2 && logits.allSatisfy(\.isFinite), "\(logits)")
  }
}
