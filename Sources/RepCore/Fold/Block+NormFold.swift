extension Block {
  /// The block with each branch's norm folded into its own kernel and bias, in double, rounded once; the
  /// identity keeps its norm, which is all it has.
  func foldingBranchNorms() -> Block {
    let folded = branches.map { branch in
      guard let kernel = branch.kernel, branch.norm != nil else { return branch }
      let fold = BranchFold(branch, in: shape)
      let rows = Tensor(rows: kernel.shape[0], shape: kernel.shape, threads: 1) { output in
        kernel.slice(output..<output + 1).doubles().map { $0 * fold.scale[output] }
      }
      let bias = Tensor(fold.bias.map { Float($0) }, shape: [fold.bias.count])
      return Branch(role: branch.role, index: branch.index, kernel: rows, bias: bias)
    }
    var foldedShape = shape
    foldedShape.branches = folded.map(\.shape)
    return Block(
      shape: foldedShape,
      branches: folded,
      postNorm: postNorm,
      squeezeExcite: squeezeExcite
    )
  }
}
