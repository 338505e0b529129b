@testable import RepCore

/// One block on one input size, run by the engine alone; prints its whole configuration.
struct BlockCase: Sendable, CustomStringConvertible {
  var channels = (input: 16, output: 16)
  var stride = 1
  var groups = 1
  var dilation = 1
  var height = 8
  var width = 8
  var batch = 1
  var threads = 2
  var form = Form.train
  var hasPostNorm = false
  var squeezeExcite: SqueezeExciteShape?
  var set = InstructionSet.best

  var description: String {
    "\(set.rawValue) \(form.rawValue) \(channels.input)->\(channels.output) of \(height)x\(width) "
      + "stride \(stride) groups \(groups) dilation \(dilation) batch \(batch) threads \(threads) "
      + "postNorm \(hasPostNorm) excite \(squeezeExcite.map { "\($0)" } ?? "none")"
  }

  /// The block behind a folded one that reads two planes, and a classifier of 19 outputs.
  var architecture: Architecture {
    let path = BlockPath(stage: 0, block: 0)
    let second = BlockPath(stage: 1, block: 0)
    let first = BlockShape(
      path: path,
      inputChannels: 2,
      outputChannels: channels.input,
      branches: [.folded]
    )
    var block = BlockShape(
      path: second,
      inputChannels: channels.input,
      outputChannels: channels.output,
      stride: stride,
      groups: groups,
      dilation: dilation,
      branches: [BranchShape(role: .dense), BranchShape(role: .pointwise)],
      postNorm: hasPostNorm ? NormShape() : nil,
      squeezeExcite: squeezeExcite
    )
    if block.admitsIdentity { block.branches.append(BranchShape(role: .identity)) }
    if form == .deploy {
      block.branches = [.folded]
      block.postNorm = nil
    }
    return Architecture(
      name: "case",
      input: InputShape(channels: 2, height: height, width: width),
      stages: [StageShape(blocks: [first]), StageShape(blocks: [block])],
      classes: 19
    )
  }
}
