internal import RepCore
internal import Words

/// The command `export`: the network as other tools read it.
func export(_ arguments: Arguments) throws -> CommandLineError.Status {
  let output = try arguments.required("--output", "OUT.onnx|OUT.safetensors")
  let kind = try ExportKind(of: output)
  let naming = try arguments.choice("--naming", of: ExportNaming.self)
  if kind == .onnx && naming != nil {
    throw CommandLineError.usage(
      Text(
        en: "--naming is for .safetensors; an ONNX graph needs no scheme",
        vi: "--naming dành cho .safetensors; đồ thị ONNX không cần kiểu tên"
      )
    )
  }
  let asked = try arguments.choice("--form", of: Form.self)
  let network = try ModelFile.open(arguments.operands[0], arguments.reading())
  if asked == .train { try requireTrainingForm(of: network) }
  let export = try NetworkExport(
    network,
    form: asked ?? (kind == .onnx ? .deploy : network.form ?? .train),
    isHalf: arguments.has("--float16")
  )
  let notes =
    switch kind {
    case .onnx: try export.writeOnnx(to: output, producer: .program, progress: Progress.writing)
    case .safetensors:
      try export.writeSafetensors(
        to: output,
        naming: naming ?? .official,
        progress: Progress.writing
      )
    }
  for note in notes { Standard.complain(.note(note)) }
  return .success
}

/// What is written, by the ending of the output.
private enum ExportKind: String {
  case onnx
  case safetensors

  init(of path: String) throws(CommandLineError) {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard let kind = ExportKind(rawValue: ending) else {
      throw .usage(
        ending == "rvg"
          ? Text(
            en: "'\(path)': a .rvg is written by import and fold; "
              + "export writes .onnx or .safetensors",
            vi: "'\(path)': .rvg do import và fold ghi; export ghi .onnx hoặc .safetensors"
          )
          : Text(
            en: "'\(path)' must end in .onnx or .safetensors",
            vi: "'\(path)' phải có đuôi .onnx hoặc .safetensors"
          )
      )
    }
    self = kind
  }
}

extension ProducerName {
  fileprivate static var program: ProducerName {
    ProducerName(name: "repvgg-tui", version: programVersion)
  }
}
