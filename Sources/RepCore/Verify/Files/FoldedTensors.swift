/// The folded convolution of a block in a file whose names do not tell that there is a block.
struct FoldedTensors {
  /// The block as that file has it.
  let block: Block
  /// Its tensors' names there.
  let names: [String]

  /// Where the families' own code puts the folded convolution of the block `P`: `P.conv` in YOLOv9,
  /// ultralytics and RT-DETR, `P` itself in RepViT and RepGhost.
  private static let modules = [
    "rbr_reparam", "reparam_conv", "branch_reparam", "conv", "lkb_reparam", "dbb_reparam",
    "fused_conv", "",
  ]

  /// Looks in `file` for what `block` of `source` may have become.
  init?(_ block: Block, in file: ComparedFile, of source: ModelFile.Opened) {
    let (title, bare) = (block.shape.title, ComparedFile(source).bare(block.shape.title))
    for module in FoldedTensors.modules {
      let tail = module.isEmpty ? ".weight" : ".\(module).weight"
      guard let (name, kernel) = file.tensor(title + tail, bare: bare + tail),
        kernel.shape == block.shape.foldedKernelShape, kernel.elementType.isFloatingPoint
      else { continue }
      let biasName = name.dropLast("weight".count) + "bias"
      let channels = block.shape.outputChannels
      let bias = file.tensors[String(biasName)].flatMap { bias in
        bias.shape == [channels] && bias.elementType.isFloatingPoint ? bias : nil
      }
      let branch = Branch(
        role: .folded,
        kernel: kernel,
        // A convolution without a bias adds nothing.
        bias: bias ?? Tensor([Float](repeating: 0, count: channels), shape: [channels])
      )
      self.block = Block(
        shape: block.shape.deployed,
        branches: [branch],
        squeezeExcite: block.squeezeExcite
      )
      names = [name] + (bias == nil ? [] : [String(biasName)])
      return
    }
    return nil
  }
}
