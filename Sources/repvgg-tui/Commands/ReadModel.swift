internal import Explorer
internal import RepCore

/// Reads a model for the explorer.
///
/// A published network has random weights of seed 0, the same wherever it is made.
@Sendable func readModel(
  _ source: ModelSource,
  _ options: ReadingOptions
) throws(FormatError) -> Document {
  switch source {
  case .builtIn(.digits):
    let opened = try ModelFile.read(Storage.sample, name: "digits")
    return Document(opened, title: "built-in sample", from: source, options: options)
  case .builtIn(.quantizationAware):
    let name = ModelSource.BuiltIn.quantizationAware.rawValue
    let opened = try ModelFile.read(Storage.quantizationAware, name: name)
    return Document(opened, title: name, from: source, options: options)
  case .file(let path):
    let opened = try ModelFile.inspect(path, options)
    return Document(opened, title: fileName(path), from: source, options: options)
  case .published(let name):
    guard let architecture = publishedNetwork(name) else {
      throw FormatError(
        .mismatch,
        en: "no published network; there are \(publishedNames)",
        vi: "không phải mạng đã công bố; có \(publishedNames)"
      )
    }
    let network = Network(random: architecture, seed: 0)
    return Document(network, title: name, from: source)
  }
}
