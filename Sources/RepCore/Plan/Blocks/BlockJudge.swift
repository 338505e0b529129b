/// Compares a block's map in runs of a network with what the oracle makes of the same input.
struct BlockJudge {
  private let block: Block
  /// The block before, whose map it reads; nil where it reads the pictures.
  private let source: BlockPath?
  private let pictures: Tensor
  /// The last input that was judged, and what the oracle made of it.
  private var known: (input: [Float], output: [Double])?

  /// A judge of the block at `path`, which the network has, on `pictures`, `N x C x H x W`.
  init(_ path: BlockPath, _ network: Network, _ pictures: Tensor) {
    guard let block = network.block(at: path) else {
      preconditionFailure("\(network.name) has no block \(path)")
    }
    let paths = network.blocks.map(\.path)
    let place = paths.firstIndex(of: path) ?? 0
    source = network.head != nil && place > 0 ? paths[place - 1] : nil
    (self.block, self.pictures) = (block, pictures)
  }

  /// The largest difference of the block's map in a run of `session`, in parts of the largest value.
  ///
  /// - Throws: `SessionError`.
  mutating func error(of session: Session) throws(SessionError) -> Double {
    let output = ObservedValue.block(block.path)
    let input = source.map { ObservedValue.block($0) }
    let seen = try session.run(pictures, observing: Set([output] + (input.map { [$0] } ?? [])))
    guard let map = seen[output] else { preconditionFailure("a run hands out what was asked for") }
    let read = input.flatMap { seen[$0] } ?? pictures.firstPlanes(block.shape.inputChannels)
    let values = read.floats()
    // Blocks in front are computed alike under every algorithm, so that the oracle runs once.
    if known?.input != values {
      known = (values, Reference<Double>.run(block, input: FeatureMap(read)).values)
    }
    return Difference(of: map.doubles(), from: known?.output ?? []).maximumRelative
  }
}

extension Tensor {
  /// The first planes of each picture, all that a block which stands alone reads of them.
  fileprivate func firstPlanes(_ count: Int) -> Tensor {
    guard count < shape[1] else { return self }
    let values = floats()
    let (picture, wanted) = (values.count / shape[0], count * shape[2] * shape[3])
    let kept = (0..<shape[0]).flatMap { values[$0 * picture..<$0 * picture + wanted] }
    return Tensor(kept, shape: [shape[0], count, shape[2], shape[3]])
  }
}
