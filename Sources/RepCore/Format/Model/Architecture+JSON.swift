extension Architecture {
  /// The network as JSON, with everything that its tensors cannot tell; see docs/FORMAT.md.
  public var json: JSON {
    var members: [JSON.Member] = [.init(key: "name", value: .string(name))]
    // Left out for RepVGG, so that its files are the same in every version.
    if family != .repVGG {
      members.append(.init(key: "family", value: .string(family.rawValue)))
    }
    let rest: JSON = [
      "input": input.json,
      "classes": .integer(classes),
      "stages": .array(stages.map { .array($0.blocks.map(\.json)) }),
    ]
    return .object(members + (rest.members ?? []))
  }

  /// Reads what `json` wrote and checks that it makes sense.
  ///
  /// - Throws: `FormatError.Kind.damaged` with the first thing that does not.
  public init(json: JSON) throws(FormatError) {
    let fields = Fields(json, where: "rvg.network")
    let name = try fields.text("name")
    let family: Family = fields.optional("family") == nil ? .repVGG : try fields.choice("family")
    let input = try InputShape(json: fields.value("input"))
    let classes = try fields.integer("classes")
    var stages: [StageShape] = []
    var count = 0
    for (stage, list) in try fields.elements("stages").enumerated() {
      guard let items = list.elements else {
        throw fields.failure(
          en: "stage \(stage) is not a list",
          vi: "stage \(stage) không phải danh sách"
        )
      }
      // Refused before the blocks are built, so that a short text cannot become a long list.
      count += items.count
      guard count <= ArchitectureLimits.blocks else {
        throw fields.failure(
          en: "more than \(ArchitectureLimits.blocks) blocks",
          vi: "hơn \(ArchitectureLimits.blocks) khối"
        )
      }
      var blocks: [BlockShape] = []
      for (index, item) in items.enumerated() {
        blocks.append(try BlockShape(json: item, path: BlockPath(stage: stage, block: index)))
      }
      stages.append(StageShape(blocks: blocks))
    }
    self.init(name: name, input: input, stages: stages, family: family, classes: classes)
    try validate()
  }
}

extension InputShape {
  fileprivate var json: JSON {
    var members: [JSON.Member] = [
      .init(key: "channels", value: .integer(channels)),
      .init(key: "height", value: .integer(height)),
      .init(key: "width", value: .integer(width)),
      .init(key: "mean", value: .array(mean.map { .number($0) })),
      .init(key: "deviation", value: .array(deviation.map { .number($0) })),
    ]
    if let preprocessing {
      members.append(.init(key: "preprocessing", value: preprocessing.json))
    }
    return .object(members)
  }

  fileprivate init(json: JSON) throws(FormatError) {
    let fields = Fields(json, where: "rvg.network: input")
    self.init(
      channels: try fields.integer("channels"),
      height: try fields.integer("height"),
      width: try fields.integer("width"),
      mean: try fields.numbers("mean"),
      deviation: try fields.numbers("deviation"),
      preprocessing: try fields.optional("preprocessing").map { (json) throws(FormatError) in
        try Preprocessing(json: json)
      }
    )
  }
}

extension Preprocessing {
  fileprivate var json: JSON {
    var share: JSON = .null
    if case .cropped(let crop) = fit { share = .number(crop) }
    return ["crop": share, "interpolation": .string(interpolation.rawValue)]
  }

  fileprivate init(json: JSON) throws(FormatError) {
    let fields = Fields(json, where: "rvg.network: input: preprocessing")
    let fit: Fit =
      fields.optional("crop") == nil ? .stretched : .cropped(share: try fields.number("crop"))
    self.init(fit: fit, interpolation: try fields.choice("interpolation"))
  }
}
