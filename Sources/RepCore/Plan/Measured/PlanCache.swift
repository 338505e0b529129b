/// Measured plans on disk.
///
/// There is one file for each instruction set, number of threads and memory mode, and for shallow and deep
/// networks:
///
///     PlanCache.user?.choices(for: options, accuracy)
///
/// A file that is missing, damaged or of another version holds nothing; it is written anew.
public struct PlanCache: Hashable, Sendable {
  /// The folder of the files; made when the first is written.
  public let folder: String

  /// Grows when kernels or candidates change so that old measurements say nothing.
  private static let version = 1

  /// A cache in `folder`.
  public init(folder: String) { self.folder = folder }

  /// The user's; nil where their folder is not known.
  public static var user: PlanCache? { UserFolder.cache.path.map { PlanCache(folder: $0) } }

  /// The choices that were measured under these options, by the shapes' keys.
  func choices(for options: PlanOptions, _ accuracy: PlanAccuracy) -> [String: ConvolutionChoice] {
    guard let text = try? TextFile.read(path(options, accuracy)),
      let json = try? JSON(parsing: text),
      json["version"]?.integer == Self.version, json["cpu"]?.text == processorName(),
      let members = json["choices"]?.members
    else { return [:] }
    let pairs = members.compactMap { member in
      member.value.text.flatMap { ConvolutionChoice($0) }.map { (member.key, $0) }
    }
    return Dictionary(pairs) { $1 }
  }

  /// Adds what was measured to what is there; of several processes that do so none loses another's.
  ///
  /// - Throws: `FormatError` when the file cannot be written, or another process holds it for long.
  func add(
    _ choices: [ConvolutionShape: ConvolutionChoice],
    for options: PlanOptions,
    _ accuracy: PlanAccuracy
  ) throws(FormatError) {
    UserFolder.make(folder)
    let path = path(options, accuracy)
    // Not on the file itself, which is another one after each writing.
    try FileLock.holding("\(path).lock") { () throws(FormatError) in
      var all = self.choices(for: options, accuracy)
      for (shape, choice) in choices { all[shape.key] = choice }
      let members = all.sorted { $0.key < $1.key }.map {
        JSON.Member(key: $0.key, value: .string($0.value.description))
      }
      let json: JSON = [
        "version": .integer(Self.version),
        "cpu": .string(processorName()),
        "choices": .object(members),
      ]
      try TextFile.write(json.encodedPretty() + "\n", to: path)
    }
  }

  private func path(_ options: PlanOptions, _ accuracy: PlanAccuracy) -> String {
    let set = (options.instructionSet ?? .best).rawValue
    let name = "plan-\(set)-\(options.threads)t"
    return "\(folder)/\(name)-\(options.memory.rawValue)-\(accuracy.rawValue).json"
  }
}
