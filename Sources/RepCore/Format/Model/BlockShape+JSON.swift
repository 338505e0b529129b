extension BlockShape {
  var json: JSON {
    var members = members
    // Left out where they are as usual, so that files of RepVGG are the same in every version.
    if kernelSize != 3 { members.append(.init(key: "kernel", value: .integer(kernelSize))) }
    if padding != .zeros {
      members.append(.init(key: "padding", value: .string(padding.rawValue)))
    }
    if !unknownLayers.isEmpty {
      members.append(.init(key: "layers", value: .array(unknownLayers.map { .string($0) })))
    }
    return .object(members)
  }

  private var members: [JSON.Member] {
    let json: JSON = [
      "in": .integer(inputChannels), "out": .integer(outputChannels),
      "stride": .integer(stride), "groups": .integer(groups), "dilation": .integer(dilation),
      "branches": .array(branches.map(\.json)),
      "postNorm": postNorm?.json ?? .null,
      "squeezeExcite": squeezeExcite?.json ?? .null,
    ]
    return (json.members ?? []) + activation.members
  }

  init(json: JSON, path: BlockPath) throws(FormatError) {
    let place = "rvg.network: \(path)"
    let fields = Fields(json, where: place)
    var branches: [BranchShape] = []
    for item in try fields.elements("branches") {
      branches.append(try BranchShape(json: item, where: place))
    }
    self.init(
      path: path,
      inputChannels: try fields.integer("in"),
      outputChannels: try fields.integer("out"),
      kernelSize: fields.optional("kernel") == nil ? 3 : try fields.integer("kernel"),
      stride: try fields.integer("stride"),
      groups: try fields.integer("groups"),
      dilation: try fields.integer("dilation"),
      padding: fields.optional("padding") == nil ? .zeros : try fields.choice("padding"),
      branches: branches,
      postNorm: try NormShape(optional: fields.optional("postNorm"), where: place),
      squeezeExcite: try SqueezeExciteShape(
        optional: fields.optional("squeezeExcite"),
        where: place
      ),
      activation: try Activation(fields)
    )
    if fields.optional("layers") != nil { unknownLayers = try fields.texts("layers") }
  }
}

extension BranchShape {
  fileprivate var json: JSON {
    let json: JSON = [
      "role": .string(role.rawValue), "bias": .bool(hasBias), "norm": norm?.json ?? .null,
    ]
    guard index > 0, let members = json.members else { return json }
    return .object(members + [.init(key: "index", value: .integer(index))])
  }

  fileprivate init(json: JSON, where place: String) throws(FormatError) {
    let fields = Fields(json, where: "\(place): branch")
    self.init(
      role: try fields.choice("role"),
      index: fields.optional("index") == nil ? 0 : try fields.integer("index"),
      hasBias: try fields.bool("bias"),
      norm: try NormShape(optional: fields.optional("norm"), where: place)
    )
  }
}

extension NormShape {
  fileprivate var json: JSON { ["epsilon": .number(epsilon), "affine": .bool(isAffine)] }

  fileprivate init?(optional json: JSON?, where place: String) throws(FormatError) {
    guard let json else { return nil }
    let fields = Fields(json, where: "\(place): norm")
    self.init(epsilon: try fields.number("epsilon"), isAffine: try fields.bool("affine"))
  }
}

extension SqueezeExciteShape {
  fileprivate var json: JSON {
    ["hidden": .integer(hidden), "placement": .string(placement.rawValue)]
  }

  fileprivate init?(optional json: JSON?, where place: String) throws(FormatError) {
    guard let json else { return nil }
    let fields = Fields(json, where: "\(place): squeezeExcite")
    self.init(hidden: try fields.integer("hidden"), placement: try fields.choice("placement"))
  }
}
