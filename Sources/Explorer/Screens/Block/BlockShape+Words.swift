internal import RepCore

extension BlockShape {
  /// The window of its folded convolution: `3x3`.
  var window: String { "\(kernelSize)x\(kernelSize)" }

  /// Whether every output channel sees one input channel only.
  var isDepthwise: Bool { groups > 1 && groups == inputChannels }

  /// How many branches have the role of `branch`.
  func siblings(of branch: BranchShape) -> Int {
    branches.filter { $0.role == branch.role }.count
  }

  /// The role of which there are several branches, and how many; nil where each role has one.
  var repeated: (role: BranchRole, count: Int)? {
    branches.first { $0.index > 0 }.map { ($0.role, siblings(of: $0)) }
  }
}
