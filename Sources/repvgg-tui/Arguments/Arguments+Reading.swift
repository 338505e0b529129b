internal import RepCore

extension Arguments {
  /// What the reader of a model is told beside the file.
  func reading() throws(CommandLineError) -> ReadingOptions {
    var options = ReadingOptions(set: text("--set"), epsilon: try epsilon())
    if let size = try integer("--maps", in: 1...4096) { options.extent = size }
    return options
  }

  private func epsilon() throws(CommandLineError) -> Double? {
    guard let text = text("--eps") else { return nil }
    guard let value = Double(text), value >= 0, value.isFinite else {
      throw .usage("--eps takes a number that is not negative, such as 1e-3, not '\(text)'")
    }
    return value
  }
}
