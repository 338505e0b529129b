internal import RepCore
internal import Words

/// The command `fold`: the deploy form as a file.
func fold(_ arguments: Arguments) throws -> CommandLineError.Status {
  let path = arguments.operands[0]
  let output = try arguments.required("--output", "OUT.rvg")
  let threads = try arguments.threads()
  let opened = try ModelFile.inspect(path, arguments.reading())
  let network = opened.network
  DamageWarning.tell(of: opened)
  let progress = Progress(.foldingBlock, total: network.blocks.count)
  let folded = try network.folded(threads: threads) { progress.show($0) }
  try ModelFile.write(folded: folded, of: opened, to: output, progress: Progress.writing)
  Notes(opened, about: .kernels).tell()
  for block in opened.opaqueBlocks { Standard.complain(.notFolded(block)) }
  let left = opened.leftOut(writing: output)
  if !left.isEmpty {
    Standard.complain(
      Text(en: "left out: ", vi: "bỏ ra: ") + Text(first: 3, of: left)
        + Text(
          en: "; -o OUT.safetensors keeps every tensor",
          vi: "; -o OUT.safetensors giữ mọi tensor"
        )
    )
  }
  return .success
}

/// The command `import`: a checkpoint as a `.rvg`.
func importCheckpoint(_ arguments: Arguments) throws -> CommandLineError.Status {
  let output = try arguments.required("--output", "OUT.rvg")
  let path = arguments.operands[0]
  let opened = try ModelFile.inspect(path, arguments.reading())
  if let name = arguments.text("--arch") { try check(opened.network, isOf: name) }
  let file = fileName(path)
  try ModelFile.write(
    opened.network,
    to: output,
    source: opened.network.source.map { "\(file), \($0)" } ?? "\(file), \(opened.naming) names",
    progress: Progress.writing
  )
  Notes(opened, about: .kernels, .outputs).tell()
  return .success
}

/// Refuses a network whose blocks are not those of the published one that the user named.
private func check(_ network: Network, isOf name: String) throws {
  guard let expected = publishedNetwork(name) else {
    throw CommandLineError.usage(
      Text(
        en: "no architecture '\(name)'; there are \(publishedNames)",
        vi: "không có kiến trúc '\(name)'; có \(publishedNames)"
      )
    )
  }
  guard network.architecture.isShaped(as: expected) else {
    throw CommandLineError(
      .unreadable,
      Text(
        en: "the tensors are not those of \(expected.name)",
        vi: "các tensor không phải của \(expected.name)"
      )
    )
  }
}
