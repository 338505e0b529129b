internal import Explorer
internal import RepCore
internal import Words

/// The pictures that networks are tried on: what `--data` names, else the built-in digits, where they fit.
struct TrialData: Sendable {
  private let given: GivenData?
  /// The model that the user gives data for; others have them where they mean the same.
  private let first: ModelSource

  /// Reads what `--data` names.
  ///
  /// - Throws: `FormatError` for a file that holds no pictures.
  init(_ arguments: Arguments, for first: ModelSource) throws(FormatError) {
    given = try arguments.text("--data").map { path throws(FormatError) in try GivenData(path) }
    self.first = first
  }

  /// Reads a model for the explorer, with the pictures that it can be tried on.
  ///
  /// - Throws: `FormatError`, of the first model also where the data that were given do not fit it.
  @Sendable func read(
    _ source: ModelSource,
    _ options: ReadingOptions
  ) throws(FormatError) -> Document {
    var document = try readModel(source, options)
    document.data = try data(for: document.network, from: source)
    return document
  }

  private func data(for network: Network, from source: ModelSource) throws(FormatError) -> Dataset?
  {
    if let given {
      if source == first { return try given.dataset(for: network) }
      if given.isForAll, let data = try? given.dataset(for: network) { return data }
    }
    return try TrialData.digits(for: network)
  }

  /// The digits, for a network of their very shape; which of them were kept from training is known of the networks
  /// that the sample's script has trained alone.
  private static func digits(for network: Network) throws(FormatError) -> Dataset? {
    let input = network.input
    guard (input.channels, input.height, input.width) == (1, 8, 8),
      network.architecture.classes == 10
    else { return nil }
    let digits = try Dataset(reading: .digits, name: "digits")
    let isTrained = network.source?.contains(TrialData.script) ?? false
    return isTrained ? digits : digits.withoutSplit
  }

  /// What the source of a network names that was trained on the digits.
  private static let script = "Samples/train_digits.py"
}

/// What `--data` names.
private struct GivenData: Sendable {
  private enum Content {
    case file(Dataset)
    case folder(PictureFolder)
  }

  private let path: String
  private let content: Content

  /// Reads the file at `path`; the pictures of a folder are read for each network.
  init(_ path: String) throws(FormatError) {
    self.path = path
    content =
      if let folder = PictureFolder(path) {
        .folder(folder)
      } else {
        .file(try Dataset.open(path))
      }
  }

  /// Whether any network can use it: what was normalised for one means nothing to another one.
  var isForAll: Bool {
    switch content {
    case .file(let data): !data.isNormalised
    case .folder: true
    }
  }

  /// The pictures for `network`.
  ///
  /// - Throws: `FormatError` where they do not fit it, or cannot be read.
  func dataset(for network: Network) throws(FormatError) -> Dataset {
    let data =
      switch content {
      case .file(let data): data
      case .folder(let folder): try folder.dataset(for: network.input)
      }
    guard let mismatch = data.mismatch(with: network) else { return data }
    throw FormatError(.mismatch, Text(name: SystemPath.shown(path) + ": ") + mismatch)
  }
}
