import Testing

@testable import RepCore

@Suite struct SeparateBatchTests {
  /// The first block reads the most planes; the last, whose map is looked at, reads fewer.
  @Test(
    arguments: [
      (3, 2, Form.deploy), (3, 1, .train), (5, 1, .train), (16, 2, .deploy), (17, 1, .train),
    ]
  )
  func `a block that stands alone reads its planes of every picture`(
    channels: Int,
    stride: Int,
    form: Form
  ) throws {
    let wide = shape(0, channels: 24, stride: 1, .train)
    let last = shape(1, channels: channels, stride: stride, form)
    let blocks = [wide, last].map { Block.random($0, seed: 3) }
    let network = Network(
      name: "apart",
      input: InputShape(channels: 24, height: 21, width: 14),
      stages: [[blocks[0]], [blocks[1]]],
      head: nil
    )
    for (batch, threads) in [(1, 1), (2, 2), (3, 1)] {
      let input = Tensor.normal(shape: [batch, 24, 21, 14], seed: 9)
      let session = try Session(Plan(network, PlanOptions(threads: threads, batch: batch)))
      let made = try session.lastMap(of: input)
      for picture in 0..<batch {
        let planes = input.slice(picture..<picture + 1).floats().prefix(channels * 21 * 14)
        let seen = FeatureMap<Double>(
          batch: 1,
          channels: channels,
          height: 21,
          width: 14,
          values: planes.map(Double.init)
        )
        let wanted = Reference<Double>.run(blocks[1], input: seen).values
        let found = made.values[picture * wanted.count..<(picture + 1) * wanted.count].map(
          Double.init
        )
        let error = relativeError(found, wanted)
        #expect(
          error <= 1e-5,
          "\(channels) channels, stride \(stride), \(form.rawValue), picture \(picture) of \(batch), \(threads) threads: \(error)"
        )
      }
    }
  }

  private func shape(_ stage: Int, channels: Int, stride: Int, _ form: Form) -> BlockShape {
    BlockShape(
      path: BlockPath(stage: stage, block: 0),
      inputChannels: channels,
      outputChannels: 32,
      stride: stride,
      branches: form == .deploy
        ? [.folded] : [BranchShape(role: .dense), BranchShape(role: .pointwise)]
    )
  }
}
