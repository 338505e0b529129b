/// What a network in a file may be, so that later arithmetic on it cannot overflow.
enum ArchitectureLimits {
  static let blocks = 10_000
  static let branches = 64
  static let channels = 1 << 20
  static let classes = 1 << 20
  static let extent = 1 << 16
  static let step = 1 << 10
  /// Share of the shorter side that a crop keeps.
  static let crop = 0.1...1
  /// Multiply-adds of one picture.
  static let macs = 0x1p60
}

extension Architecture {
  /// Checks that the network makes sense from end to end.
  ///
  /// - Throws: `FormatError.Kind.damaged` with the first thing that does not.
  func validate() throws(FormatError) {
    func require(_ holds: Bool, _ reason: @autoclosure () -> String) throws(FormatError) {
      if !holds { throw FormatError(.damaged, "the network description is wrong: \(reason())") }
    }
    try require(!stages.isEmpty && stages.allSatisfy { !$0.blocks.isEmpty }, "a stage is empty")
    try require(
      stages.map(\.blocks.count).reduce(0, +) <= ArchitectureLimits.blocks,
      "more than \(ArchitectureLimits.blocks) blocks"
    )
    try require(
      wiring == .separate || (1...ArchitectureLimits.classes).contains(classes),
      "\(classes) classes; 1 to \(ArchitectureLimits.classes) are possible"
    )
    try require(
      [input.height, input.width].allSatisfy((1...ArchitectureLimits.extent).contains),
      "pictures of \(input.height)x\(input.width)"
    )
    try require(
      (1...ArchitectureLimits.channels).contains(input.channels),
      "pictures of \(input.channels) channels"
    )
    for (name, values) in [("mean", input.mean), ("deviation", input.deviation)] {
      try require(
        values.isEmpty || values.count == input.channels && values.allSatisfy(\.isFinite),
        "the \(name) has \(values.count) values for \(input.channels) channels"
      )
    }
    try require(input.deviation.allSatisfy { $0 > 0 }, "a deviation is not positive")
    if case .cropped(let share) = input.preprocessing?.fit {
      try require(ArchitectureLimits.crop.contains(share), "the crop keeps \(share) of a picture")
    }
    let naming = BlockPattern.rvg(family)
    for block in blocks {
      try require(
        wiring == .separate
          || block.squeezeExcite.map { naming.gate($0.placement) != nil } ?? true,
        "\(block.path): squeeze-excite stands where no \(family.rawValue) has it"
      )
    }
    var channels = input.channels
    for block in blocks {
      try block.validate(after: wiring == .separate ? block.inputChannels : channels)
      channels = block.outputChannels
    }
    try require(approximateMacs < ArchitectureLimits.macs, "it is too large to compute")
  }

  /// Multiply-adds in floating point, where nothing overflows.
  private var approximateMacs: Double {
    zip(blocks, extents()).reduce(0) { sum, item in
      let (block, extent) = item
      let height = Double(block.outputExtent(extent.height))
      let width = Double(block.outputExtent(extent.width))
      let taps = block.branches.map {
        Double(block.kernelSize(of: $0.role) * block.kernelSize(of: $0.role))
      }
      .reduce(0, +)
      let channels = Double(block.inputChannels / block.groups) * Double(block.outputChannels)
      return sum + height * width * taps * channels
    }
  }
}

extension BlockShape {
  /// Checks one block that sees `channels` channels.
  fileprivate func validate(after channels: Int) throws(FormatError) {
    func require(_ holds: Bool, _ reason: @autoclosure () -> String) throws(FormatError) {
      if !holds {
        throw FormatError(.damaged, "the network description is wrong: \(path): \(reason())")
      }
    }
    let possible = 1...ArchitectureLimits.channels
    try require(possible.contains(inputChannels), "\(inputChannels) channels come in")
    try require(
      inputChannels == channels,
      "\(inputChannels) channels come in where \(channels) go out before"
    )
    try require(possible.contains(outputChannels), "\(outputChannels) channels go out")
    try require(
      groups >= 1 && inputChannels.isMultiple(of: groups) && outputChannels.isMultiple(of: groups),
      "\(groups) groups do not divide \(inputChannels) and \(outputChannels) channels"
    )
    try require((1...ArchitectureLimits.step).contains(stride), "stride \(stride)")
    try require((1...ArchitectureLimits.step).contains(dilation), "dilation \(dilation)")
    try require([1, 3].contains(kernelSize), "windows of \(kernelSize)x\(kernelSize)")
    let roles = branches.map(\.role)
    try require(
      !roles.isEmpty && roles.count <= ArchitectureLimits.branches
        && Set(branches.map(\.id)).count == roles.count,
      "its branches are \(roles.map(\.rawValue))"
    )
    try require(
      kernelSize > 1 || !roles.contains(.dense) && !roles.contains(.average),
      "a 1x1 block has a branch of 3x3 windows"
    )
    try require(
      !roles.contains(.folded) || roles.count == 1,
      "a folded convolution stands beside other branches"
    )
    try require(
      admitsIdentity || !roles.contains(.identity),
      "an identity branch needs equal channels and stride 1"
    )
    for branch in branches {
      try require(
        branch.role.hasKernel || !branch.hasBias,
        "a branch without a convolution has no bias"
      )
      try require(
        branch.role != .average || branch.norm == nil && inputChannels == outputChannels,
        "an average keeps the channels and has no norm"
      )
      try require(
        branch.role != .average || dilation == 1,
        "an average is never dilated, but the block is, by \(dilation)"
      )
    }
    for norm in branches.compactMap(\.norm) + [postNorm].compactMap({ $0 }) {
      try require(
        norm.epsilon.isFinite && norm.epsilon >= 0,
        "a norm's epsilon is \(norm.epsilon)"
      )
    }
    if case .leakyReLU(let slope) = activation {
      try require(activation.runs, "the slope \(slope)")
    }
    try require(
      padding == .zeros || !roles.contains(.average),
      "an average counts zeros around the map, not \(padding.rawValue) padding"
    )
    if let squeezeExcite {
      try require(
        possible.contains(squeezeExcite.hidden),
        "squeeze-excite hides \(squeezeExcite.hidden)"
      )
    }
  }
}
