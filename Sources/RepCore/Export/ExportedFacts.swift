/// What exported files say of their network beside its tensors: strings by name, of which lists are JSON.
struct ExportedFacts {
  /// What the network is called.
  let name: String
  /// The pictures it takes; how they are brought to size is not said.
  let input: InputShape
  /// The stride of every block, in order of execution; empty where none is said, or one cannot be.
  let strides: [Int]
  /// A name for each class, if known.
  let labels: [String]?

  private enum Key {
    static let name = "network"
    static let form = "form"
    static let input = "input"
    static let source = "source"
    static let mean = "mean"
    static let deviation = "std"
    static let strides = "strides"
    static let labels = "labels"
  }

  /// The strings for `network`, which is written in `form`; both where blocks differ.
  static func metadata(of network: Network, form: Form?) -> [String: String] {
    func list(_ values: [Double]) -> String? {
      values.isEmpty ? nil : JSON.array(values.map { .number($0) }).encoded()
    }
    func list(_ values: [Int]) -> String { JSON.array(values.map { .integer($0) }).encoded() }
    let input = network.input
    var facts = [Key.name: network.name, Key.form: form?.rawValue ?? "mixed"]
    facts[Key.input] = list([input.channels, input.height, input.width])
    facts[Key.strides] = list(network.blocks.map(\.shape.stride))
    facts[Key.source] = network.source
    facts[Key.mean] = list(input.mean)
    facts[Key.deviation] = list(input.deviation)
    facts[Key.labels] = network.labels.map { JSON.array($0.map { .string($0) }).encoded() }
    return facts
  }

  /// Reads what `metadata` wrote; nil where a file says nothing like it.
  init?(_ metadata: [String: String]) {
    guard let name = metadata[Key.name], metadata[Key.form] != nil,
      let sizes = Self.elements(metadata[Key.input])?.compactMap(\.integer), sizes.count == 3
    else { return nil }
    self.name = name
    input = InputShape(
      channels: sizes[0],
      height: sizes[1],
      width: sizes[2],
      mean: Self.elements(metadata[Key.mean])?.compactMap(\.double) ?? [],
      deviation: Self.elements(metadata[Key.deviation])?.compactMap(\.double) ?? []
    )
    let strides = Self.elements(metadata[Key.strides])?.map(\.integer) ?? []
    let isPossible = strides.allSatisfy { $0.map((1...ArchitectureLimits.step).contains) ?? false }
    self.strides = isPossible ? strides.compactMap(\.self) : []
    labels = Self.elements(metadata[Key.labels])?.compactMap(\.text)
  }

  private static func elements(_ text: String?) -> [JSON]? {
    text.flatMap { try? JSON(parsing: $0) }?.elements
  }
}

extension ExportedFacts {
  /// `architecture` with the name and the pictures that the file says; nil where those are not of such a network.
  func applied(to architecture: Architecture) -> Architecture? {
    guard input.channels == architecture.input.channels else { return nil }
    var told = architecture
    told.name = name
    told.input = input
    if (input.height, input.width) == (architecture.input.height, architecture.input.width) {
      told.input.preprocessing = architecture.input.preprocessing
    }
    return (try? told.validate()) == nil ? nil : told
  }
}
