// Learnable values and multiply-adds. Running statistics are not learnable; a multiply-add counts as
// one; norms, sums, activations and pooling count as none (the convention of the paper's tables).

extension NormShape {
  /// Gamma and beta of `channels` channels.
  func parameters(channels: Int) -> Int { isAffine ? 2 * channels : 0 }
}

extension BlockShape {
  /// Learnable values of one branch.
  public func parameters(of branch: BranchShape) -> Int {
    let kernel = kernelShape(of: branch.role)?.reduce(1, *) ?? 0
    let norm = branch.norm?.parameters(channels: outputChannels) ?? 0
    return kernel + (branch.hasBias ? outputChannels : 0) + norm
  }

  /// Learnable values of the block.
  public var parameters: Int {
    let norm = postNorm?.parameters(channels: outputChannels) ?? 0
    return branches.map { parameters(of: $0) }.reduce(0, +) + norm + squeezeExciteParameters
  }

  /// Learnable values of the two linear maps of squeeze-excite, with their biases.
  public var squeezeExciteParameters: Int {
    guard let hidden = squeezeExcite?.hidden else { return 0 }
    return 2 * hidden * outputChannels + hidden + outputChannels
  }

  /// Multiply-adds of one branch for an input of `height` x `width`, one picture.
  public func macs(of branch: BranchShape, height: Int, width: Int) -> Int {
    let size = kernelSize(of: branch.role)
    let kernel =
      branch.role == .average
      ? outputChannels * size * size : kernelShape(of: branch.role)?.reduce(1, *) ?? 0
    return kernel * outputExtent(height) * outputExtent(width)
  }

  /// Multiply-adds of the block for an input of `height` x `width`, one picture.
  public func macs(height: Int, width: Int) -> Int {
    branches.map { macs(of: $0, height: height, width: width) }.reduce(0, +) + squeezeExciteMacs
  }

  /// Multiply-adds of the two linear maps of squeeze-excite, one picture of any size.
  public var squeezeExciteMacs: Int {
    squeezeExcite.map { 2 * $0.hidden * outputChannels } ?? 0
  }
}

extension Architecture {
  /// Learnable values of the classifier; 0 without one.
  public var headParameters: Int { (features + 1) * classes }

  /// Multiply-adds of the classifier, one picture.
  public var headMacs: Int { features * classes }

  /// Learnable values of the whole network in its present form.
  public var parameters: Int { blocks.map(\.parameters).reduce(0, +) + headParameters }

  /// Height and width that each block sees, in order of execution.
  ///
  /// `height` and `width` are the picture's; by default the network's own.
  public func extents(height: Int? = nil, width: Int? = nil) -> [(height: Int, width: Int)] {
    var extent = (height: height ?? input.height, width: width ?? input.width)
    guard wiring != .separate else { return blocks.map { _ in extent } }
    return blocks.map { block in
      defer { extent = (block.outputExtent(extent.height), block.outputExtent(extent.width)) }
      return extent
    }
  }

  /// Multiply-adds for one picture, by default of the network's own size.
  public func macs(height: Int? = nil, width: Int? = nil) -> Int {
    zip(blocks, extents(height: height, width: width))
      .map { block, extent in block.macs(height: extent.height, width: extent.width) }
      .reduce(headMacs, +)
  }
}
