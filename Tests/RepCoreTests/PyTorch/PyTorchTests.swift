import Testing

@testable import RepCore

@Suite("Against PyTorch")
struct PyTorchTests {
  @Test("the oracle in double computes PyTorch's logits", arguments: FixtureRun.all)
  func double(run: FixtureRun) throws {
    let error = try run.error(of: Fixture.network(run.file), in: Double.self)
    #expect(error < 1e-12, "\(run): \(error)")
  }

  @Test("the oracle in float comes close to PyTorch's logits in double", arguments: FixtureRun.all)
  func float(run: FixtureRun) throws {
    let error = try run.error(of: Fixture.network(run.file), in: Float.self)
    #expect(error < 1e-5, "\(run): \(error)")
  }

  @Test(
    "our fold of the training form keeps PyTorch's logits",
    arguments: FixtureRun.all.filter { $0.form == "train" }
  )
  func fold(run: FixtureRun) throws {
    let folded = try Fixture.network(run.file).folded()
    #expect(folded.form == .deploy, "\(run)")
    let error = try run.error(of: folded, in: Double.self)
    #expect(error < 2e-6, "\(run): \(error)")
  }

  @Test("an epsilon that tensors do not tell is assumed, said, and wrong where it is another")
  func epsilon() throws {
    let run = FixtureRun(
      name: "official-eps",
      file: "official-eps-train.safetensors",
      form: "train",
      input: "square"
    )
    let network = try Fixture.network(run.file)
    #expect(
      network.assumptions.contains { $0.sentence.contains("epsilon 1e-05") },
      "\(network.assumptions)"
    )
    let error = try run.error(of: network, in: Double.self)
    #expect(error > 1e-4, "\(error)")
  }
}
