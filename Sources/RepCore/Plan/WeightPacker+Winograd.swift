internal import CPlatform

extension WeightPacker {
  /// Reserves the transformed weights of a kernel `O x I/g x 3 x 3`: for each group of output blocks
  /// `planes x input channels x group blocks x 16`.
  mutating func reserve(
    _ kernel: Tensor,
    layout: WinogradLayout,
    kernels: KernelTable
  ) -> PackedRange {
    unsafe reserve(layout.weightCount) { target in
      kernel.withFloats { source in
        unsafe source.withUnsafeBufferPointer { source in
          guard let from = source.baseAddress, let to = target.baseAddress else { return }
          unsafe transform(kernel.shape, from, layout, kernels, into: to)
        }
      }
    }
  }
}

private func transform(
  _ shape: [Int],
  _ source: UnsafePointer<Float>,
  _ layout: WinogradLayout,
  _ table: KernelTable,
  into target: UnsafeMutablePointer<Float>
) {
  let family = layout.choice.family
  let groups = layout.groups.map { cp_product_group($0) }
  unsafe groups.withUnsafeBufferPointer { groups in
    guard let first = groups.baseAddress else { return }
    var task = unsafe cp_winograd_weights(
      source: source,
      target: target,
      groups: first,
      group_count: groups.count,
      family: family.code,
      row_points: family.rows.points,
      column_points: family.columns.points,
      output_channels: shape[0],
      depth_channels: shape[1]
    )
    for group in 0..<groups.count {
      unsafe table.kernels.winograd_weights(&task, group, target)
    }
  }
}

extension cp_product_group {
  init(_ group: WinogradLayout.Group) {
    self.init(
      first_block: group.firstBlock,
      blocks: group.blocks,
      input_block: group.inputBlock,
      weights: group.weights
    )
  }
}
