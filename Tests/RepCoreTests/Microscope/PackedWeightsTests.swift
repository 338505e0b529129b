import Testing

@testable import RepCore

@Suite("The weights under the microscope")
struct PackedWeightsTests {
  /// The kernels have their matrices compiled in; these are derived anew.
  @Test("are those that the engine packs, for every family", arguments: WinogradFamily.allCases)
  func weights(family: WinogradFamily) throws {
    let instance = BlockCase(
      channels: (16, 16),
      stride: family.stride,
      height: 12 * family.stride,
      width: 12 * family.stride,
      threads: 1,
      form: .deploy,
      choice: WinogradChoice(family: family, groupBlocks: 1, tiles: 64, isShared: false)
    )
    let network = Network(random: instance.architecture, seed: 9)
    let plan = try instance.plan(network)
    let node = plan.nodes.last { node in
      if case .convolution = node.work { true } else { false }
    }
    guard case .convolution(let work) = node?.work, work.choice.family == family else {
      Issue.record("\(family.rawValue) is not in the plan")
      return
    }
    let packed = plan.weights.floats(work.weights)
    let kernel = try #require(network.blocks.last?.branches[0].kernel)
    let map = FeatureMap<Double>(batch: 1, channels: 16, height: 24, width: 24)
    let tile = LayerTile(
      family: family,
      rows: 0..<family.rows.extents[0],
      columns: 0..<family.columns.extents[0]
    )
    for output in 0..<16 {
      let trace = TileTrace(of: tile, kernel: kernel, groups: 1, output: output, on: map)
      for row in 0..<trace.rows.products {
        for column in 0..<trace.columns.products {
          // All even samples of a line share one plane of weights, the last.
          let plane =
            min(row, family.rows.points - 1) * family.columns.points
            + min(column, family.columns.points - 1)
          for channel in 0..<16 {
            let found = Double(packed[(plane * 16 + channel) * 16 + output])
            let wanted = trace.pairs[channel].weights[row, column]
            #expect(
              abs(found - wanted) <= 1e-7 * max(abs(wanted), 1e-6),
              "\(family.rawValue), \(channel)->\(output), \(row), \(column): \(found), not \(wanted)"
            )
          }
        }
      }
    }
  }
}

extension Storage {
  /// The floats of a stretch of packed weights.
  fileprivate func floats(_ range: PackedRange) -> [Float] {
    Tensor(
      storage: self,
      byteOffset: range.offset * MemoryLayout<Float>.stride,
      elementType: .float32,
      shape: [range.count]
    ).floats()
  }
}
