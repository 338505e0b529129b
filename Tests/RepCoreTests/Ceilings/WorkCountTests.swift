import Testing

@testable import RepCore

@Suite struct WorkCountTests {
  /// Work of each block of the sample in a form.
  private func blocks(_ form: Form) throws -> [BlockPath: WorkCount] {
    let network = try Samples.network()
    let plan = try Plan(form == .train ? network : network.folded(), PlanOptions(threads: 1))
    let groups = Dictionary(grouping: plan.steps.filter { $0.blockPath != nil }, by: \.blockPath)
    return Dictionary(
      uniqueKeysWithValues: groups.compactMap { path, steps in path.map { ($0, WorkCount(steps)) } }
    )
  }

  @Test func `a block of the sample reads its map and its weights and writes its map`() throws {
    let work = try #require(try blocks(.deploy)[BlockPath(stage: 1, block: 1)])
    // 32 channels of 8x8, and 32x32 kernels of 3x3 with a bias.
    let (map, weights) = (32 * 64 * 4, (32 * 32 * 9 + 32) * 4)
    #expect(work.macs == 64 * 32 * 32 * 9)
    #expect(work.compulsoryBytes == 2 * map + weights)
    #expect(work.ownBytes == 2 * map + weights)
    #expect(work.intensity == Double(2 * 64 * 32 * 32 * 9) / Double(2 * map + weights))
  }

  @Test func `with branches every step reads and writes, and the block needs less`() throws {
    let work = try #require(try blocks(.train)[BlockPath(stage: 1, block: 1)])
    let map = 32 * 64 * 4
    // Norms have a scale and a shift; convolutions no bias.
    let weights = 4 * (32 * 32 * 10 + 3 * 2 * 32)
    #expect(work.macs == 64 * 32 * 32 * 10)
    // Two convolutions, three norms and the ReLU read one map and write one, two sums read two.
    #expect(work.compulsoryBytes == (6 * 2 + 2 * 3) * map + weights)
    #expect(work.ownBytes == 2 * map + weights)
  }

  @Test func `the multiply-adds of all blocks are those of the network`() throws {
    let head = 128 * 10
    for (form, macs) in [(Form.train, 2_960_640), (.deploy, 2_664_704)] {
      let all = try blocks(form).values.reduce(0) { $0 + $1.macs }
      #expect(all + head == macs, "\(form)")
    }
  }
}
