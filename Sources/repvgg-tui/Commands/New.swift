internal import RepCore

/// The command `new`: a network with random weights.
func new(_ arguments: Arguments) throws -> CommandLineError.Status {
  let output = try arguments.required("--output", "OUT.rvg")
  let seed = try arguments.integer("--seed", in: 0...Int.max) ?? 0
  let form = try arguments.choice("--form", of: Form.self) ?? .train
  var recipe = try recipe(arguments.operands[0])
  if let classes = try arguments.integer("--classes", in: 1...1_000_000) {
    recipe.classes = classes
  }
  if let size = try arguments.integer("--size", in: 1...16384) {
    (recipe.input.height, recipe.input.width) = (size, size)
  }
  if let channels = try arguments.integer("--channels", in: 1...4096) {
    recipe.input = InputShape(
      channels: channels,
      height: recipe.input.height,
      width: recipe.input.width
    )
  }
  if let groups = try arguments.integer("--groups", in: 1...4096) { recipe.groups = groups }
  try check(recipe)
  let network = Network(random: Architecture(recipe), seed: UInt64(seed))
  try ModelFile.write(form == .train ? network : network.folded(), to: output)
  return .success
}

/// A published variant, or `WIDTHxDEPTH/STRIDE` for each stage, separated by commas.
private func recipe(_ text: String) throws(CommandLineError) -> Recipe {
  if let variant = Variant(named: text) { return variant.recipe }
  var (widths, depths, strides): ([Int], [Int], [Int]) = ([], [], [])
  for stage in text.split(separator: ",", omittingEmptySubsequences: false) {
    let parts = stage.split(separator: "/", omittingEmptySubsequences: false)
    let extents = parts[0].split(separator: "x").map { Int($0) }
    let stride = parts.count > 1 ? Int(parts[1]) : 2
    guard parts.count <= 2, extents.count == 2, let width = extents[0], let depth = extents[1],
      let stride, (1...65536).contains(width), (1...1000).contains(depth), (1...8).contains(stride)
    else {
      let names = Variant.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage(
        "no architecture '\(text)'; there are \(names), or stages such as 16x1/1,32x2/2,64x3/2"
      )
    }
    widths.append(width)
    depths.append(depth)
    strides.append(stride)
  }
  return Recipe(
    name: "RepVGG-custom",
    widths: widths,
    depths: depths,
    strides: strides,
    classes: 1000,
    input: .imageNet(size: 224)
  )
}

/// Refuses groups that do not divide the channels of the layers that they fall on, and networks that
/// no memory holds.
private func check(_ recipe: Recipe) throws(CommandLineError) {
  let architecture = Architecture(recipe)
  let (values, most) = (architecture.parameters, 1 << 30)
  guard values <= most else {
    throw .usage("\(values) parameters are more than \(most); take fewer or narrower layers")
  }
  for block in architecture.blocks {
    guard block.inputChannels.isMultiple(of: block.groups),
      block.outputChannels.isMultiple(of: block.groups)
    else {
      throw .usage(
        "\(block.groups) groups do not divide the \(block.inputChannels) and "
          + "\(block.outputChannels) channels of \(block.path)"
      )
    }
  }
}
