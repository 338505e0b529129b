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
  var activation = Activation.relu
  var set = InstructionSet.best
  var algorithm: ConvolutionAlgorithm?
  var branches = BranchExecution.written
  /// Replaces the algorithm for every convolution that admits it.
  var choice: WinogradChoice?
  /// Replaces the accuracy that so small a network has.
  var accuracy: PlanAccuracy?

  var description: String {
    "\(set.rawValue) \(form.rawValue) \(channels.input)->\(channels.output) of \(height)x\(width) "
      + "stride \(stride) groups \(groups) dilation \(dilation) batch \(batch) threads \(threads) "
      + "algorithm \(choice.map { "\(ConvolutionChoice.winograd($0))" } ?? algorithm?.rawValue ?? "any") "
      + "branches \(branches.rawValue) postNorm \(hasPostNorm) excite \(squeezeExcite.map { "\($0)" } ?? "none") "
      + "activation \(activation.title) accuracy \(accuracy?.rawValue ?? "own")"
  }

  /// A plan of `network` under the case's options.
  func plan(_ network: Network) throws -> Plan {
    let options = PlanOptions(
      threads: threads,
      batch: batch,
      instructionSet: set,
      algorithm: algorithm,
      branches: branches
    )
    guard let choice else {
      return try Plan(network, options, choices: [:], accuracy: accuracy)
    }
    let shapes = try Plan(network, options).convolutions.map(\.shape)
    let admitting = shapes.filter { $0.admits(.winograd(choice)) }
    let choices = admitting.map { ($0.key, ConvolutionChoice.winograd(choice)) }
    return try Plan(network, options, choices: Dictionary(choices) { $1 }, accuracy: accuracy)
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
      squeezeExcite: squeezeExcite,
      activation: activation
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
