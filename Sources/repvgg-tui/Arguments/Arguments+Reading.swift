internal import RepCore

extension Arguments {
  /// What the reader of a model is told beside the file.
  func reading() throws(CommandLineError) -> ReadingOptions {
    var options = ReadingOptions(set: text("--set"), epsilon: try epsilon())
    if let size = try integer("--maps", in: 1...4096) { options.extent = size }
    options.strides = try strides()
    options.addsIdentity = try identity()
    options.activation = try activation()
    options.scheme = try scheme()
    return options
  }

  private func epsilon() throws(CommandLineError) -> Double? {
    guard let text = text("--eps") else { return nil }
    guard let value = Double(text), value >= 0, value.isFinite else {
      throw .usage("--eps takes a number that is not negative, such as 1e-3, not '\(text)'")
    }
    return value
  }

  /// `2,2,1` of the stages in order, `stage3.0=1` of single blocks.
  private func strides() throws(CommandLineError) -> StrideChoice? {
    guard let text = text("--strides") else { return nil }
    var choice = StrideChoice()
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      let equals = word.lastIndex(of: "=")
      let number = equals.map { word[word.index(after: $0)...] } ?? word
      guard let stride = Int(number), (1...1024).contains(stride) else {
        throw .usage(
          "--strides takes whole numbers from 1 to 1024 or NAME=N, separated by commas, not '\(text)'"
        )
      }
      if let equals {
        choice.blocks[String(word[..<equals])] = stride
      } else {
        choice.stages.append(stride)
      }
    }
    return choice
  }

  private func identity() throws(CommandLineError) -> Bool? {
    switch text("--identity") {
    case nil: return nil
    case "yes": return true
    case "no": return false
    case let other?: throw .usage("--identity takes yes or no, not '\(other)'")
    }
  }

  private func activation() throws(CommandLineError) -> Activation? {
    guard let text = text("--activation") else { return nil }
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    switch (parts[0], parts.count) {
    case ("relu", 1): return .relu
    case ("relu6", 1): return .relu6
    case ("silu", 1): return .silu
    case ("hardswish", 1): return .hardswish
    case ("none", 1): return .identity
    case ("leaky-relu", 1): return .leakyReLU(slope: 0.01)
    case ("leaky-relu", _):
      if let slope = Double(parts[1]), Float(slope).isFinite { return .leakyReLU(slope: slope) }
    default: break
    }
    throw .usage(
      "--activation takes relu, leaky-relu, leaky-relu=SLOPE, relu6, hardswish, silu or none, not '\(text)'"
    )
  }

  private func scheme() throws(CommandLineError) -> SchemeChoice? {
    guard let text = text("--scheme") else { return nil }
    if text == "none" { return SchemeChoice.none }
    guard SchemeChoice.names.contains(text) else {
      let names = SchemeChoice.names.joined(separator: ", ")
      throw .usage("--scheme takes none or one of \(names), not '\(text)'")
    }
    return .named(text)
  }
}
