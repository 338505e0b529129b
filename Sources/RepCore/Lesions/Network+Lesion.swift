extension Network {
  /// The network without what `lesion` takes out; all else, its norms too, stays as it was trained.
  ///
  /// - Throws: `LesionObstacle` for what the network does not have, and for a block that changes the shape of
  ///   its map.
  public func with(_ lesion: Lesion) throws(LesionObstacle) -> Network {
    for cut in lesion.cuts {
      guard block(at: cut.block)?.branches.contains(where: { $0.id == cut.branch }) == true else {
        throw .absentBranch(cut)
      }
    }
    for path in lesion.skipped {
      guard let block = block(at: path) else { throw .absentBlock(path) }
      guard block.shape.canBeSkipped else { throw .reshapes(block.shape) }
    }
    return replacingBlocks(
      stages.map { stage in
        stage.map { block in
          lesion.skipped.contains(block.path)
            ? block.skipped : block.cutting(lesion.branches(of: block.path))
        }
      }
    )
  }
}

extension Block {
  /// The same block with the branches `ids` giving 0: without them, or with zeros where no other is left.
  fileprivate func cutting(_ ids: Set<BranchID>) -> Block {
    guard !ids.isEmpty else { return self }
    let kept = Set(branches.map(\.id)).subtracting(ids)
    return kept.isEmpty ? changed([.zeros(of: shape)], postNorm) : keeping(kept)
  }

  /// A block in this one's place that hands on what comes in.
  fileprivate var skipped: Block {
    let identity = Branch(role: .identity, kernel: nil)
    return Block(
      shape: BlockShape(
        path: path,
        name: shape.name,
        inputChannels: shape.inputChannels,
        outputChannels: shape.outputChannels,
        kernelSize: 1,
        groups: shape.groups,
        branches: [identity.shape],
        activation: .identity
      ),
      branches: [identity]
    )
  }
}

extension Branch {
  /// A branch that gives 0 whatever comes in.
  fileprivate static func zeros(of shape: BlockShape) -> Branch {
    func zeros(_ shape: [Int]) -> Tensor {
      Tensor([Float](repeating: 0, count: shape.reduce(1, *)), shape: shape)
    }
    return Branch(
      role: .folded,
      kernel: zeros(shape.foldedKernelShape),
      bias: zeros([shape.outputChannels])
    )
  }
}
