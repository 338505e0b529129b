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
  /// Checks that the network makes sense from end to end, as every reader does, and before it is written.
  ///
  /// - Throws: `FormatError.Kind.damaged` with the first thing that does not.
  public func validate() throws(FormatError) {
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
    // Behind the blocks' own checks: the names follow from shapes that make sense.
    if wiring != .separate { try requireDistinctNames() }
    try require(approximateMacs < ArchitectureLimits.macs, "it is too large to compute")
  }

  /// Checks that every tensor has a name of its own in a `.rvg`.
  ///
  /// The names of a family know several branches of one role only where its networks have them.
  private func requireDistinctNames() throws(FormatError) {
    for block in blocks {
      var names: Set<String> = []
      for slot in block.slots(family).all where !names.insert(slot.name).inserted {
        throw FormatError(
          .damaged,
          "the network description is wrong: \(block.path): two of its branches are called "
            + "\(FormatError.clipped(slot.name)) in the family \(family.rawValue)"
        )
      }
    }
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
    try require((1...ArchitectureLimits.step).contains(stride), "stride \(stride)")
    try require((1...ArchitectureLimits.step).contains(dilation), "dilation \(dilation)")
    try require([1, 3].contains(kernelSize), "windows of \(kernelSize)x\(kernelSize)")
    try require(
      branches.count <= ArchitectureLimits.branches,
      "\(branches.count) branches; at most \(ArchitectureLimits.branches) are possible"
    )
    let contradiction = self.contradiction
    try require(contradiction == nil, contradiction ?? "")
    try require(
      branches.allSatisfy { $0.role != .average || $0.norm == nil },
      "an average has no norm"
    )
    for norm in norms {
      try require(
        norm.epsilon.isFinite && norm.epsilon >= 0,
        "a norm's epsilon is \(norm.epsilon)"
      )
    }
    if case .leakyReLU(let slope) = activation {
      try require(activation.runs, "the slope \(slope)")
    }
    if let squeezeExcite {
      try require(
        possible.contains(squeezeExcite.hidden),
        "squeeze-excite hides \(squeezeExcite.hidden)"
      )
    }
  }
}
