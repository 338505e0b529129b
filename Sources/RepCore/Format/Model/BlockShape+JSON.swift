extension BlockShape {
  var json: JSON {
    [
      "in": .integer(inputChannels), "out": .integer(outputChannels),
      "stride": .integer(stride), "groups": .integer(groups), "dilation": .integer(dilation),
      "branches": .array(branches.map(\.json)),
      "postNorm": postNorm?.json ?? .null,
      "squeezeExcite": squeezeExcite?.json ?? .null,
      "activation": .string(activation.rawValue),
    ]
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
      stride: try fields.integer("stride"),
      groups: try fields.integer("groups"),
      dilation: try fields.integer("dilation"),
      branches: branches,
      postNorm: try NormShape(optional: fields.optional("postNorm"), where: place),
      squeezeExcite: try SqueezeExciteShape(
        optional: fields.optional("squeezeExcite"),
        where: place
      ),
      activation: try fields.choice("activation")
    )
  }
}

extension BranchShape {
  fileprivate var json: JSON {
    ["role": .string(role.rawValue), "bias": .bool(hasBias), "norm": norm?.json ?? .null]
  }

  fileprivate init(json: JSON, where place: String) throws(FormatError) {
    let fields = Fields(json, where: "\(place): branch")
    self.init(
      role: try fields.choice("role"),
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
