internal import RepCore
internal import Words

/// The command `new`: a network with random weights.
func new(_ arguments: Arguments) throws -> CommandLineError.Status {
  let output = try arguments.required("--output", "OUT.rvg")
  let seed = try arguments.integer("--seed", in: 0...Int.max) ?? 0
  let form = try arguments.choice("--form", of: Form.self) ?? .train
  let architecture = try architecture(arguments)
  try check(architecture)
  let network = Network(random: architecture, seed: UInt64(seed))
  try ModelFile.write(form == .train ? network : try network.folded(), to: output)
  return .success
}

/// Numbers that can be reckoned with; what a network may have of them is for `Architecture.validate` to say.
private let countable = 1...(1 << 31)

/// What the command line describes: a MobileOne, or whatever a recipe can say.
private func architecture(_ arguments: Arguments) throws(CommandLineError) -> Architecture {
  let classes = try arguments.integer("--classes", in: countable)
  let size = try arguments.integer("--size", in: countable)
  if let variant = MobileOneVariant(named: arguments.operands[0]) {
    for option in ["--channels", "--groups"] where arguments.has(option) {
      throw .usage(
        Text(
          en: "\(option) is for RepVGG; a MobileOne takes 3 channels, and groups of its own",
          vi: "\(option) dành cho RepVGG; MobileOne nhận 3 kênh, và có nhóm riêng"
        )
      )
    }
    var network = Architecture(mobileOne: variant, classes: classes ?? 1000)
    if let size { (network.input.height, network.input.width) = (size, size) }
    return network
  }
  var recipe = try recipe(arguments.operands[0])
  if let classes { recipe.classes = classes }
  if let size { (recipe.input.height, recipe.input.width) = (size, size) }
  if let channels = try arguments.integer("--channels", in: countable) {
    recipe.input = InputShape(
      channels: channels,
      height: recipe.input.height,
      width: recipe.input.width
    )
  }
  if let groups = try arguments.integer("--groups", in: countable) { recipe.groups = groups }
  return Architecture(recipe)
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
      let stages = "16x1/1,32x2/2,64x3/2"
      throw .usage(
        Text(
          en: "no architecture '\(text)'; there are \(publishedNames), or stages such as \(stages)",
          vi: "không có kiến trúc '\(text)'; có \(publishedNames), hoặc các stage như \(stages)"
        )
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

/// Refuses what a reader would refuse, by the reader's own rules, and what no memory holds.
private func check(_ architecture: Architecture) throws {
  do throws(FormatError) { try architecture.validate() } catch {
    throw CommandLineError.usage(Text(error))
  }
  // Each value once as it is drawn and once in its tensor.
  let bytes = architecture.parameters.multipliedReportingOverflow(
    by: 2 * MemoryLayout<Float>.stride
  )
  try Memory.require(bytes.overflow ? .max : bytes.partialValue, for: .weights)
}

/// The published network called `name`, in its training form.
func publishedNetwork(_ name: String) -> Architecture? {
  Variant(named: name).map { Architecture(variant: $0) }
    ?? MobileOneVariant(named: name).map { Architecture(mobileOne: $0) }
}

/// All names that `publishedNetwork` knows.
let publishedNames = Published.names.joined(separator: ", ")
