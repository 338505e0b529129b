internal import RepCore

/// Branches that share one column of a block's diagram.
struct BranchLane: Hashable {
  /// Their indices in the block.
  let branches: [Int]

  /// A lane for each role of `shape`, in the order of the roles' first branches.
  static func byRole(_ shape: BlockShape) -> [BranchLane] {
    var roles: [BranchRole] = []
    for branch in shape.branches where !roles.contains(branch.role) { roles.append(branch.role) }
    return roles.map { role in
      BranchLane(branches: shape.branches.indices.filter { shape.branches[$0].role == role })
    }
  }
}
