internal import Words

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
    func require(_ holds: Bool, en: @autoclosure () -> String, vi: @autoclosure () -> String)
      throws(FormatError)
    {
      if !holds { throw .wrongDescription(Text(en: en(), vi: vi())) }
    }
    try require(
      !stages.isEmpty && stages.allSatisfy { !$0.blocks.isEmpty },
      en: "a stage is empty",
      vi: "một stage rỗng"
    )
    try require(
      stages.map(\.blocks.count).reduce(0, +) <= ArchitectureLimits.blocks,
      en: "more than \(ArchitectureLimits.blocks) blocks",
      vi: "hơn \(ArchitectureLimits.blocks) khối"
    )
    try require(
      wiring == .separate || (1...ArchitectureLimits.classes).contains(classes),
      en: "\(classes) classes; 1 to \(ArchitectureLimits.classes) are possible",
      vi: "\(classes) lớp; chỉ có thể từ 1 đến \(ArchitectureLimits.classes)"
    )
    try require(
      [input.height, input.width].allSatisfy((1...ArchitectureLimits.extent).contains),
      en: "pictures of \(input.height)x\(input.width)",
      vi: "ảnh cỡ \(input.height)x\(input.width)"
    )
    try require(
      (1...ArchitectureLimits.channels).contains(input.channels),
      en: "pictures of \(input.channels) channels",
      vi: "ảnh có \(input.channels) kênh"
    )
    for (name, values) in [("mean", input.mean), ("deviation", input.deviation)] {
      try require(
        values.isEmpty || values.count == input.channels && values.allSatisfy(\.isFinite),
        en: "the \(name) has \(values.count) values for \(input.channels) channels",
        vi: "\(name) có \(values.count) giá trị cho \(input.channels) kênh"
      )
    }
    try require(
      input.deviation.allSatisfy { $0 > 0 },
      en: "a deviation is not positive",
      vi: "một giá trị deviation không dương"
    )
    if case .cropped(let share) = input.preprocessing?.fit {
      try require(
        ArchitectureLimits.crop.contains(share),
        en: "the crop keeps \(share) of a picture",
        vi: "phần cắt giữ lại \(share) của ảnh"
      )
    }
    let naming = BlockPattern.rvg(family)
    for block in blocks {
      try require(
        wiring == .separate
          || block.squeezeExcite.map { naming.gate($0.placement) != nil } ?? true,
        en: "\(block.path): squeeze-excite stands where no \(family.rawValue) has it",
        vi: "\(block.path): squeeze-excite đứng ở nơi không \(family.rawValue) nào có"
      )
    }
    var channels = input.channels
    for block in blocks {
      try block.validate(after: wiring == .separate ? block.inputChannels : channels)
      channels = block.outputChannels
    }
    // Behind the blocks' own checks: the names follow from shapes that make sense.
    if wiring != .separate { try requireDistinctNames() }
    try require(
      approximateMacs < ArchitectureLimits.macs,
      en: "it is too large to compute",
      vi: "nó quá lớn để tính"
    )
  }

  /// Checks that every tensor has a name of its own in a `.rvg`.
  ///
  /// The names of a family know several branches of one role only where its networks have them.
  private func requireDistinctNames() throws(FormatError) {
    for block in blocks {
      var names: Set<String> = []
      for slot in block.slots(family).all where !names.insert(slot.name).inserted {
        let (name, family) = (FormatError.clipped(slot.name), family.rawValue)
        throw .wrongDescription(
          Text(
            en: "\(block.path): two of its branches are called \(name) in the family \(family)",
            vi: "\(block.path): hai nhánh của nó cùng tên \(name) trong họ \(family)"
          )
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
    func require(_ holds: Bool, _ reason: @autoclosure () -> Text) throws(FormatError) {
      if !holds { throw .wrongDescription(Text(name: "\(path): ") + reason()) }
    }
    let possible = 1...ArchitectureLimits.channels
    try require(
      possible.contains(inputChannels),
      Text(en: "\(inputChannels) channels come in", vi: "có \(inputChannels) kênh vào")
    )
    try require(
      inputChannels == channels,
      Text(
        en: "\(inputChannels) channels come in where \(channels) go out before",
        vi: "có \(inputChannels) kênh vào, nhưng trước đó có \(channels) kênh ra"
      )
    )
    try require(
      possible.contains(outputChannels),
      Text(en: "\(outputChannels) channels go out", vi: "có \(outputChannels) kênh ra")
    )
    try require((1...ArchitectureLimits.step).contains(stride), Text(name: "stride \(stride)"))
    try require(
      (1...ArchitectureLimits.step).contains(dilation),
      Text(name: "dilation \(dilation)")
    )
    try require(
      [1, 3].contains(kernelSize),
      Text(
        en: "windows of \(kernelSize)x\(kernelSize)",
        vi: "cửa sổ \(kernelSize)x\(kernelSize)"
      )
    )
    try require(
      branches.count <= ArchitectureLimits.branches,
      Text(
        en: "\(branches.count) branches; at most \(ArchitectureLimits.branches) are possible",
        vi: "\(branches.count) nhánh; nhiều nhất là \(ArchitectureLimits.branches)"
      )
    )
    let contradiction = self.contradiction
    try require(contradiction == nil, contradiction ?? .none)
    try require(
      branches.allSatisfy { $0.role != .average || $0.norm == nil },
      Text(en: "an average has no norm", vi: "nhánh trung bình không có norm")
    )
    for norm in norms {
      try require(
        norm.epsilon.isFinite && norm.epsilon >= 0,
        Text(
          en: "a norm's epsilon is \(norm.epsilon)",
          vi: "epsilon của một norm là \(norm.epsilon)"
        )
      )
    }
    if case .leakyReLU(let slope) = activation {
      try require(activation.runs, Text(en: "the slope \(slope)", vi: "độ dốc \(slope)"))
    }
    if let squeezeExcite {
      let hidden = squeezeExcite.hidden
      try require(
        possible.contains(hidden),
        Text(en: "squeeze-excite hides \(hidden)", vi: "squeeze-excite có \(hidden) kênh ẩn")
      )
    }
  }
}

extension FormatError {
  /// What a file says of its network, or a network of itself, makes no sense for `reason`.
  fileprivate static func wrongDescription(_ reason: Text) -> FormatError {
    FormatError(
      .damaged,
      en: "the network description is wrong",
      vi: "mô tả mạng bị sai",
      because: reason
    )
  }
}
