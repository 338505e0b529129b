internal import RepCore
internal import Words

extension Arguments {
  /// What the reader of a model is told beside the file.
  func reading() throws(CommandLineError) -> ReadingOptions {
    var options = ReadingOptions(set: text("--set"), epsilon: try epsilon())
    if let size = try integer("--maps", in: 1...4096) { options.extent = size }
    options.strides = try strides()
    let answer = try choice(
      "--identity",
      of: YesOrNo.self,
      told: Text(oneOf: YesOrNo.allCases.map(\.rawValue))
    )
    options.addsIdentity = answer.map { $0 == .yes }
    options.activation = try activation()
    options.scheme = try scheme()
    return options
  }

  private func epsilon() throws(CommandLineError) -> Double? {
    guard let text = text("--eps") else { return nil }
    guard let value = Double(text), value >= 0, value.isFinite else {
      throw .usage(
        "--eps",
        takes: Text(
          en: "a number that is not negative, such as 1e-3",
          vi: "một số không âm, như 1e-3"
        ),
        not: text
      )
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
          "--strides",
          takes: Text(
            en: "whole numbers from 1 to 1024 or NAME=N, separated by commas",
            vi: "các số nguyên từ 1 đến 1024 hoặc TÊN=N, ngăn cách bằng dấu phẩy"
          ),
          not: text
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

  private func activation() throws(CommandLineError) -> Activation? {
    guard let text = text("--activation") else { return nil }
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = ActivationName(rawValue: String(parts[0]))
    if parts.count == 1, let name { return name.activation }
    if name == .leakyReLU, let slope = Double(parts[1]), Float(slope).isFinite {
      return .leakyReLU(slope: slope)
    }
    let names = ActivationName.allCases.flatMap { name in
      [name.rawValue] + (name == .leakyReLU ? ["\(name.rawValue)=SLOPE"] : [])
    }
    throw .usage("--activation", takes: Text(oneOf: names), not: text)
  }

  private func scheme() throws(CommandLineError) -> SchemeChoice? {
    guard let text = text("--scheme") else { return nil }
    if text == "none" { return SchemeChoice.none }
    guard SchemeChoice.names.contains(text) else {
      let names = SchemeChoice.names.joined(separator: ", ")
      throw .usage(
        "--scheme",
        takes: Text(en: "none or one of \(names)", vi: "none hoặc một trong \(names)"),
        not: text
      )
    }
    return .named(text)
  }
}
